import { unixMs, type IsoTime, type Money, type Percent, type Price, type Quantity, type Seconds, type UnixMs } from './nominal';

/** Stands for what is unknown. */
export const unknown = '–';

const minus = '\u2212';
const thin = '\u2009';
const groupings = new Map<number, Intl.NumberFormat>();

/** Decimals that a tick or lot size asks for; sizes come as numbers, so 1e-7 has to be read as seven. */
export function digitsOf(step: number | null | undefined, fallback = 2): number {
  if (step === null || step === undefined || !(step > 0)) return fallback;
  const [mantissa = '', exponent = '0'] = step.toExponential().split('e');
  const fraction = mantissa.split('.')[1]?.length ?? 0;
  return Math.min(12, Math.max(0, fraction - Number(exponent)));
}

export function formatNumber(value: number | null | undefined, digits: number): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return unknown;
  let format = groupings.get(digits);
  if (!format) {
    format = new Intl.NumberFormat('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
    groupings.set(digits, format);
  }
  // A value that rounds to nothing has no sign.
  const text = format.format(Math.abs(value));
  return value < 0 && /[1-9]/.test(text) ? minus + text : text;
}

export function formatPrice(value: Price | null | undefined, digits: number): string {
  return formatNumber(value, digits);
}

/** As many decimals as the lot size allows, without trailing zeros. */
export function formatQuantity(value: Quantity | null | undefined, digits = 8): string {
  const text = formatNumber(value, digits);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

export function formatMoney(value: Money | null | undefined): string {
  return formatNumber(value, 2);
}

export function formatSignedMoney(value: Money | null | undefined): string {
  return signed(value, 2);
}

export function formatPercent(value: Percent | null | undefined, digits = 2): string {
  const text = formatNumber(value, digits);
  return text === unknown ? text : `${text}${thin}%`;
}

export function formatSignedPercent(value: Percent | null | undefined, digits = 2): string {
  const text = signed(value, digits);
  return text === unknown ? text : `${text}${thin}%`;
}

export function formatRatio(value: number | null | undefined): string {
  return formatNumber(value, 2);
}

/** Indicator values have no tick size: significant digits fit their very different ranges. */
export function formatIndicator(value: number | null | undefined): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return unknown;
  const size = Math.abs(value);
  if (size >= 1000) return formatNumber(value, 0);
  if (size >= 100) return formatNumber(value, 1);
  if (size >= 0.01 || size === 0) return formatNumber(value, 2);
  return formatNumber(value, 5);
}

/** A number that someone wrote into a strategy, without the zeros nobody wrote. */
export function formatThreshold(value: number | null | undefined): string {
  return formatQuantity(value, 6);
}

export function formatTime(time: IsoTime | UnixMs | null | undefined): string {
  const date = dateOf(time);
  return date ? `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}` : unknown;
}

/** With the day in front where it is not the day of `now`. */
export function formatMoment(time: IsoTime | UnixMs | null | undefined, now: UnixMs): string {
  const date = dateOf(time);
  if (!date) return unknown;
  const sameDay = date.toDateString() === new Date(now).toDateString();
  return sameDay ? formatTime(date.getTime()) : `${formatDay(date.getTime())} ${formatTime(date.getTime())}`;
}

export function formatDay(time: UnixMs): string {
  const date = new Date(time);
  return `${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

export function formatDuration(seconds: Seconds | null | undefined): string {
  if (seconds === null || seconds === undefined || !Number.isFinite(seconds)) return unknown;
  const whole = Math.max(0, Math.floor(seconds));
  const days = Math.floor(whole / 86_400);
  const hours = Math.floor(whole / 3_600) % 24;
  const minutes = Math.floor(whole / 60) % 60;
  if (days > 0) return `${days}d ${two(hours)}h`;
  if (hours > 0) return `${hours}h ${two(minutes)}m`;
  if (minutes > 0) return `${minutes}m ${two(whole % 60)}s`;
  return `${whole}s`;
}

/** `POSITION_ACTIVE` as people say it. */
export function words(name: string): string {
  return name.toLowerCase().replaceAll('_', ' ');
}

function signed(value: number | null | undefined, digits: number): string {
  const text = formatNumber(value, digits);
  return value !== null && value !== undefined && value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

function dateOf(time: IsoTime | UnixMs | null | undefined): Date | null {
  if (time === null || time === undefined) return null;
  const date = new Date(typeof time === 'string' ? unixMs(time) : time);
  return Number.isNaN(date.getTime()) ? null : date;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
