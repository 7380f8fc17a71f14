import type { IsoTime, Money, Percent, Price, Seconds, SessionId, SignalId } from '../shared/nominal';
import { get, type Page } from './http';
import type { SignalStatus, SignalType } from './signals';

export interface StrategyListing {
  readonly strategy_name: string;
  readonly version: number;
  readonly shipped: boolean;
  readonly direction: string;
}

export type MachineState =
  | 'INACTIVE' | 'MONITORING' | 'SIGNAL_DETECTED' | 'SIGNAL_CANCELLED' | 'ENTRY_EVALUATION'
  | 'POSITION_ACTIVE' | 'CLOSE_ORDER_EVALUATION' | 'EMERGENCY_EXIT' | 'EXITED';

export type Trend = 'rising' | 'falling' | 'steady';

export interface Condition {
  readonly indicator: string;
  readonly operator: string;
  readonly threshold: number | null;
  readonly upper_threshold: number | null;
  readonly against: string | null;
  readonly value: number | null;
  readonly met: boolean;
  readonly trend: Trend | null;
}

export interface ConditionGroup {
  readonly section: SignalType;
  readonly logic: 'AND' | 'OR';
  readonly conditions: readonly Condition[];
}

export interface Transition {
  readonly time: IsoTime;
  readonly from: MachineState;
  readonly to: MachineState;
  readonly trigger: string;
}

export interface LastSignal {
  readonly signal_id: SignalId;
  readonly signal_type: SignalType;
  readonly time: IsoTime;
  readonly execution_status: SignalStatus;
  readonly reason: string | null;
}

export interface StrategyState {
  readonly session_id: SessionId;
  readonly strategy_name: string;
  readonly venue: string;
  readonly symbol: string;
  readonly direction: string;
  readonly state: MachineState;
  readonly state_since: IsoTime | null;
  readonly time_in_state_s: Seconds | null;
  readonly transitions: readonly Transition[];
  readonly groups: readonly ConditionGroup[];
  readonly last_signal: LastSignal | null;
  readonly entry_price: Price | null;
  readonly unrealized_pnl: Money | null;
  readonly unrealized_pnl_pct: Percent | null;
  readonly cooldown_left_s: Seconds | null;
  readonly next: string | null;
}

export const listStrategies = (signal?: AbortSignal) =>
  get<Page<StrategyListing>>('/api/strategies', {}, signal);

export const strategyStates = (sessionId: SessionId, signal?: AbortSignal) =>
  get<Page<StrategyState>>('/api/strategies/states', { session_id: sessionId }, signal);
