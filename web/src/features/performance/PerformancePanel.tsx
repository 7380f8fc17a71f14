import { useMemo } from 'react';
import type { PerformanceNumbers, PerformanceWindow, TradeExtreme } from '../../api/performance';
import {
  formatDuration, formatMoney, formatPercent, formatRatio, formatSignedMoney, formatSignedPercent, unknown,
} from '../../shared/format';
import { tone } from '../../shared/tone';
import { setWindow, useDesk } from '../../store/desk';
import { loadPerformance } from '../../sync/connect';
import { Panel } from '../panel/Panel';
import { ready, useLivePanel, type PanelState } from '../panel/panelState';
import { EquityChart } from './EquityChart';
import { withPoint } from './equity';
import './PerformancePanel.css';

const windows: readonly PerformanceWindow[] = ['1h', '24h', '7d', 'all'];

export function PerformancePanel() {
  const load = useDesk((desk) => desk.performance);
  const live = useDesk((desk) => desk.live.performance);
  const point = useDesk((desk) => desk.live.equityPoint);
  const window = useDesk((desk) => desk.window);
  const livePanel = useLivePanel(false, '', '');
  const equity = useMemo(() => withPoint(load.value?.equity ?? [], point), [load.value, point]);
  // Events tell of the whole session; a window's numbers come from REST alone.
  const numbers: PerformanceNumbers | null = (window === 'all' ? live : null) ?? load.value;

  return (
    <Panel
      title="Performance"
      testId="performance"
      state={numbers ? ready : faceOf(livePanel, load.problem?.message ?? null)}
      tools={
        <div className="segments" role="group" aria-label="Window">
          {windows.map((each) => (
            <button key={each} type="button" aria-pressed={each === window} onClick={() => setWindow(each)}>{each}</button>
          ))}
        </div>
      }
    >
      {numbers && (
        <div className="performance">
          <EquityChart points={equity} />
          <Numbers numbers={numbers} />
        </div>
      )}
    </Panel>
  );
}

function faceOf(livePanel: PanelState, problem: string | null): PanelState {
  if (livePanel.kind !== 'ready') return livePanel;
  return problem === null ? { kind: 'loading' } : { kind: 'failed', message: problem, retry: () => void loadPerformance() };
}

const wide: ReadonlySet<string> = new Set(['Total P&L', 'Best', 'Worst']);

function Numbers({ numbers: n }: { readonly numbers: PerformanceNumbers }) {
  const rows: readonly (readonly [string, string, string?])[] = [
    ['Total P&L', `${formatSignedMoney(n.total_pnl)} (${formatSignedPercent(n.total_pnl_pct)})`, tone(n.total_pnl)],
    ['Realized', formatSignedMoney(n.realized_pnl), tone(n.realized_pnl)],
    ['Unrealized', formatSignedMoney(n.unrealized_pnl), tone(n.unrealized_pnl)],
    ['Trades', `${n.total_trades} (${n.winning_trades} W / ${n.losing_trades} L)`],
    ['Win rate', formatPercent(n.win_rate, 1)],
    ['Profit factor', formatRatio(n.profit_factor)],
    ['Expectancy', formatSignedMoney(n.expectancy), tone(n.expectancy)],
    ['Average win', formatSignedMoney(n.average_win), tone(n.average_win)],
    ['Average loss', formatSignedMoney(n.average_loss), tone(n.average_loss)],
    ['Best', extreme(n.best_trade), tone(n.best_trade?.net_pnl)],
    ['Worst', extreme(n.worst_trade), tone(n.worst_trade?.net_pnl)],
    ['Average duration', formatDuration(n.average_duration_s)],
    ['Max drawdown', `${formatPercent(n.max_drawdown_pct)}${drawdownTail(n)}`],
    ['Sharpe', formatRatio(n.sharpe)],
    ['Sortino', formatRatio(n.sortino)],
    ['Calmar', formatRatio(n.calmar)],
    ['Realistic APR', formatSignedPercent(n.realistic_apr_pct, 1)],
    ['Commission', formatMoney(n.commission)],
    ['Funding', formatSignedMoney(n.funding)],
  ];
  return (
    <dl className="numbers">
      {rows.map(([name, value, valueTone]) => (
        <div key={name} className={wide.has(name) ? 'numbers-wide' : ''}>
          <dt>{name}</dt>
          <dd className={valueTone} title={value}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function extreme(trade: TradeExtreme | null): string {
  return trade ? `${formatSignedMoney(trade.net_pnl)} ${trade.symbol} ${trade.side}` : unknown;
}

function drawdownTail(numbers: PerformanceNumbers): string {
  if (!numbers.max_drawdown_pct) return '';
  return numbers.drawdown_recovered ? ' recovered' : ' not recovered';
}
