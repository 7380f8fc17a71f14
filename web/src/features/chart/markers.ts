import type { Signal, SignalType } from '../../api/signals';
import { unixMs, type UnixMs } from '../../shared/nominal';

export type MarkerShape = 'diamond' | 'up' | 'down' | 'cross' | 'circle';

export interface Marker {
  readonly signal: Signal;
  readonly timeMs: UnixMs;
  readonly shape: MarkerShape;
  readonly side: 'above' | 'below';
}

/** The signals of one symbol as marks on its chart, oldest first. */
export function markersOf(signals: readonly Signal[], venue: string, symbol: string): readonly Marker[] {
  return signals
    .filter((signal) => signal.symbol === symbol && signal.venue === venue)
    .map(markerOf)
    .sort((left, right) => left.timeMs - right.timeMs);
}

/** Buying and covering push from below, selling and shorting from above; the rest stands above the candle. */
function markerOf(signal: Signal): Marker {
  const buys = signal.action === 'BUY' || signal.action === 'COVER';
  const shape = shapes[signal.signal_type] ?? (buys ? 'up' : 'down');
  const isArrow = shape === 'up' || shape === 'down';
  return { signal, timeMs: unixMs(signal.timestamp), shape, side: isArrow && buys ? 'below' : 'above' };
}

/** Entries and exits are arrows, whose direction the action tells. */
const shapes: Readonly<Record<SignalType, MarkerShape | null>> = {
  S1: 'diamond',
  O1: 'circle',
  Z1: null,
  ZE1: null,
  E1: 'cross',
};
