import type { IsoTime, OnVenue, Price, Quantity } from '../shared/nominal';
import { get, type Page } from './http';

export interface Instrument {
  readonly venue: string;
  readonly symbol: string;
  readonly market_type: string;
  readonly base_asset: string;
  readonly quote_asset: string;
  readonly tick_size: number;
  readonly lot_size: number;
  readonly max_leverage: number;
  readonly last_price: Price | null;
}

export interface Candle {
  readonly time: IsoTime;
  readonly open: Price;
  readonly high: Price;
  readonly low: Price;
  readonly close: Price;
  readonly volume: Quantity;
  readonly trade_count: number;
}

export interface CandleRange {
  readonly interval: string;
  readonly to?: IsoTime;
  readonly limit?: number;
}

export const listInstruments = (signal?: AbortSignal) => get<Page<Instrument>>('/api/instruments', {}, signal);

export const listCandles = (of: OnVenue, range: CandleRange, signal?: AbortSignal) =>
  get<Page<Candle>>('/api/candles', { symbol: of.symbol, venue: of.venue, ...range }, signal);
