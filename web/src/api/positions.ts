import type { IsoTime, Money, OrderId, Percent, PositionId, Price, Quantity, Seconds, SessionId, SignalId } from '../shared/nominal';
import { post } from './http';

export type PositionSide = 'LONG' | 'SHORT';

export interface Position {
  readonly position_id: PositionId;
  readonly session_id: SessionId;
  readonly venue: string;
  readonly symbol: string;
  readonly market_type: string;
  readonly side: PositionSide;
  readonly status: string;
  readonly quantity: Quantity;
  readonly entry_price: Price;
  readonly current_price: Price | null;
  readonly leverage: number;
  readonly margin: Money;
  readonly margin_ratio_pct: Percent | null;
  readonly liquidation_price: Price | null;
  readonly unrealized_pnl: Money | null;
  readonly unrealized_pnl_pct: Percent | null;
  readonly realized_pnl: Money;
  readonly fees: Money;
  readonly funding_accrued: Money;
  readonly stop_loss_price: Price | null;
  readonly take_profit_price: Price | null;
  readonly strategy_name: string | null;
  readonly signal_id: SignalId | null;
  readonly opened_at: IsoTime;
  readonly updated_at: IsoTime;
  readonly closed_at: IsoTime | null;
  readonly duration_seconds: Seconds;
  readonly close_reason: string | null;
}

interface CloseAnswer {
  readonly success: boolean;
  readonly order_id: OrderId;
}

/** Session and venue are always said, so that a symbol held twice is never ambiguous. */
export const closePosition = (position: Pick<Position, 'session_id' | 'venue' | 'symbol'>) =>
  post<CloseAnswer>(`/api/positions/${encodeURIComponent(position.symbol)}/close`, undefined, {
    session_id: position.session_id,
    venue: position.venue,
  });
