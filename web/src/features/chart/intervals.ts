export const intervals = ['5s', '1m', '5m', '15m', '1h'] as const;

export type Interval = (typeof intervals)[number];

export const secondsOf: Readonly<Record<Interval, number>> = { '5s': 5, '1m': 60, '5m': 300, '15m': 900, '1h': 3600 };
