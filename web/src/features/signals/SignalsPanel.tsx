import { useMemo, useState } from 'react';
import { signalTypes, type SignalType } from '../../api/signals';
import { useDesk } from '../../store/desk';
import { Panel } from '../panel/Panel';
import { useLivePanel } from '../panel/panelState';
import { SignalRow } from './SignalRow';
import './SignalsPanel.css';

export function SignalsPanel() {
  const signals = useDesk((desk) => desk.live.signals);
  const [type, setType] = useState<SignalType | null>(null);
  const shown = useMemo(() => (type ? signals.filter((signal) => signal.signal_type === type) : signals), [signals, type]);
  const state = useLivePanel(signals.length === 0, 'No signals yet', 'The last 100 show here with the values that raised them and what became of them.');

  return (
    <Panel
      title="Signals"
      testId="signals"
      state={state}
      count={shown.length}
      tools={
        <div className="segments" role="group" aria-label="Filter by section">
          <button type="button" aria-pressed={type === null} onClick={() => setType(null)}>all</button>
          {signalTypes.map((each) => (
            <button key={each} type="button" aria-pressed={type === each} onClick={() => setType(each)}>{each}</button>
          ))}
        </div>
      }
    >
      <ul>
        {shown.map((signal) => <SignalRow key={signal.signal_id} signal={signal} />)}
      </ul>
      {shown.length === 0 && <p className="signals-none dim">No signal of this section.</p>}
    </Panel>
  );
}
