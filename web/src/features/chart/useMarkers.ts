import { useEffect, useMemo, useState } from 'react';
import { signalHistory, type Signal } from '../../api/signals';
import type { OnVenue } from '../../shared/nominal';
import { useDesk } from '../../store/desk';
import { markersOf, type Marker } from './markers';

const none: readonly Signal[] = [];

/** The marks of a symbol: the live signals, and older ones of this symbol that the log of the last 100 has lost. */
export function useMarkers(of: OnVenue | null): readonly Marker[] {
  const sessionId = useDesk((desk) => desk.live.sessionId);
  const live = useDesk((desk) => desk.live.signals);
  const [older, setOlder] = useState(none);
  const venue = of?.venue;
  const symbol = of?.symbol;

  useEffect(() => {
    setOlder(none);
    if (!sessionId || !venue || !symbol) return;
    const abort = new AbortController();
    signalHistory(sessionId, symbol, abort.signal).then(
      (page) => setOlder(page.items),
      // The live signals still show; older marks are not worth an error.
      () => undefined,
    );
    return () => abort.abort();
  }, [sessionId, venue, symbol]);

  return useMemo(() => {
    if (!venue || !symbol) return [];
    const byId = new Map([...older, ...live].map((signal) => [signal.signal_id, signal]));
    return markersOf([...byId.values()], venue, symbol);
  }, [older, live, venue, symbol]);
}
