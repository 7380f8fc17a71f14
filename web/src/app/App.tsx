import { AlertStrip } from '../features/alerts/AlertStrip';
import { ChartPanel } from '../features/chart/ChartPanel';
import { OrdersPanel } from '../features/orders/OrdersPanel';
import { PerformancePanel } from '../features/performance/PerformancePanel';
import { PositionsPanel } from '../features/positions/PositionsPanel';
import { SessionBar } from '../features/session/SessionBar';
import { SignalsPanel } from '../features/signals/SignalsPanel';
import { StrategiesPanel } from '../features/strategies/StrategiesPanel';
import { Header } from './Header';
import './App.css';

const places = [
  ['chart-panel', 'Chart'],
  ['positions', 'Positions'],
  ['strategy-states', 'States'],
  ['signals', 'Signals'],
  ['orders', 'Orders'],
  ['performance', 'Results'],
] as const;

export function App() {
  return (
    <div className="page">
      <Header />
      <div className="page-top">
        <SessionBar />
        <AlertStrip />
      </div>
      <main className="desk">
        <ChartPanel />
        <PositionsPanel />
        <StrategiesPanel />
        <SignalsPanel />
        <OrdersPanel />
        <PerformancePanel />
      </main>
      <nav className="places" aria-label="Panels">
        {places.map(([id, name]) => <a key={id} href={`#${id}`}>{name}</a>)}
      </nav>
    </div>
  );
}
