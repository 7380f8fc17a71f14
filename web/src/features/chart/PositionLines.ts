import { LineStyle, type IPriceLine, type ISeriesApi } from 'lightweight-charts';
import type { Position } from '../../api/positions';
import { formatSignedMoney, formatSignedPercent } from '../../shared/format';
import type { Palette } from './palette';

interface Line {
  readonly price: number;
  readonly color: string;
  readonly style: LineStyle;
  readonly title: string;
}

/** The price lines of the open positions of the charted symbol. */
export class PositionLines {
  private readonly lines = new Map<string, IPriceLine>();

  constructor(private readonly series: ISeriesApi<'Candlestick'>) {}

  show(positions: readonly Position[], palette: Palette): void {
    const wanted = new Map<string, Line>();
    for (const position of positions)
      for (const [kind, line] of linesOf(position, palette)) wanted.set(`${position.position_id}:${kind}`, line);

    for (const [key, line] of this.lines) {
      if (wanted.has(key)) continue;
      this.series.removePriceLine(line);
      this.lines.delete(key);
    }
    for (const [key, { price, color, style, title }] of wanted) {
      const options = { price, color, title, lineStyle: style, lineWidth: 1 as const, axisLabelVisible: true };
      const known = this.lines.get(key);
      if (known) known.applyOptions(options);
      else this.lines.set(key, this.series.createPriceLine(options));
    }
  }
}

function linesOf(position: Position, palette: Palette): readonly (readonly [string, Line])[] {
  const gain = (position.unrealized_pnl ?? 0) >= 0;
  const pnl = `${formatSignedMoney(position.unrealized_pnl)} (${formatSignedPercent(position.unrealized_pnl_pct)})`;
  const lines: [string, Line][] = [
    ['entry', {
      price: position.entry_price,
      color: gain ? palette.up : palette.down,
      style: LineStyle.Solid,
      title: `${position.side} ${position.leverage}× ${pnl}`,
    }],
  ];
  const add = (kind: string, price: number | null, color: string, style: LineStyle, title: string) => {
    if (price !== null) lines.push([kind, { price, color, style, title }]);
  };
  add('liquidation', position.liquidation_price, palette.down, LineStyle.LargeDashed, 'Liquidation');
  add('stop', position.stop_loss_price, palette.amber, LineStyle.Dashed, 'Stop');
  add('target', position.take_profit_price, palette.blue, LineStyle.Dashed, 'Target');
  return lines;
}
