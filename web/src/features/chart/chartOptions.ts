import { ColorType, CrosshairMode, TickMarkType, type ChartOptions, type DeepPartial, type Time } from 'lightweight-charts';
import { formatDay, formatMoment, formatTime } from '../../shared/format';
import type { Palette } from './palette';

/** What every chart of the page has in common; times are shown in the trader's zone. */
export function chartOptions(palette: Palette): DeepPartial<ChartOptions> {
  return {
    autoSize: true,
    layout: {
      background: { type: ColorType.Solid, color: palette.panel },
      textColor: palette.dim,
      fontFamily: getComputedStyle(document.body).fontFamily,
      fontSize: 11,
    },
    grid: { vertLines: { color: palette.grid }, horzLines: { color: palette.grid } },
    rightPriceScale: { borderColor: palette.grid },
    timeScale: {
      borderColor: palette.grid,
      timeVisible: true,
      secondsVisible: true,
      rightOffset: 6,
      minBarSpacing: 1,
      tickMarkFormatter: (time: Time, kind: TickMarkType) => tickMark(Number(time) * 1000, kind),
    },
    crosshair: {
      mode: CrosshairMode.Normal,
      vertLine: { color: palette.line, labelBackgroundColor: palette.line },
      horzLine: { color: palette.line, labelBackgroundColor: palette.line },
    },
    localization: { timeFormatter: (time: Time) => formatMoment(Number(time) * 1000, Date.now()) },
  };
}

function tickMark(timeMs: number, kind: TickMarkType): string {
  if (kind === TickMarkType.TimeWithSeconds) return formatTime(timeMs);
  if (kind === TickMarkType.Time) return formatTime(timeMs).slice(0, 5);
  return formatDay(timeMs);
}
