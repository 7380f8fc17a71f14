import { useState } from 'react';
import { problemOf } from '../../api/problem';
import { pauseSession, resumeSession, type Session } from '../../api/sessions';
import { Pause, Play, Spinner, Stop } from '../../shared/icons';
import { takeSession } from '../../store/desk';
import { StopDialog } from './StopDialog';

/** Pause, resume and stop, as far as the session's status allows. */
export function SessionControls({ session }: { readonly session: Session }) {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const [stopping, setStopping] = useState(false);
  const { status } = session;

  const run = async (command: () => Promise<Session>) => {
    setBusy(true);
    setFault(null);
    try {
      takeSession(await command());
    } catch (error) {
      setFault(problemOf(error).message);
    } finally {
      setBusy(false);
    }
  };

  return (
    <>
      {fault && <span className="session-fault" role="alert">{fault}</span>}
      {status === 'PAUSED' ? (
        <button type="button" className="button" disabled={busy} onClick={() => void run(() => resumeSession(session.session_id))}>
          {busy ? <Spinner /> : <Play />} Resume
        </button>
      ) : (
        <button type="button" className="button" disabled={busy || status !== 'RUNNING'} onClick={() => void run(() => pauseSession(session.session_id))}>
          {busy ? <Spinner /> : <Pause />} Pause
        </button>
      )}
      <button
        type="button"
        className="button button-danger"
        data-testid="stop-session"
        disabled={busy || !['RUNNING', 'PAUSED', 'STARTING'].includes(status)}
        onClick={() => setStopping(true)}
      >
        <Stop /> Stop
      </button>
      {stopping && <StopDialog session={session} onClose={() => setStopping(false)} />}
    </>
  );
}
