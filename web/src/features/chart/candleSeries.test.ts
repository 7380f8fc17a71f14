import { describe, expect, it } from 'vitest';
import type { Candle } from '../../api/market';
import type { Tick } from '../../live/events';
import { CandleSeries } from './candleSeries';

const start = Date.parse('2026-01-31T12:00:00Z') / 1000;
const iso = (second: number) => new Date((start + second) * 1000).toISOString();
const candle = (second: number, [open, high, low, close]: readonly [number, number, number, number], volume = 1): Candle =>
  ({ time: iso(second), open, high, low, close, volume, trade_count: 1 });
const tick = (second: number, price: number, quantity = 1): Tick =>
  ({ venue: 'sim', symbol: 'BTC_USDT', price, quantity, side: 'BUY', bid: null, ask: null, timestamp: iso(second) });

function fiveSeconds(...candles: readonly Candle[]): CandleSeries {
  const series = new CandleSeries(5);
  series.take(candles);
  return series;
}

describe('CandleSeries', () => {
  it('widens the newest bar with the ticks of its interval', () => {
    const series = fiveSeconds(candle(0, [10, 11, 9, 10], 4));
    series.applyTick(tick(1, 13, 2));
    series.applyTick(tick(4.9, 8, 3));
    expect(series.last).toEqual({ time: start, open: 10, high: 13, low: 8, close: 8, volume: 9 });
  });

  it('begins a bar with the first tick of the next interval', () => {
    const series = fiveSeconds(candle(0, [10, 11, 9, 10]));
    expect(series.applyTick(tick(5, 12, 2))).toEqual({ time: start + 5, open: 12, high: 12, low: 12, close: 12, volume: 2 });
    expect(series.all).toHaveLength(2);
  });

  it('leaves intervals without a trade out', () => {
    const series = fiveSeconds(candle(0, [10, 11, 9, 10]));
    series.applyTick(tick(21, 12));
    expect(series.all.map((bar) => bar.time - start)).toEqual([0, 20]);
  });

  it('counts a trade once when only the quote moves after it', () => {
    const series = fiveSeconds(candle(0, [10, 10, 10, 10], 1));
    series.applyTick(tick(1, 11, 2));
    expect(series.applyTick(tick(2, 11, 2))).toBeNull();
    expect(series.last?.volume).toBe(3);
  });

  it('ignores a tick that comes too late, which a correction will bring', () => {
    const series = fiveSeconds(candle(5, [10, 10, 10, 10]));
    expect(series.applyTick(tick(4, 99))).toBeNull();
    expect(series.last?.high).toBe(10);
  });

  it('lets the engine correct older bars, and keeps what it has not seen of the newest', () => {
    const series = fiveSeconds(candle(0, [10, 10, 10, 10], 1));
    series.applyTick(tick(5, 12, 1));
    series.applyTick(tick(6, 15, 1));
    series.take([candle(0, [10, 14, 9, 11], 7), candle(5, [12, 13, 12, 13], 5)]);
    expect(series.all.map(({ high, close, volume }) => [high, close, volume])).toEqual([[14, 11, 7], [15, 15, 5]]);
  });

  it('puts older pages in front', () => {
    const series = fiveSeconds(candle(10, [3, 3, 3, 3]));
    series.take([candle(0, [1, 1, 1, 1]), candle(5, [2, 2, 2, 2])]);
    expect(series.all.map((bar) => bar.open)).toEqual([1, 2, 3]);
  });

  it('finds the bar of a moment, or the one before it', () => {
    const series = fiveSeconds(candle(0, [1, 1, 1, 1]), candle(20, [2, 2, 2, 2]));
    const at = (second: number) => series.barAt((start + second) * 1000)?.open;
    expect([at(-1), at(3), at(12), at(21), at(90)]).toEqual([undefined, 1, 1, 2, 2]);
  });
});
