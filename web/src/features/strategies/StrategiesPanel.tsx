import { useDeferredValue, useMemo, useState } from 'react';
import { strategyKey } from '../../shared/nominal';
import { useDesk } from '../../store/desk';
import { Panel } from '../panel/Panel';
import { useLivePanel } from '../panel/panelState';
import { byInterest } from './interest';
import { StrategyRow } from './StrategyRow';
import './StrategiesPanel.css';

const shownAtFirst = 24;

export function StrategiesPanel() {
  const strategies = useDeferredValue(useDesk((desk) => desk.live.strategies));
  const [text, setText] = useState('');
  const [all, setAll] = useState(false);
  const sorted = useMemo(() => {
    const wanted = text.trim().toLowerCase().split(/\s+/);
    return byInterest(strategies.values()).filter((each) => {
      const searched = `${each.symbol} ${each.strategy_name} ${each.state} ${each.venue}`.toLowerCase();
      return wanted.every((word) => searched.includes(word));
    });
  }, [strategies, text]);
  const shown = all ? sorted : sorted.slice(0, shownAtFirst);
  const state = useLivePanel(strategies.size === 0, 'No strategies', 'This session runs none.');

  return (
    <Panel
      title="Strategy states"
      testId="strategy-states"
      state={state}
      count={sorted.length}
      tools={
        <input
          type="search"
          className="field field-small strategies-filter"
          placeholder="Filter"
          aria-label="Filter by symbol, strategy or state"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      }
    >
      <ul>
        {shown.map((each) => <StrategyRow key={strategyKey(each)} strategy={each} />)}
      </ul>
      {sorted.length > shown.length && (
        <button type="button" className="button strategies-more" onClick={() => setAll(true)}>Show all {sorted.length}</button>
      )}
      {all && sorted.length > shownAtFirst && (
        <button type="button" className="button strategies-more" onClick={() => setAll(false)}>Show the first {shownAtFirst}</button>
      )}
      {sorted.length === 0 && <p className="strategies-none dim">Nothing passes this filter.</p>}
    </Panel>
  );
}
