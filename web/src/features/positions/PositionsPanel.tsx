import { useMemo } from 'react';
import { useDesk } from '../../store/desk';
import { Panel } from '../panel/Panel';
import { useLivePanel } from '../panel/panelState';
import { PositionRow } from './PositionRow';
import './PositionsPanel.css';

export function PositionsPanel() {
  const positions = useDesk((desk) => desk.live.positions);
  const state = useLivePanel(positions.size === 0, 'No open positions', 'When a strategy enters, the position shows here with its profit and its margin.');
  // By opening and not by profit, so that a row stays where the eye left it.
  const rows = useMemo(
    () => [...positions.values()].sort((left, right) => left.opened_at.localeCompare(right.opened_at)),
    [positions],
  );

  return (
    <Panel title="Positions" testId="positions" state={state} count={positions.size}>
      <table className="grid-table positions-table">
        <thead>
          <tr>
            <th scope="col">Symbol</th>
            <th scope="col">Side</th>
            <th scope="col" className="number">Size</th>
            <th scope="col" className="number">Entry</th>
            <th scope="col" className="number">Current</th>
            <th scope="col" className="number">P&amp;L</th>
            <th scope="col" className="number">%</th>
            <th scope="col" className="number">Margin</th>
            <th scope="col" className="number">Liquidation</th>
            <th scope="col" className="number">Stop</th>
            <th scope="col" className="number">Target</th>
            <th scope="col" className="number">Open for</th>
            <th scope="col" className="position-strategy">Strategy</th>
            <th scope="col"><span className="visually-hidden">Close</span></th>
          </tr>
        </thead>
        <tbody>
          {rows.map((position) => <PositionRow key={position.position_id} position={position} />)}
        </tbody>
      </table>
    </Panel>
  );
}
