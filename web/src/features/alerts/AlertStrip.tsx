import { memo } from 'react';
import type { Alert } from '../../store/live';
import { formatTime } from '../../shared/format';
import { Close, Info, Warning } from '../../shared/icons';
import { dismissAlert, dismissAllAlerts, useDesk } from '../../store/desk';
import './AlertStrip.css';

const shownAtOnce = 3;

/** The newest alerts across the page until the trader dismisses them; nothing takes no room. */
export function AlertStrip() {
  const alerts = useDesk((desk) => desk.live.alerts);
  const hidden = alerts.length - shownAtOnce;
  return (
    <div className="alerts" data-testid="alerts" data-count={alerts.length} role="log" aria-live="polite" aria-label="Risk alerts">
      {alerts.slice(0, shownAtOnce).map((alert) => <AlertLine key={alert.id} alert={alert} />)}
      {alerts.length > 1 && (
        <div className="alerts-more">
          {hidden > 0 && <span className="dim">and {hidden} more</span>}
          <button type="button" className="button-link" onClick={dismissAllAlerts}>Dismiss all</button>
        </div>
      )}
    </div>
  );
}

const AlertLine = memo(function AlertLine({ alert }: { readonly alert: Alert }) {
  return (
    <div className="alert" data-severity={alert.severity}>
      {alert.severity === 'info' ? <Info /> : <Warning />}
      <span className="dim">{formatTime(alert.time)}</span>
      {alert.symbol && <strong>{alert.symbol}</strong>}
      <span className="alert-message" title={alert.message}>{alert.message}</span>
      <button type="button" className="button-icon" aria-label="Dismiss alert" onClick={() => dismissAlert(alert.id)}><Close /></button>
    </div>
  );
});
