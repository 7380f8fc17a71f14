import type { IsoTime, Money, Percent, Seconds, SessionId } from '../shared/nominal';
import { get, post, type Page } from './http';

export type SessionStatus = 'STARTING' | 'RUNNING' | 'PAUSED' | 'STOPPING' | 'STOPPED' | 'ERROR';

export interface SessionInstrument {
  readonly venue: string;
  readonly symbol: string;
  readonly market_type: string;
}

export interface Session {
  readonly session_id: SessionId;
  readonly name: string;
  readonly session_type: string;
  readonly mode: string;
  readonly status: SessionStatus;
  readonly status_reason: string | null;
  readonly venues: readonly string[];
  readonly symbols: readonly string[];
  readonly instruments: readonly SessionInstrument[];
  readonly strategies: readonly string[];
  readonly initial_balance: Money;
  readonly balance: Money;
  readonly available: Money;
  readonly margin: Money;
  readonly equity: Money;
  readonly realized_pnl: Money;
  readonly unrealized_pnl: Money;
  readonly total_pnl: Money;
  readonly total_pnl_pct: Percent;
  readonly fees: Money;
  readonly funding: Money;
  readonly open_positions: number;
  readonly signals: number;
  readonly orders: number;
  readonly total_trades: number;
  readonly winning_trades: number;
  readonly losing_trades: number;
  readonly win_rate: Percent | null;
  readonly max_drawdown_pct: Percent | null;
  readonly max_concurrent_signals: number;
  readonly warm_up_s: Seconds;
  readonly created_at: IsoTime;
  readonly stopped_at: IsoTime | null;
}

export interface StartSession {
  readonly session_type: 'paper';
  readonly name?: string;
  readonly symbols: readonly string[];
  readonly venue: string;
  readonly strategies: readonly string[];
  readonly initial_balance?: Money;
  readonly idempotency_key: string;
}

export const listSessions = (signal?: AbortSignal) =>
  get<Page<Session>>('/api/sessions', { limit: 100 }, signal);

export const startSession = (request: StartSession) => post<Session>('/api/sessions/start', request);

export const pauseSession = (id: SessionId) => post<Session>(`/api/sessions/${encodeURIComponent(id)}/pause`);

export const resumeSession = (id: SessionId) => post<Session>(`/api/sessions/${encodeURIComponent(id)}/resume`);

export const stopSession = (id: SessionId, closePositions: boolean) =>
  post<Session>(`/api/sessions/${encodeURIComponent(id)}/stop`, { close_positions: closePositions });
