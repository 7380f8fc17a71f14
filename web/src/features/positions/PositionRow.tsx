import { memo } from 'react';
import type { Position } from '../../api/positions';
import { digitsOf, formatDuration, formatPercent, formatPrice, formatQuantity, formatSignedMoney, formatSignedPercent } from '../../shared/format';
import { instrumentKey, unixMs, type IsoTime } from '../../shared/nominal';
import { Spinner } from '../../shared/icons';
import { tone } from '../../shared/tone';
import { chartSymbol } from '../../store/desk';
import { useEngineNow, useInstrument, usePriceDigits } from '../../store/selectors';
import { useClose } from './useClose';
import { useFlash } from './useFlash';

/** Below these the margin is worth a look, or worth alarm. */
const watchfulRatio = 80;
const alarmingRatio = 50;

export const PositionRow = memo(function PositionRow({ position }: { readonly position: Position }) {
  const digits = usePriceDigits(position, position.entry_price);
  const instrument = useInstrument(position);
  const { busy, fault, close } = useClose(position);
  const flash = useFlash(position.unrealized_pnl);
  const pnlTone = tone(position.unrealized_pnl);
  const price = (value: number | null) => formatPrice(value, digits);

  return (
    <>
      <tr data-testid="position-row" data-symbol={position.symbol} data-side={position.side}>
        <td className="position-symbol">
          <button type="button" className="button-link" onClick={() => chartSymbol(instrumentKey(position))}>{position.symbol}</button>
        </td>
        <td className="position-side">
          <span className="badge" data-tone={position.side === 'LONG' ? 'up' : 'down'}>{position.side} {position.leverage}×</span>
        </td>
        <td className="number" data-label="Size">{formatQuantity(position.quantity, digitsOf(instrument?.lot_size, 8))}</td>
        <td className="number" data-label="Entry">{price(position.entry_price)}</td>
        <td className="number" data-label="Current">{price(position.current_price)}</td>
        <td className={`number position-pnl ${pnlTone}`} data-label="P&amp;L"><span ref={flash}>{formatSignedMoney(position.unrealized_pnl)}</span></td>
        <td className={`number ${pnlTone}`} data-label="Of margin">{formatSignedPercent(position.unrealized_pnl_pct)}</td>
        <td className="number" data-label="Margin ratio"><MarginRatio ratio={position.margin_ratio_pct} /></td>
        <td className="number" data-label="Liquidation">{price(position.liquidation_price)}</td>
        <td className="number" data-label="Stop">{price(position.stop_loss_price)}</td>
        <td className="number" data-label="Target">{price(position.take_profit_price)}</td>
        <td className="number" data-label="Open for"><Age since={position.opened_at} /></td>
        <td className="dim position-strategy" data-label="Strategy" title={position.strategy_name ?? undefined}>{position.strategy_name ?? 'manual'}</td>
        <td className="position-close">
          <button
            type="button"
            className="button close-button"
            data-testid="close-position"
            disabled={busy}
            aria-label={`Close ${position.symbol} ${position.side}`}
            onClick={() => void close()}
          >
            {busy ? <Spinner /> : 'Close'}
          </button>
        </td>
      </tr>
      {fault && (
        <tr className="close-fault" role="alert">
          <td colSpan={14}>{position.symbol} was not closed: {fault}</td>
        </tr>
      )}
    </>
  );
});

function MarginRatio({ ratio }: { readonly ratio: number | null }) {
  const level = ratio === null ? '' : ratio < alarmingRatio ? 'alarming' : ratio < watchfulRatio ? 'watchful' : 'safe';
  return (
    <span className="margin-ratio" data-level={level}>
      <i aria-hidden="true"><b style={{ width: `${Math.min(100, Math.max(0, ratio ?? 0))}%` }} /></i>
      {formatPercent(ratio, 0)}
    </span>
  );
}

function Age({ since }: { readonly since: IsoTime }) {
  const now = useEngineNow();
  return formatDuration((now - unixMs(since)) / 1000);
}
