import { useState } from 'react';
import { problemOf } from '../../api/problem';
import { stopSession, type Session } from '../../api/sessions';
import { Dialog } from '../../shared/Dialog';
import { Spinner } from '../../shared/icons';
import { takeSession, useDesk } from '../../store/desk';

interface StopDialogProps {
  readonly session: Session;
  readonly onClose: () => void;
}

export function StopDialog({ session, onClose }: StopDialogProps) {
  const [closePositions, setClosePositions] = useState(true);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const open = useDesk((desk) => desk.live.positions.size);

  const stop = async () => {
    setBusy(true);
    setFault(null);
    try {
      takeSession(await stopSession(session.session_id, closePositions));
      onClose();
    } catch (error) {
      setFault(problemOf(error).message);
      setBusy(false);
    }
  };

  return (
    <Dialog title={`Stop ${session.name || 'this session'}?`} onClose={onClose}>
      <div className="dialog-body stop-body">
        <p>A stopped session does not run again. {open > 0 ? `It holds ${open} open position${open === 1 ? '' : 's'}.` : 'It holds no open positions.'}</p>
        <label className="check">
          <input type="checkbox" checked={closePositions} onChange={(event) => setClosePositions(event.target.checked)} />
          Close positions at the market
        </label>
        {fault && <p className="fault" role="alert">{fault}</p>}
      </div>
      <footer className="dialog-foot">
        <button type="button" className="button" autoFocus onClick={onClose}>Keep running</button>
        <button type="button" className="button button-danger" data-testid="confirm-stop" disabled={busy} onClick={() => void stop()}>
          {busy && <Spinner />} Stop session
        </button>
      </footer>
    </Dialog>
  );
}
