import { CandlestickSeries, HistogramSeries, createChart, type IChartApi, type ISeriesApi, type UTCTimestamp } from 'lightweight-charts';
import { useEffect, useRef, useState } from 'react';
import type { Position } from '../../api/positions';
import type { Problem } from '../../api/problem';
import type { Signal } from '../../api/signals';
import { formatPrice } from '../../shared/format';
import { instrumentKey, type OnVenue } from '../../shared/nominal';
import { useTheme } from '../../shared/theme';
import { useDesk } from '../../store/desk';
import { CandleFeed } from './candleFeed';
import type { Bar } from './candleSeries';
import { chartOptions } from './chartOptions';
import type { Interval } from './intervals';
import type { Marker } from './markers';
import { MarkerTooltip } from './MarkerTooltip';
import { readPalette, type Palette } from './palette';
import { PositionLines } from './PositionLines';
import { SignalMarks } from './SignalMarks';

const correctEveryMs = 5_000;
/** Older candles are fetched when fewer than this lie left of what is seen. */
const olderMargin = 30;
const firstBars = 160;
const firstBarWidth = 6;

interface PriceChartProps {
  readonly of: OnVenue;
  readonly interval: Interval;
  readonly digits: number;
  readonly markers: readonly Marker[];
  readonly positions: readonly Position[];
}

interface Parts {
  readonly chart: IChartApi;
  readonly candles: ISeriesApi<'Candlestick'>;
  readonly volume: ISeriesApi<'Histogram'>;
  readonly marks: SignalMarks;
  readonly lines: PositionLines;
}

interface Hover {
  readonly signal: Signal;
  readonly x: number;
  readonly y: number;
}

/** Candles, volume, signal marks and position lines of one symbol, kept up with the market. */
export function PriceChart({ of, interval, digits, markers, positions }: PriceChartProps) {
  const host = useRef<HTMLDivElement>(null);
  const parts = useRef<Parts | null>(null);
  const feed = useRef<CandleFeed | null>(null);
  const [count, setCount] = useState<number | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [hover, setHover] = useState<Hover | null>(null);
  const [attempt, setAttempt] = useState(0);
  const theme = useTheme();
  const key = instrumentKey(of);

  useEffect(() => {
    if (!host.current) return;
    const made = makeParts(host.current);
    parts.current = made;
    const point = (at: { x: number; y: number } | undefined) => {
      const placed = at ? made.marks.at(at.x, at.y) : null;
      setHover(placed ? { signal: placed.marker.signal, x: placed.x, y: placed.y } : null);
    };
    made.chart.subscribeCrosshairMove((event) => point(event.point));
    made.chart.subscribeClick((event) => point(event.point));
    made.chart.timeScale().subscribeVisibleLogicalRangeChange((range) => {
      if (range && range.from < olderMargin) void feed.current?.loadOlder();
    });
    return () => {
      parts.current = null;
      // Detached first, as a mark that is set later would ask a chart that is gone to draw.
      made.candles.detachPrimitive(made.marks);
      made.chart.remove();
    };
  }, []);

  useEffect(() => {
    parts.current?.candles.applyOptions({ priceFormat: { type: 'custom', minMove: 10 ** -digits, formatter: (price: number) => formatPrice(price, digits) } });
  }, [digits]);

  useEffect(() => {
    const { chart, candles, volume, marks } = parts.current!;
    setCount(null);
    setProblem(null);
    setHover(null);
    let palette = readPalette();
    let isFirst = true;
    const own = new CandleFeed(of, interval, {
      onReset: () => {
        palette = readPalette();
        const bars = own.series.all;
        candles.setData(bars.map(candleOf));
        volume.setData(bars.map((bar) => volumeOf(bar, palette)));
        marks.set({ candles: own.series });
        if (isFirst) showNewest(chart, bars.length);
        isFirst = false;
        setCount(bars.length);
        setProblem(null);
      },
      onBar: (bar) => {
        candles.update(candleOf(bar));
        volume.update(volumeOf(bar, palette));
        setCount(own.series.all.length);
      },
      onFailed: setProblem,
    });
    feed.current = own;
    candles.setData([]);
    volume.setData([]);
    candles.priceScale().applyOptions({ autoScale: true });
    void own.load();

    const unsubscribe = useDesk.subscribe((desk, before) => {
      const tick = desk.live.ticks.get(key);
      if (tick && tick !== before.live.ticks.get(key)) own.applyTick(tick);
      if (desk.connection.state === 'live' && before.connection.state !== 'live') void own.load();
    });
    const timer = setInterval(() => {
      if (!document.hidden) void own.correct();
    }, correctEveryMs);
    return () => {
      unsubscribe();
      clearInterval(timer);
      own.dispose();
      feed.current = null;
      marks.set({ candles: null });
    };
    // `of` is a fresh object for the same key on every render.
  }, [key, interval, attempt]);

  useEffect(() => parts.current?.marks.set({ markers }), [markers]);

  useEffect(() => {
    const palette = readPalette();
    parts.current?.lines.show(positions, palette);
  }, [positions, theme, key]);

  useEffect(() => {
    const { chart, candles, volume, marks } = parts.current!;
    const palette = readPalette();
    chart.applyOptions(chartOptions(palette));
    candles.applyOptions(candleColors(palette));
    volume.setData((feed.current?.series.all ?? []).map((bar) => volumeOf(bar, palette)));
    marks.set({ palette });
  }, [theme]);

  return (
    <div
      className="chart-host"
      data-testid="chart"
      data-symbol={of.symbol}
      data-venue={of.venue}
      data-candles={count ?? 0}
      data-markers={markers.length}
      data-last-marker={markers.at(-1)?.signal.signal_type ?? ''}
      role="img"
      aria-label={`Candles of ${of.symbol} at ${of.venue}, ${interval}, with ${markers.length} signals`}
    >
      <div className="chart-canvas" ref={host} />
      {problem && (
        <div className="chart-cover" role="alert">
          <p>{problem.message}</p>
          <button type="button" className="button" onClick={() => setAttempt((n) => n + 1)}>Try again</button>
        </div>
      )}
      {!problem && count === null && <div className="chart-cover"><span className="spinner" /> <p>Loading candles</p></div>}
      {!problem && count === 0 && <div className="chart-cover"><p>No trades yet. The first one begins the chart.</p></div>}
      {hover && <MarkerTooltip signal={hover.signal} x={hover.x} y={hover.y} digits={digits} />}
    </div>
  );
}

/** As many bars as stay wide enough to be read, and some room for the next ones. */
function showNewest(chart: IChartApi, count: number): void {
  const shown = Math.min(firstBars, Math.floor(chart.timeScale().width() / firstBarWidth));
  chart.timeScale().setVisibleLogicalRange({ from: count - shown, to: count + 6 });
}

function makeParts(host: HTMLElement): Parts {
  const palette = readPalette();
  const chart = createChart(host, chartOptions(palette));
  const candles = chart.addSeries(CandlestickSeries, { ...candleColors(palette), priceLineVisible: true });
  const volume = chart.addSeries(HistogramSeries, {
    priceScaleId: '', priceFormat: { type: 'volume' }, lastValueVisible: false, priceLineVisible: false,
  });
  candles.priceScale().applyOptions({ scaleMargins: { top: 0.24, bottom: 0.2 } });
  volume.priceScale().applyOptions({ scaleMargins: { top: 0.84, bottom: 0 } });
  const marks = new SignalMarks(null, palette);
  candles.attachPrimitive(marks);
  return { chart, candles, volume, marks, lines: new PositionLines(candles) };
}

function candleColors(palette: Palette) {
  return {
    upColor: palette.up, wickUpColor: palette.up, borderUpColor: palette.up,
    downColor: palette.down, wickDownColor: palette.down, borderDownColor: palette.down,
    priceLineColor: palette.dim,
  };
}

function candleOf(bar: Bar) {
  return { time: bar.time as UTCTimestamp, open: bar.open, high: bar.high, low: bar.low, close: bar.close };
}

function volumeOf(bar: Bar, palette: Palette) {
  return { time: bar.time as UTCTimestamp, value: bar.volume, color: bar.close >= bar.open ? palette.upSoft : palette.downSoft };
}
