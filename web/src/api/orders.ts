import type { IsoTime, Money, OrderId, Percent, Price, Quantity, SessionId, SignalId } from '../shared/nominal';

export type OrderStatus = 'PENDING' | 'OPEN' | 'PARTIAL' | 'FILLED' | 'CANCELLED' | 'REJECTED' | 'EXPIRED';

export const orderStatuses: readonly OrderStatus[] = [
  'PENDING', 'OPEN', 'PARTIAL', 'FILLED', 'CANCELLED', 'REJECTED', 'EXPIRED',
];

export interface Order {
  readonly order_id: OrderId;
  readonly session_id: SessionId;
  readonly strategy_name: string | null;
  readonly signal_id: SignalId | null;
  readonly venue: string;
  readonly symbol: string;
  readonly action: string;
  readonly side: string;
  readonly position_side: string;
  readonly type: string;
  readonly time_in_force: string;
  readonly origin: string;
  readonly quantity: Quantity;
  readonly filled_quantity: Quantity;
  readonly requested_price: Price | null;
  readonly execution_price: Price | null;
  readonly slippage_pct: Percent | null;
  readonly leverage: number;
  readonly status: OrderStatus;
  readonly reason: string | null;
  readonly commission: Money | null;
  readonly realized_pnl: Money | null;
  readonly created_at: IsoTime;
  readonly updated_at: IsoTime;
}
