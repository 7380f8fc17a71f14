import type { Order } from '../api/orders';
import type { PerformanceNumbers, EquityPoint } from '../api/performance';
import type { Position } from '../api/positions';
import type { Session } from '../api/sessions';
import type { Signal } from '../api/signals';
import type { StrategyState } from '../api/strategies';
import type { Balance, RiskAlert, Tick } from '../live/events';
import type { InstrumentKey, IsoTime, PositionId, SessionId, StrategyKey, UnixMs } from '../shared/nominal';

export const orderLimit = 50;
export const signalLimit = 100;
export const alertLimit = 50;

export interface Alert extends RiskAlert {
  readonly id: string;
  readonly time: IsoTime;
}

/** Where the chosen session's data stands. */
export type Phase = 'none' | 'loading' | 'ready' | 'missing' | 'failed';

/** All that the hub's messages say about the chosen session, and the newest tick of each symbol. */
export interface LiveState {
  readonly sessionId: SessionId | null;
  readonly phase: Phase;
  readonly failure: string | null;
  readonly session: Session | null;
  readonly balance: Balance | null;
  readonly performance: PerformanceNumbers | null;
  readonly equityPoint: EquityPoint | null;
  readonly positions: ReadonlyMap<PositionId, Position>;
  /** Newest first. */
  readonly orders: readonly Order[];
  /** Newest first. */
  readonly signals: readonly Signal[];
  readonly strategies: ReadonlyMap<StrategyKey, StrategyState>;
  /** Counts state changes, whose consequences (next, cooldown, last signal) only REST tells. */
  readonly stateChanges: number;
  /** Newest first. */
  readonly alerts: readonly Alert[];
  readonly ticks: ReadonlyMap<InstrumentKey, Tick>;
  /** The engine's clock minus this machine's, so that durations do not depend on either being right. */
  readonly clockOffsetMs: UnixMs;
}

export const emptyLive: LiveState = {
  sessionId: null,
  phase: 'none',
  failure: null,
  session: null,
  balance: null,
  performance: null,
  equityPoint: null,
  positions: new Map(),
  orders: [],
  signals: [],
  strategies: new Map(),
  stateChanges: 0,
  alerts: [],
  ticks: new Map(),
  clockOffsetMs: 0,
};

/** Nothing is known yet of the session just chosen; ticks belong to symbols and stay. */
export function choosing(state: LiveState, sessionId: SessionId | null): LiveState {
  return {
    ...emptyLive,
    ticks: state.ticks,
    clockOffsetMs: state.clockOffsetMs,
    sessionId,
    phase: sessionId === null ? 'none' : 'loading',
  };
}
