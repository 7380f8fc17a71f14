import type { IsoTime, OrderId, Price, SessionId, SignalId } from '../shared/nominal';
import { get, type Page } from './http';

export type SignalType = 'S1' | 'O1' | 'Z1' | 'ZE1' | 'E1';
export type SignalStatus = 'PENDING' | 'EXECUTED' | 'CANCELLED' | 'REJECTED' | 'BLOCKED';

export const signalTypes: readonly SignalType[] = ['S1', 'O1', 'Z1', 'ZE1', 'E1'];

export interface Signal {
  readonly signal_id: SignalId;
  readonly episode_id: string;
  readonly session_id: SessionId;
  readonly strategy_name: string;
  readonly venue: string;
  readonly symbol: string;
  readonly signal_type: SignalType;
  readonly action: string;
  readonly price: Price | null;
  /** 0 to 1. */
  readonly confidence: number;
  readonly indicator_values: Readonly<Record<string, number | null>>;
  readonly execution_status: SignalStatus;
  readonly rejection_reason: string | null;
  readonly order_id: OrderId | null;
  readonly timestamp: IsoTime;
}

export const signalHistory = (sessionId: SessionId, symbol: string, signal?: AbortSignal) =>
  get<Page<Signal>>('/api/signals/history', { session_id: sessionId, symbol, limit: 100 }, signal);
