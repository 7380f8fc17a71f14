import { describe, expect, it } from 'vitest';
import type { LiveEvent } from './events';
import { Sequencer } from './sequencer';

const lossless = (sequence: number): LiveEvent => ({
  name: 'risk_alert', session_id: 'a', sequence, timestamp: '2026-01-31T12:00:00.000000Z',
  data: { severity: 'info', code: 'x', message: String(sequence), venue: null, symbol: null },
});

const conflated: LiveEvent = {
  name: 'balance_updated', session_id: 'a', timestamp: '2026-01-31T12:00:00.000000Z',
  data: { asset: 'USDT', wallet: 1, available: 1, margin: 0, reserved: 0, equity: 1, unrealized_pnl: 0, realized_pnl: 0, fees: 0, funding: 0 },
};

function resumedAt(sequence: number): Sequencer {
  const sequencer = new Sequencer();
  sequencer.await('a');
  sequencer.resume('a', sequence);
  return sequencer;
}

describe('Sequencer', () => {
  it('delivers the events that follow the snapshot', () => {
    const sequencer = resumedAt(17);
    expect([18, 19, 20].map((n) => sequencer.accept(lossless(n)))).toEqual(['deliver', 'deliver', 'deliver']);
  });

  it('drops what the snapshot already holds and what comes twice', () => {
    const sequencer = resumedAt(17);
    expect([17, 18, 18].map((n) => sequencer.accept(lossless(n)))).toEqual(['drop', 'deliver', 'drop']);
  });

  it('reports a gap once, then holds until the next snapshot', () => {
    const sequencer = resumedAt(17);
    expect([19, 20].map((n) => sequencer.accept(lossless(n)))).toEqual(['gap', 'hold']);
  });

  it('gives held events back after the snapshot, without those it holds already', () => {
    const sequencer = new Sequencer();
    sequencer.await('a');
    for (const n of [16, 17, 18, 19]) sequencer.accept(lossless(n));
    const { events, gap } = sequencer.resume('a', 17);
    expect(events.map((event) => event.sequence)).toEqual([18, 19]);
    expect(gap).toBe(false);
  });

  it('notices a gap among held events', () => {
    const sequencer = new Sequencer();
    sequencer.await('a');
    for (const n of [18, 20]) sequencer.accept(lossless(n));
    expect(sequencer.resume('a', 17).gap).toBe(true);
    expect(sequencer.accept(lossless(21))).toBe('hold');
  });

  it('lets conflated events and ticks pass without a number', () => {
    const sequencer = resumedAt(17);
    expect(sequencer.accept(conflated)).toBe('deliver');
    expect(sequencer.accept({ ...conflated, session_id: null })).toBe('deliver');
  });

  it('drops events of a session that nobody wants any more', () => {
    const sequencer = resumedAt(17);
    sequencer.forget('a');
    expect(sequencer.accept(lossless(18))).toBe('drop');
  });
});
