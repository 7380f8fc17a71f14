import type { IsoTime, Money, Percent, Seconds, SessionId } from '../shared/nominal';
import { get } from './http';

export type PerformanceWindow = '1h' | '24h' | '7d' | 'all';

export interface TradeExtreme {
  readonly venue: string;
  readonly symbol: string;
  readonly side: string;
  readonly net_pnl: Money;
}

export interface EquityPoint {
  readonly time: IsoTime;
  readonly equity: Money;
}

export interface PerformanceNumbers {
  readonly session_id: SessionId;
  readonly total_pnl: Money;
  readonly total_pnl_pct: Percent;
  readonly realized_pnl: Money;
  readonly unrealized_pnl: Money;
  readonly total_trades: number;
  readonly winning_trades: number;
  readonly losing_trades: number;
  readonly win_rate: Percent | null;
  readonly profit_factor: number | null;
  readonly average_win: Money | null;
  readonly average_loss: Money | null;
  readonly expectancy: Money | null;
  readonly best_trade: TradeExtreme | null;
  readonly worst_trade: TradeExtreme | null;
  readonly commission: Money;
  readonly funding: Money;
  readonly average_duration_s: Seconds | null;
  readonly sharpe: number | null;
  readonly sortino: number | null;
  readonly max_drawdown_pct: Percent | null;
  readonly max_drawdown_duration_s: Seconds | null;
  readonly drawdown_recovered: boolean | null;
  readonly annual_return_pct: Percent | null;
  readonly calmar: number | null;
  readonly realistic_apr_pct: Percent | null;
}

export interface Performance extends PerformanceNumbers {
  readonly equity: readonly EquityPoint[];
}

export const readPerformance = (sessionId: SessionId, window: PerformanceWindow, signal?: AbortSignal) =>
  get<Performance>('/api/performance', { session_id: sessionId, window: window === 'all' ? undefined : window }, signal);
