declare const brand: unique symbol;

/** A value that cannot be mixed up with another of the same representation. */
type Nominal<T, Name extends string> = T & { readonly [brand]?: Name };

export type Price = Nominal<number, 'Price'>;
export type Quantity = Nominal<number, 'Quantity'>;
export type Money = Nominal<number, 'Money'>;
/** 0 to 100. */
export type Percent = Nominal<number, 'Percent'>;
export type Seconds = Nominal<number, 'Seconds'>;
/** Milliseconds since the Unix epoch. */
export type UnixMs = Nominal<number, 'UnixMs'>;
/** Whole seconds since the Unix epoch, as the chart counts. */
export type UnixSeconds = Nominal<number, 'UnixSeconds'>;
/** ISO 8601 in UTC with microseconds, as the engine writes times. */
export type IsoTime = Nominal<string, 'IsoTime'>;

export type SessionId = Nominal<string, 'SessionId'>;
export type PositionId = Nominal<string, 'PositionId'>;
export type OrderId = Nominal<string, 'OrderId'>;
export type SignalId = Nominal<string, 'SignalId'>;

/** `venue:symbol`, the name by which ticks are subscribed. */
export type InstrumentKey = Nominal<string, 'InstrumentKey'>;
/** `strategy|venue|symbol`. */
export type StrategyKey = Nominal<string, 'StrategyKey'>;

export interface OnVenue {
  readonly venue: string;
  readonly symbol: string;
}

export function instrumentKey(of: OnVenue): InstrumentKey {
  return `${of.venue}:${of.symbol}`;
}

export function strategyKey(of: OnVenue & { readonly strategy_name: string }): StrategyKey {
  return `${of.strategy_name}|${of.venue}|${of.symbol}`;
}

export function unixMs(time: IsoTime): UnixMs {
  return Date.parse(time);
}
