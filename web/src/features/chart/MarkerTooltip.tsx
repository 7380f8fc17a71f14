import type { Signal } from '../../api/signals';
import { formatIndicator, formatMoment, formatPercent, formatPrice, words } from '../../shared/format';

interface MarkerTooltipProps {
  readonly signal: Signal;
  readonly x: number;
  readonly y: number;
  readonly digits: number;
}

/** What a mark stands for. It lies on the side of the mark that has room. */
export function MarkerTooltip({ signal, x, y, digits }: MarkerTooltipProps) {
  const style = { left: x, top: y, '--shift': x > 300 ? 'calc(-100% - 14px)' : '14px' } as React.CSSProperties;
  return (
    <div className="marker-tooltip" role="tooltip" style={style}>
      <p>
        <strong data-type={signal.signal_type}>{signal.signal_type}</strong> {signal.action}
        <span className="dim"> {formatMoment(signal.timestamp, Date.now())}</span>
      </p>
      <p className="dim">{signal.strategy_name}</p>
      <dl>
        <div><dt>price</dt><dd>{formatPrice(signal.price, digits)}</dd></div>
        <div><dt>confidence</dt><dd>{formatPercent(signal.confidence * 100, 0)}</dd></div>
        {Object.entries(signal.indicator_values).map(([name, value]) => (
          <div key={name}><dt>{name}</dt><dd>{formatIndicator(value)}</dd></div>
        ))}
      </dl>
      <p className="dim">{words(signal.execution_status)}{signal.rejection_reason ? `: ${words(signal.rejection_reason)}` : ''}</p>
    </div>
  );
}
