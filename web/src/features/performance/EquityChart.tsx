import { AreaSeries, createChart, type IChartApi, type ISeriesApi, type UTCTimestamp } from 'lightweight-charts';
import { useEffect, useRef } from 'react';
import type { EquityPoint } from '../../api/performance';
import { formatMoney } from '../../shared/format';
import { unixMs, type Money } from '../../shared/nominal';
import { useTheme } from '../../shared/theme';
import { chartOptions } from '../chart/chartOptions';
import { readPalette } from '../chart/palette';

/** The equity as an area that always shows the whole window. */
export function EquityChart({ points }: { readonly points: readonly EquityPoint[] }) {
  const host = useRef<HTMLDivElement>(null);
  const parts = useRef<{ chart: IChartApi; area: ISeriesApi<'Area'> } | null>(null);
  const theme = useTheme();

  useEffect(() => {
    if (!host.current) return;
    const chart = createChart(host.current, { ...equityOptions(), handleScroll: false, handleScale: false });
    const area = chart.addSeries(AreaSeries, {
      lineWidth: 2,
      lastValueVisible: true,
      priceLineVisible: false,
      priceFormat: { type: 'custom', minMove: 0.01, formatter: formatMoney },
    });
    area.priceScale().applyOptions({ scaleMargins: { top: 0.12, bottom: 0.08 } });
    parts.current = { chart, area };
    return () => {
      parts.current = null;
      chart.remove();
    };
  }, []);

  useEffect(() => {
    const palette = readPalette();
    parts.current?.chart.applyOptions(equityOptions());
    parts.current?.area.applyOptions({ lineColor: palette.blue, topColor: palette.blueSoft, bottomColor: 'transparent' });
  }, [theme]);

  useEffect(() => {
    parts.current?.area.setData(seriesOf(points));
    parts.current?.chart.timeScale().fitContent();
  }, [points]);

  const last = points.at(-1);
  return (
    <div
      className="equity"
      data-testid="equity"
      data-points={points.length}
      role="img"
      aria-label={last ? `Equity curve, now ${formatMoney(last.equity)}` : 'Equity curve, empty'}
    >
      <div className="equity-canvas" ref={host} />
      {points.length === 0 && <p className="equity-none dim">The curve begins with the first trade.</p>}
    </div>
  );
}

/** The price chart carries the library's mark for both; a curve has to fit its window however long it is. */
function equityOptions() {
  const { layout, timeScale, ...rest } = chartOptions(readPalette());
  return { ...rest, layout: { ...layout, attributionLogo: false }, timeScale: { ...timeScale, rightOffset: 0, minBarSpacing: 0.001 } };
}

/** The chart counts whole seconds and wants each once: the last point of a second stands for it. */
function seriesOf(points: readonly EquityPoint[]): { time: UTCTimestamp; value: Money }[] {
  const bySecond = new Map<number, Money>();
  for (const point of points) bySecond.set(Math.floor(unixMs(point.time) / 1000), point.equity);
  return [...bySecond]
    .sort(([left], [right]) => left - right)
    .map(([time, value]) => ({ time: time as UTCTimestamp, value }));
}
