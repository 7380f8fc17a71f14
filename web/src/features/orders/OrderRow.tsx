import { memo } from 'react';
import type { Order, OrderStatus } from '../../api/orders';
import { digitsOf, formatPercent, formatPrice, formatQuantity, formatSignedMoney, formatTime, unknown, words } from '../../shared/format';
import { tone } from '../../shared/tone';
import { useInstrument, usePriceDigits } from '../../store/selectors';

const statusTone: Readonly<Record<OrderStatus, string>> = {
  PENDING: 'blue', OPEN: 'blue', PARTIAL: 'amber', FILLED: 'up', CANCELLED: '', REJECTED: 'down', EXPIRED: '',
};

export const OrderRow = memo(function OrderRow({ order }: { readonly order: Order }) {
  const example = order.execution_price ?? order.requested_price;
  const digits = usePriceDigits(order, example);
  const lotDigits = digitsOf(useInstrument(order)?.lot_size, 8);
  const isPart = order.filled_quantity !== order.quantity;

  return (
    <>
      <tr data-testid="order-row" data-status={order.status} data-symbol={order.symbol} className={order.reason ? 'order-with-reason' : ''}>
        <td className="dim" title={order.created_at}>{formatTime(order.created_at)}</td>
        <td>{order.symbol}</td>
        <td className={order.side === 'BUY' ? 'gain' : 'loss'}>{order.action}</td>
        <td className="dim orders-wide">{order.type} {order.time_in_force}</td>
        <td className="dim" title={words(order.origin)}>{order.origin.length > 3 ? words(order.origin) : order.origin}</td>
        <td className="number orders-middle" title={`${order.filled_quantity} of ${order.quantity}`}>
          {formatQuantity(order.filled_quantity, lotDigits)}
          {isPart && <span className="dim">/{formatQuantity(order.quantity, lotDigits)}</span>}
        </td>
        <td className="number" title={`asked ${formatPrice(order.requested_price, digits)}`}>{formatPrice(example, digits)}</td>
        <td className="number dim orders-slip">{formatPercent(order.slippage_pct, 3)}</td>
        <td className={`number ${tone(order.realized_pnl)}`}>{order.realized_pnl === null ? unknown : formatSignedMoney(order.realized_pnl)}</td>
        <td><span className="badge" data-tone={statusTone[order.status]}>{words(order.status)}</span></td>
      </tr>
      {order.reason && (
        <tr className="order-reason">
          <td />
          <td colSpan={9}>{words(order.reason)}</td>
        </tr>
      )}
    </>
  );
});
