import { useMemo, useState } from 'react';
import { orderStatuses, type OrderStatus } from '../../api/orders';
import { words } from '../../shared/format';
import { useDesk } from '../../store/desk';
import { Panel } from '../panel/Panel';
import { useLivePanel } from '../panel/panelState';
import { OrderRow } from './OrderRow';
import './OrdersPanel.css';

export function OrdersPanel() {
  const orders = useDesk((desk) => desk.live.orders);
  const [status, setStatus] = useState<OrderStatus | ''>('');
  const [symbol, setSymbol] = useState('');
  const symbols = useMemo(() => [...new Set(orders.map((order) => order.symbol))].sort(), [orders]);
  const shown = useMemo(
    () => orders.filter((order) => (status === '' || order.status === status) && (symbol === '' || order.symbol === symbol)),
    [orders, status, symbol],
  );
  const state = useLivePanel(orders.length === 0, 'No orders yet', 'The last 50 show here with their slippage and result.');

  return (
    <Panel
      title="Orders"
      testId="orders"
      state={state}
      count={shown.length}
      tools={
        <>
          <select className="field field-small" aria-label="Filter by status" value={status} onChange={(event) => setStatus(event.target.value as OrderStatus | '')}>
            <option value="">all states</option>
            {orderStatuses.map((each) => <option key={each} value={each}>{words(each)}</option>)}
          </select>
          <select className="field field-small" aria-label="Filter by symbol" value={symbol} onChange={(event) => setSymbol(event.target.value)}>
            <option value="">all symbols</option>
            {symbols.map((each) => <option key={each} value={each}>{each}</option>)}
          </select>
        </>
      }
    >
      <table className="grid-table orders-table">
        <thead>
          <tr>
            <th scope="col">Time</th>
            <th scope="col">Symbol</th>
            <th scope="col">Action</th>
            <th scope="col" className="orders-wide">Type</th>
            <th scope="col">Origin</th>
            <th scope="col" className="number orders-middle">Filled</th>
            <th scope="col" className="number">Price</th>
            <th scope="col" className="number orders-slip">Slip</th>
            <th scope="col" className="number">P&amp;L</th>
            <th scope="col">Status</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((order) => <OrderRow key={order.order_id} order={order} />)}
        </tbody>
      </table>
      {shown.length === 0 && <p className="orders-none dim">No order passes this filter.</p>}
    </Panel>
  );
}
