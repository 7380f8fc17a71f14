import type { Candle } from '../../api/market';
import type { Tick } from '../../live/events';
import { unixMs, type Price, type Quantity, type UnixMs, type UnixSeconds } from '../../shared/nominal';

export interface Bar {
  readonly time: UnixSeconds;
  readonly open: Price;
  readonly high: Price;
  readonly low: Price;
  readonly close: Price;
  readonly volume: Quantity;
}

/** The candles of one symbol and interval: what the engine answered, continued with ticks. */
export class CandleSeries {
  private bars: Bar[] = [];
  private lastTrade: string | null = null;

  constructor(private readonly seconds: number) {}

  get all(): readonly Bar[] {
    return this.bars;
  }

  get first(): Bar | undefined {
    return this.bars[0];
  }

  get last(): Bar | undefined {
    return this.bars.at(-1);
  }

  /** Takes candles the engine answered. They replace ours of the same times, as the engine saw every trade. */
  take(candles: readonly Candle[]): void {
    const byTime = new Map(this.bars.map((bar) => [bar.time, bar]));
    for (const candle of candles) {
      const bar = barOf(candle);
      const known = byTime.get(bar.time);
      // Our newest bar may hold trades that the answer was too early for.
      byTime.set(bar.time, known && known === this.last ? extended(bar, known) : bar);
    }
    this.bars = [...byTime.values()].sort((left, right) => left.time - right.time);
  }

  /** Continues the newest bar or begins the next; the changed bar, or null for a tick that changes nothing. */
  applyTick(tick: Tick): Bar | null {
    if (tick.price === null) return null;
    const time = this.bucketOf(unixMs(tick.timestamp));
    const last = this.last;
    if (Number.isNaN(time) || (last && time < last.time)) return null;

    // A tick also comes when only the quote moved, and then repeats the trade before it.
    const trade = `${tick.price}|${tick.quantity}|${tick.side}`;
    const isNewTrade = trade !== this.lastTrade;
    this.lastTrade = trade;
    if (!isNewTrade) return null;

    const { price } = tick;
    const quantity = tick.quantity ?? 0;
    const bar: Bar =
      last?.time === time
        ? { ...last, high: Math.max(last.high, price), low: Math.min(last.low, price), close: price, volume: last.volume + quantity }
        : { time, open: price, high: price, low: price, close: price, volume: quantity };
    if (last?.time === time) this.bars[this.bars.length - 1] = bar;
    else this.bars.push(bar);
    return bar;
  }

  /** The bar in which something at this time is drawn: its own, else the one before it. */
  barAt(time: UnixMs): Bar | undefined {
    const bucket = this.bucketOf(time);
    let low = 0;
    let high = this.bars.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.bars[middle]!.time <= bucket) low = middle + 1;
      else high = middle;
    }
    return this.bars[low - 1];
  }

  private bucketOf(time: UnixMs): UnixSeconds {
    return Math.floor(time / 1000 / this.seconds) * this.seconds;
  }
}

function barOf(candle: Candle): Bar {
  const { open, high, low, close, volume } = candle;
  return { time: Math.floor(unixMs(candle.time) / 1000), open, high, low, close, volume };
}

function extended(answered: Bar, ours: Bar): Bar {
  return {
    ...answered,
    high: Math.max(answered.high, ours.high),
    low: Math.min(answered.low, ours.low),
    close: ours.close,
    volume: Math.max(answered.volume, ours.volume),
  };
}
