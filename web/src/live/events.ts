import type { Order } from '../api/orders';
import type { EquityPoint, PerformanceNumbers } from '../api/performance';
import type { Position } from '../api/positions';
import type { Session } from '../api/sessions';
import type { Signal } from '../api/signals';
import type { ConditionGroup, MachineState, StrategyState } from '../api/strategies';
import type { InstrumentKey, IsoTime, Money, Price, Quantity, SessionId } from '../shared/nominal';

export interface Balance {
  readonly asset: string;
  readonly wallet: Money;
  readonly available: Money;
  readonly margin: Money;
  readonly reserved: Money;
  readonly equity: Money;
  readonly unrealized_pnl: Money;
  readonly realized_pnl: Money;
  readonly fees: Money;
  readonly funding: Money;
}

export interface Tick {
  readonly venue: string;
  readonly symbol: string;
  readonly price: Price | null;
  readonly quantity: Quantity | null;
  readonly side: string | null;
  readonly bid: Price | null;
  readonly ask: Price | null;
  readonly timestamp: IsoTime;
}

export type Severity = 'info' | 'warning' | 'critical';

export interface RiskAlert {
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  readonly venue: string | null;
  readonly symbol: string | null;
}

export interface StateChange {
  readonly strategy_name: string;
  readonly venue: string;
  readonly symbol: string;
  readonly from: MachineState;
  readonly to: MachineState;
  readonly trigger: string;
  readonly reason: string | null;
}

export interface IndicatorUpdate {
  readonly strategy_name: string;
  readonly venue: string;
  readonly symbol: string;
  readonly groups: readonly ConditionGroup[];
}

export type PerformanceUpdate = PerformanceNumbers & { readonly equity_point: EquityPoint | null };

/** What each event carries. */
interface Payloads {
  order_created: Order;
  order_updated: Order;
  order_filled: Order;
  order_cancelled: Order;
  order_rejected: Order;
  position_opened: Position;
  position_closed: Position;
  signal_generated: Signal;
  strategy_state_changed: StateChange;
  session_status: Session;
  risk_alert: RiskAlert;
  position_updated: Position;
  balance_updated: Balance;
  performance_updated: PerformanceUpdate;
  tick: Tick;
  indicator_updated: IndicatorUpdate;
}

export type EventName = keyof Payloads;

export interface Envelope<T> {
  readonly session_id: SessionId | null;
  /** Present on lossless events only; counts up by one within a session. */
  readonly sequence?: number | null;
  readonly timestamp: IsoTime;
  readonly data: T;
}

export type LiveEvent = { [N in EventName]: { readonly name: N } & Envelope<Payloads[N]> }[EventName];

// Written as a record so that the compiler refuses a missing or a made-up name.
const names: Record<EventName, true> = {
  order_created: true,
  order_updated: true,
  order_filled: true,
  order_cancelled: true,
  order_rejected: true,
  position_opened: true,
  position_closed: true,
  signal_generated: true,
  strategy_state_changed: true,
  session_status: true,
  risk_alert: true,
  position_updated: true,
  balance_updated: true,
  performance_updated: true,
  tick: true,
  indicator_updated: true,
};

export const eventNames = Object.keys(names) as readonly EventName[];

export interface SessionSnapshot {
  readonly session: Session;
  readonly sequence: number;
  readonly positions: readonly Position[];
  readonly orders: readonly Order[];
  readonly signals: readonly Signal[];
  readonly strategy_states: readonly StrategyState[];
  readonly balance: Balance | null;
}

export interface Snapshot {
  readonly sessions: readonly SessionSnapshot[];
  readonly ticks: readonly Tick[];
  readonly missing: readonly string[];
}

export interface Subscription {
  readonly sessions: readonly SessionId[];
  readonly symbols: readonly InstrumentKey[];
}
