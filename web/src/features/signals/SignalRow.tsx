import { memo } from 'react';
import type { Signal, SignalStatus } from '../../api/signals';
import { formatIndicator, formatPercent, formatPrice, formatTime, words } from '../../shared/format';
import { instrumentKey } from '../../shared/nominal';
import { chartSymbol } from '../../store/desk';
import { usePriceDigits } from '../../store/selectors';

const fateTone: Readonly<Record<SignalStatus, string>> = {
  PENDING: 'blue', EXECUTED: 'up', CANCELLED: '', REJECTED: 'down', BLOCKED: 'amber',
};

export const SignalRow = memo(function SignalRow({ signal }: { readonly signal: Signal }) {
  const digits = usePriceDigits(signal, signal.price);
  return (
    <li className="signal" data-testid="signal-row" data-type={signal.signal_type} data-symbol={signal.symbol} data-status={signal.execution_status}>
      <div className="signal-line">
        <span className="dim" title={signal.timestamp}>{formatTime(signal.timestamp)}</span>
        <b>{signal.signal_type}</b>
        <button type="button" className="button-link signal-symbol" onClick={() => chartSymbol(instrumentKey(signal))}>{signal.symbol}</button>
        <span className="signal-action">{signal.action} @ {formatPrice(signal.price, digits)}</span>
        <span className="badge signal-fate" data-tone={fateTone[signal.execution_status]}>{words(signal.execution_status)}</span>
      </div>
      <div className="signal-values">
        <span title="confidence"><i>{formatPercent(signal.confidence * 100, 0)}</i></span>
        <span>{signal.strategy_name}</span>
        {signal.rejection_reason && <span className="signal-reason">{words(signal.rejection_reason)}</span>}
        {Object.entries(signal.indicator_values).map(([name, value]) => (
          <span key={name}>{name} <i>{formatIndicator(value)}</i></span>
        ))}
      </div>
    </li>
  );
});
