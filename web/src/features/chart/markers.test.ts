import { describe, expect, it } from 'vitest';
import type { Signal } from '../../api/signals';
import { markersOf } from './markers';

const signal = (signal_type: string, action: string, second: number, symbol = 'BTC_USDT') =>
  ({ signal_id: `${signal_type}${second}`, signal_type, action, symbol, venue: 'sim', timestamp: `2026-01-31T12:00:0${second}.000000Z` }) as Signal;

describe('markersOf', () => {
  it('gives each section its own shape', () => {
    const markers = markersOf([signal('E1', 'COVER', 5), signal('O1', 'HOLD', 2), signal('S1', 'HOLD', 1)], 'sim', 'BTC_USDT');
    expect(markers.map(({ shape, side }) => `${shape} ${side}`)).toEqual(['diamond above', 'circle above', 'cross above']);
  });

  it('points entries and exits the way they trade', () => {
    const markers = markersOf([signal('Z1', 'SHORT', 1), signal('ZE1', 'COVER', 2), signal('Z1', 'BUY', 3), signal('ZE1', 'SELL', 4)], 'sim', 'BTC_USDT');
    expect(markers.map(({ shape, side }) => `${shape} ${side}`)).toEqual(['down above', 'up below', 'up below', 'down above']);
  });

  it('leaves other symbols out', () => {
    expect(markersOf([signal('S1', 'HOLD', 1, 'ETH_USDT')], 'sim', 'BTC_USDT')).toEqual([]);
  });
});
