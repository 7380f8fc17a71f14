import type { Instrument } from '../../api/market';
import type { Position } from '../../api/positions';
import type { Session } from '../../api/sessions';
import type { Signal, SignalType } from '../../api/signals';
import { instrumentKey, type InstrumentKey, type OnVenue } from '../../shared/nominal';

/** A symbol that can be charted, and what makes it worth it. */
export interface Pick extends OnVenue {
  readonly key: InstrumentKey;
  readonly hasPosition: boolean;
  readonly lastSignal: SignalType | null;
}

/** Symbols with positions first, then those with recent signals, then the session's, then all others. */
export function picksOf(
  session: Session | null,
  instruments: ReadonlyMap<InstrumentKey, Instrument> | null,
  positions: Iterable<Position>,
  signals: readonly Signal[],
): readonly Pick[] {
  const held = new Set<InstrumentKey>();
  for (const position of positions) held.add(instrumentKey(position));
  const signalled = new Map<InstrumentKey, SignalType>();
  for (const signal of signals) {
    const key = instrumentKey(signal);
    if (!signalled.has(key)) signalled.set(key, signal.signal_type);
  }
  const own = new Set(session?.instruments.map(instrumentKey));

  const all = new Map<InstrumentKey, OnVenue>();
  for (const each of session?.instruments ?? []) all.set(instrumentKey(each), each);
  for (const each of instruments?.values() ?? []) all.set(instrumentKey(each), each);

  const recency = new Map([...signalled.keys()].map((key, index) => [key, index]));
  const rank = (key: InstrumentKey) => (held.has(key) ? 0 : recency.has(key) ? 1 : own.has(key) ? 2 : 3);
  return [...all]
    .sort(([left], [right]) =>
      rank(left) - rank(right)
      || (recency.get(left) ?? 0) - (recency.get(right) ?? 0)
      || left.localeCompare(right))
    .map(([key, { venue, symbol }]) => ({
      key, venue, symbol, hasPosition: held.has(key), lastSignal: signalled.get(key) ?? null,
    }));
}
