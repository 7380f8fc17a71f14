import { formatTime } from '../../shared/format';
import { retryConnection } from '../../sync/connect';
import { useDesk } from '../../store/desk';
import './ConnectionState.css';

/** Whether what is shown is live, and since when it is not. */
export function ConnectionState() {
  const { state, since, reason } = useDesk((desk) => desk.connection);
  return (
    <div className="connection">
      <span className="connection-state" data-testid="connection" data-state={state} role="status" title={reason ?? undefined}>
        <i aria-hidden="true" />
        {state === 'live' && 'live'}
        {state === 'connecting' && 'connecting…'}
        {state === 'reconnecting' && `reconnecting… since ${formatTime(since)}`}
        {state === 'offline' && `offline since ${formatTime(since)}`}
      </span>
      {state === 'offline' && <button type="button" className="button-link" onClick={retryConnection}>Retry now</button>}
    </div>
  );
}
