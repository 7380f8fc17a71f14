import { useState } from 'react';
import type { Session, SessionStatus } from '../../api/sessions';
import { formatMoney, formatPercent, formatSignedMoney, formatSignedPercent, unknown, words } from '../../shared/format';
import { Plus } from '../../shared/icons';
import { tone } from '../../shared/tone';
import { chooseSession, setSessionFilter, useDesk, type SessionFilter } from '../../store/desk';
import { NewSessionDialog } from './NewSessionDialog';
import { SessionControls } from './SessionControls';
import './SessionBar.css';

const filters: readonly SessionFilter[] = ['running', 'all'];

const statusTone: Readonly<Record<SessionStatus, string>> = {
  STARTING: 'blue', RUNNING: 'up', PAUSED: 'amber', STOPPING: 'amber', STOPPED: '', ERROR: 'down',
};

export function SessionBar() {
  const [creating, setCreating] = useState(false);
  const list = useDesk((desk) => desk.sessions);
  const filter = useDesk((desk) => desk.sessionFilter);
  const sessionId = useDesk((desk) => desk.live.sessionId);
  const live = useDesk((desk) => desk.live.session);
  const openPositions = useDesk((desk) => (desk.live.phase === 'ready' ? desk.live.positions.size : null));
  const numbers = useDesk((desk) => desk.live.performance);

  const all = list.value ?? [];
  const shown = all.filter((each) => filter === 'all' || each.session_id === sessionId || hasNotEnded(each));
  const session = live ?? all.find((each) => each.session_id === sessionId) ?? null;

  return (
    <section className="session-bar" aria-label="Session">
      <div className="session-pick">
        <label className="visually-hidden" htmlFor="session-select">Session</label>
        <select
          id="session-select"
          className="field session-select"
          data-testid="session-select"
          value={sessionId ?? ''}
          disabled={all.length === 0}
          onChange={(event) => chooseSession(event.target.value)}
        >
          {all.length === 0 && <option value="">{list.loading ? 'Loading sessions…' : list.problem ? 'Sessions could not be loaded' : 'No sessions'}</option>}
          {shown.map((each) => (
            <option key={each.session_id} value={each.session_id}>
              {each.name || each.session_id} · {words(each.status)}
            </option>
          ))}
        </select>
        <div className="segments" role="group" aria-label="Which sessions to list">
          {filters.map((each) => (
            <button key={each} type="button" aria-pressed={filter === each} onClick={() => setSessionFilter(each)}>{each}</button>
          ))}
        </div>
        {session && (
          <span className="badge session-status" data-testid="session-status" data-tone={statusTone[session.status]} title={session.status_reason ?? undefined}>
            {session.status}
          </span>
        )}
      </div>
      {session && (
        <dl className="session-numbers">
          <Stat name="Equity" value={formatMoney(session.equity)} strong />
          <Stat name="P&L" value={`${formatSignedMoney(session.total_pnl)} (${formatSignedPercent(session.total_pnl_pct)})`} className={tone(session.total_pnl)} strong />
          <Stat name="Available" value={formatMoney(session.available)} wide />
          <Stat name="Win rate" value={winRate(numbers ?? session)} />
          <Stat name="Open" value={String(openPositions ?? session.open_positions)} />
          <Stat name="Drawdown" value={formatPercent((numbers ?? session).max_drawdown_pct)} wide />
        </dl>
      )}
      <div className="session-actions">
        {session && <SessionControls key={session.session_id} session={session} />}
        <button type="button" className={list.value?.length === 0 ? 'button button-primary' : 'button'} data-testid="new-session" onClick={() => setCreating(true)}>
          <Plus /> New session
        </button>
      </div>
      {creating && <NewSessionDialog onClose={() => setCreating(false)} />}
    </section>
  );
}

interface StatProps {
  readonly name: string;
  readonly value: string;
  readonly className?: string;
  readonly strong?: boolean;
  readonly wide?: boolean;
}

function Stat({ name, value, className = '', strong = false, wide = false }: StatProps) {
  return (
    <div className={`${strong ? 'stat-strong' : ''} ${wide ? 'stat-wide' : ''}`}>
      <dt>{name}</dt>
      <dd className={className}>{value}</dd>
    </div>
  );
}

function winRate(of: Pick<Session, 'win_rate' | 'winning_trades' | 'losing_trades'>): string {
  return of.win_rate === null ? unknown : `${formatPercent(of.win_rate, 0)} ${of.winning_trades}/${of.losing_trades}`;
}

function hasNotEnded(session: Session): boolean {
  return session.status !== 'STOPPED' && session.status !== 'ERROR';
}
