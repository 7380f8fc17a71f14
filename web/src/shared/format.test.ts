import { describe, expect, it } from 'vitest';
import { digitsOf, formatDuration, formatIndicator, formatPercent, formatPrice, formatQuantity, formatSignedMoney, unknown, words } from './format';

describe('digitsOf', () => {
  it('reads the decimals of a tick size, however small', () => {
    expect([1, 0.5, 0.1, 0.01, 0.25, 1e-7, 1.5e-9, 10].map((step) => digitsOf(step))).toEqual([0, 1, 1, 2, 2, 7, 10, 0]);
  });

  it('falls back where there is none', () => {
    expect([digitsOf(null), digitsOf(0), digitsOf(undefined, 4)]).toEqual([2, 2, 4]);
  });
});

describe('numbers', () => {
  it('show prices with the digits of their tick size', () => {
    expect(formatPrice(67000.1, 2)).toBe('67,000.10');
    expect(formatPrice(0.0000081, 9)).toBe('0.000008100');
  });

  it('show what is unknown as a dash', () => {
    expect([formatPrice(null, 2), formatPercent(null), formatIndicator(undefined), formatDuration(null), formatPrice(Number.NaN, 2)]).toEqual(Array(5).fill(unknown));
  });

  it('carry a sign where it says something', () => {
    expect([12.345, -3, 0, -0.001, 0.001].map(formatSignedMoney)).toEqual(['+12.35', '−3.00', '0.00', '0.00', '0.00']);
  });

  it('drop the zeros that a quantity does not need', () => {
    expect([formatQuantity(0.007), formatQuantity(1200, 0), formatQuantity(1.5, 3), formatQuantity(100)]).toEqual(['0.007', '1,200', '1.5', '100']);
  });

  it('show indicators with digits that fit their size', () => {
    expect([0, 0.00123, 2.1, 149.26, 12345.6].map(formatIndicator)).toEqual(['0.00', '0.00123', '2.10', '149.3', '12,346']);
  });
});

describe('durations and names', () => {
  it('show the two largest units', () => {
    expect([0, 59.9, 754, 3_660, 90_000, -5].map(formatDuration)).toEqual(['0s', '59s', '12m 34s', '1h 01m', '1d 01h', '0s']);
  });

  it('are written as words', () => {
    expect(words('POSITION_ACTIVE')).toBe('position active');
  });
});
