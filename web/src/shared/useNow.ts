import { useSyncExternalStore } from 'react';
import type { UnixMs } from './nominal';

const listeners = new Set<() => void>();
let second = Math.floor(Date.now() / 1000);
let timer: ReturnType<typeof setInterval> | undefined;

/** The time to the second; all who ask share one timer, so that everything that ticks does so together. */
export function useNow(): UnixMs {
  return useSyncExternalStore(subscribe, () => second) * 1000;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    second = Math.floor(Date.now() / 1000);
    for (const each of listeners) each();
  }, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}
