import type {
  IChartApi, IPrimitivePaneRenderer, IPrimitivePaneView, ISeriesApi, ISeriesPrimitive, SeriesAttachedParameter, Time, UTCTimestamp,
} from 'lightweight-charts';
import type { CandleSeries } from './candleSeries';
import type { Marker } from './markers';
import type { Palette } from './palette';
import { drawMark } from './drawMark';

type Canvas = Parameters<IPrimitivePaneRenderer['draw']>[0];

interface Placed {
  readonly marker: Marker;
  readonly x: number;
  readonly y: number;
}

const firstOffset = 13;
const stackOffset = 15;
const reach = 11;
const labelWidth = 30;
/** Below this width of a bar, labels would run into each other. */
const labelledBarSpacing = 4;

/** Whether a mark stands where the name of another would be written. */
function liesOnLabel(mark: Placed, labelled: Placed): boolean {
  const ahead = mark.x - labelled.x;
  return mark !== labelled && ahead > 0 && ahead < labelWidth && Math.abs(mark.y - labelled.y) < reach;
}

/** Draws signals beside the candles in which they occurred, and knows which one the pointer is on. */
export class SignalMarks implements ISeriesPrimitive<Time> {
  private chart: IChartApi | null = null;
  private series: ISeriesApi<'Candlestick'> | null = null;
  private requestUpdate: (() => void) | null = null;
  private markers: readonly Marker[] = [];
  private placed: readonly Placed[] = [];
  private readonly views: readonly IPrimitivePaneView[] = [
    { zOrder: () => 'top', renderer: () => ({ draw: (canvas) => this.draw(canvas) }) },
  ];

  constructor(
    private candles: CandleSeries | null,
    private palette: Palette,
  ) {}

  attached(parameters: SeriesAttachedParameter<Time>): void {
    this.chart = parameters.chart as IChartApi;
    this.series = parameters.series as ISeriesApi<'Candlestick'>;
    this.requestUpdate = parameters.requestUpdate;
  }

  detached(): void {
    this.chart = this.series = this.requestUpdate = null;
  }

  paneViews(): readonly IPrimitivePaneView[] {
    return this.views;
  }

  set(change: { markers?: readonly Marker[]; candles?: CandleSeries | null; palette?: Palette }): void {
    if (change.markers) this.markers = change.markers;
    if (change.candles !== undefined) this.candles = change.candles;
    if (change.palette) this.palette = change.palette;
    this.requestUpdate?.();
  }

  at(x: number, y: number): Placed | null {
    let best: Placed | null = null;
    let bestDistance = reach;
    for (const each of this.placed) {
      const distance = Math.hypot(each.x - x, each.y - y);
      if (distance >= bestDistance) continue;
      best = each;
      bestDistance = distance;
    }
    return best;
  }

  private draw(canvas: Canvas): void {
    this.placed = this.place();
    const labelled = (this.chart?.timeScale().options().barSpacing ?? 0) >= labelledBarSpacing;
    canvas.useMediaCoordinateSpace(({ context }) => {
      for (const each of this.placed)
        drawMark(context, each.marker, each.x, each.y, this.palette, labelled && !this.placed.some((other) => liesOnLabel(other, each)));
    });
  }

  private place(): readonly Placed[] {
    const { chart, series, candles } = this;
    if (!chart || !series || !candles) return [];
    const timeScale = chart.timeScale();
    const width = timeScale.width();
    const stacked = new Map<string, number>();
    const placed: Placed[] = [];
    for (const marker of this.markers) {
      const bar = candles.barAt(marker.timeMs);
      if (!bar) continue;
      const x = timeScale.timeToCoordinate(bar.time as UTCTimestamp);
      const edge = series.priceToCoordinate(marker.side === 'above' ? bar.high : bar.low);
      if (x === null || edge === null || x < -20 || x > width + 20) continue;
      const place = `${bar.time}${marker.side}`;
      const below = stacked.get(place) ?? 0;
      stacked.set(place, below + 1);
      const offset = firstOffset + stackOffset * below;
      placed.push({ marker, x, y: marker.side === 'above' ? edge - offset : edge + offset });
    }
    return placed;
  }
}
