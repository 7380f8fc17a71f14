import { useMemo } from 'react';
import type { Instrument } from '../api/market';
import { digitsOf } from '../shared/format';
import { instrumentKey, type InstrumentKey, type OnVenue, type UnixMs } from '../shared/nominal';
import { useNow } from '../shared/useNow';
import { useDesk, type Desk } from './desk';

/** The engine's time, to the second. */
export function useEngineNow(): UnixMs {
  const offset = useDesk((desk) => Math.round(desk.live.clockOffsetMs / 1000) * 1000);
  return useNow() + offset;
}

export function useInstrument(of: OnVenue | null): Instrument | null {
  return useDesk((desk) => (of ? (desk.instruments.value?.get(instrumentKey(of)) ?? null) : null));
}

/** Decimals of an instrument's prices; a guess by size where the instrument is not known yet. */
export function usePriceDigits(of: OnVenue | null, example?: number | null): number {
  const tickSize = useInstrument(of)?.tick_size;
  return useMemo(() => digitsOf(tickSize, example ? guessDigits(example) : 2), [tickSize, example]);
}

/** Whether what is shown may be out of date, and since when. */
export function useStaleSince(): UnixMs | null {
  return useDesk((desk) =>
    desk.live.phase === 'ready' && desk.connection.state !== 'live' ? desk.connection.since : null,
  );
}

/**
 * The symbol that the trader most likely wants to see: with a position, else the newest signal's, else the session's
 * first. The market can be watched without a session.
 */
export function chartedKey({ live, sessions, instruments }: Desk): InstrumentKey | null {
  if (live.phase === 'ready') {
    const [position] = live.positions.values();
    const interesting = position ?? live.signals[0] ?? live.session?.instruments[0];
    return interesting ? instrumentKey(interesting) : null;
  }
  return sessions.value?.length === 0 ? (instruments.value?.keys().next().value ?? null) : null;
}

export function onVenue(key: InstrumentKey): OnVenue {
  const colon = key.indexOf(':');
  return { venue: key.slice(0, colon), symbol: key.slice(colon + 1) };
}

function guessDigits(price: number): number {
  return Math.max(2, 5 - Math.ceil(Math.log10(Math.abs(price) || 1)));
}
