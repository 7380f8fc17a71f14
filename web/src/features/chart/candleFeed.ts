import { listCandles } from '../../api/market';
import { problemOf, type Problem } from '../../api/problem';
import type { Tick } from '../../live/events';
import type { OnVenue } from '../../shared/nominal';
import { CandleSeries, type Bar } from './candleSeries';
import { secondsOf, type Interval } from './intervals';

const pageSize = 500;
const correctionSize = 20;

export interface CandleListener {
  /** Everything may have changed. */
  onReset(): void;
  /** Only the newest bar has changed, or one came after it. */
  onBar(bar: Bar): void;
  onFailed(problem: Problem): void;
}

/** Keeps one symbol's candles: loads them, continues them with ticks, corrects them, and fetches older ones. */
export class CandleFeed {
  readonly series: CandleSeries;
  private readonly abort = new AbortController();
  private loaded = false;
  private exhausted = false;
  private busyWithOlder = false;

  constructor(
    private readonly of: OnVenue,
    private readonly interval: Interval,
    private readonly listener: CandleListener,
  ) {
    this.series = new CandleSeries(secondsOf[interval]);
  }

  dispose(): void {
    this.abort.abort();
  }

  /** The newest page: at first, and again after the connection was lost. */
  load(): Promise<void> {
    return this.read({ limit: pageSize }, () => {
      this.loaded = true;
      this.listener.onReset();
    });
  }

  /** Replaces the newest bars, whose volumes conflated ticks only estimate. */
  correct(): Promise<void> {
    if (!this.loaded) return this.load();
    return this.read({ limit: correctionSize }, () => this.listener.onReset());
  }

  async loadOlder(): Promise<void> {
    const first = this.series.first;
    if (!this.loaded || this.exhausted || this.busyWithOlder || !first) return;
    this.busyWithOlder = true;
    const count = this.series.all.length;
    await this.read({ to: new Date(first.time * 1000).toISOString(), limit: pageSize }, () => {
      this.exhausted = this.series.all.length === count;
      if (!this.exhausted) this.listener.onReset();
    });
    this.busyWithOlder = false;
  }

  applyTick(tick: Tick): void {
    if (!this.loaded) return;
    const bar = this.series.applyTick(tick);
    if (bar) this.listener.onBar(bar);
  }

  private async read(range: { to?: string; limit: number }, done: () => void): Promise<void> {
    try {
      const { items } = await listCandles(this.of, { interval: this.interval, ...range }, this.abort.signal);
      if (this.abort.signal.aborted) return;
      this.series.take(items);
      done();
    } catch (error) {
      if (!this.abort.signal.aborted && !this.loaded) this.listener.onFailed(problemOf(error));
    }
  }
}
