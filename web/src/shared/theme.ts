import { useSyncExternalStore } from 'react';

export type Theme = 'dark' | 'light';

const storageKey = 'draizer.theme';
const listeners = new Set<() => void>();

/** The theme in force; `public/theme.js` has set it before the first paint. */
export function useTheme(): Theme {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    current,
  );
}

/** Chooses a theme for good: from here on the system's preference no longer counts. */
export function chooseTheme(theme: Theme): void {
  try {
    localStorage.setItem(storageKey, theme);
  } catch {
    // Storage may be forbidden; the choice then lasts as long as the page.
  }
  apply(theme);
}

/** Follows the system for as long as nothing was chosen. */
export function followSystemTheme(): void {
  matchMedia('(prefers-color-scheme: light)').addEventListener('change', (change) => {
    if (!isChosen()) apply(change.matches ? 'light' : 'dark');
  });
}

function isChosen(): boolean {
  try {
    return localStorage.getItem(storageKey) !== null;
  } catch {
    return false;
  }
}

function apply(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme;
  for (const listener of listeners) listener();
}

function current(): Theme {
  return document.documentElement.dataset['theme'] === 'light' ? 'light' : 'dark';
}
