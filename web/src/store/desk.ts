import { create } from 'zustand';
import type { Instrument } from '../api/market';
import type { PerformanceWindow, Performance } from '../api/performance';
import type { Session } from '../api/sessions';
import type { StrategyState } from '../api/strategies';
import type { Connection } from '../live/client';
import { strategyKey, type InstrumentKey, type SessionId } from '../shared/nominal';
import { followed } from './follow';
import { choosing, emptyLive, type LiveState } from './live';
import { notLoaded, type Load } from './load';
import { merge, type Message } from './merge';

export type SessionFilter = 'running' | 'all';

/** Everything the page shows: what the hub says, what REST lists, and what the trader has picked. */
export interface Desk {
  readonly live: LiveState;
  readonly connection: Connection;
  readonly sessions: Load<readonly Session[]>;
  readonly instruments: Load<ReadonlyMap<InstrumentKey, Instrument>>;
  readonly performance: Load<Performance>;
  readonly window: PerformanceWindow;
  readonly sessionFilter: SessionFilter;
  readonly charted: InstrumentKey | null;
  readonly followSignals: boolean;
}

export const useDesk = create<Desk>()(() => ({
  live: emptyLive,
  connection: { state: 'connecting', since: Date.now(), reason: null },
  sessions: notLoaded,
  instruments: notLoaded,
  performance: notLoaded,
  window: 'all',
  sessionFilter: 'running',
  charted: null,
  followSignals: true,
}));

export function takeMessages(messages: readonly Message[]): void {
  useDesk.setState((desk) => {
    const charted = (desk.followSignals ? followed(desk.live, messages) : null) ?? desk.charted;
    return { live: merge(desk.live, messages), charted };
  });
}

export function takeConnection(connection: Connection): void {
  useDesk.setState({ connection });
}

export function chooseSession(sessionId: SessionId | null): void {
  const { live } = useDesk.getState();
  if (live.sessionId === sessionId) return;
  useDesk.setState({ live: choosing(live, sessionId), performance: notLoaded, charted: null, followSignals: true });
}

/** Takes a session as an answer to a command gave it, without waiting for the event that will say the same. */
export function takeSession(session: Session): void {
  useDesk.setState((desk) => {
    const known = desk.sessions.value ?? [];
    const listed = known.some((each) => each.session_id === session.session_id)
      ? known.map((each) => (each.session_id === session.session_id ? session : each))
      : [session, ...known];
    return {
      sessions: { ...desk.sessions, value: listed },
      live: desk.live.sessionId === session.session_id && desk.live.session ? { ...desk.live, session } : desk.live,
    };
  });
}

/** Takes what REST says of the states, but for those that have moved on while the answer was under way. */
export function takeStrategyStates(sessionId: SessionId, states: readonly StrategyState[]): void {
  useDesk.setState((desk) => {
    if (desk.live.sessionId !== sessionId || desk.live.phase !== 'ready') return {};
    const strategies = new Map(desk.live.strategies);
    for (const state of states) {
      const known = strategies.get(strategyKey(state));
      if (!known || (known.state_since ?? '') <= (state.state_since ?? '')) strategies.set(strategyKey(state), state);
    }
    return { live: { ...desk.live, strategies } };
  });
}

/** The trader has picked a symbol, which signals no longer move away from. */
export function chartSymbol(key: InstrumentKey): void {
  useDesk.setState({ charted: key, followSignals: false });
}

/** Fixes the symbol that was found for the trader, so that it does not move with every new position. */
export function settleChart(key: InstrumentKey): void {
  useDesk.setState({ charted: key });
}

export function setFollowSignals(followSignals: boolean): void {
  useDesk.setState({ followSignals });
}

export function setSessionFilter(sessionFilter: SessionFilter): void {
  useDesk.setState({ sessionFilter });
}

export function setWindow(window: PerformanceWindow): void {
  useDesk.setState({ window, performance: notLoaded });
}

export function dismissAlert(id: string): void {
  useDesk.setState((desk) => ({ live: { ...desk.live, alerts: desk.live.alerts.filter((alert) => alert.id !== id) } }));
}

export function dismissAllAlerts(): void {
  useDesk.setState((desk) => ({ live: { ...desk.live, alerts: [] } }));
}
