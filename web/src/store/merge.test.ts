import { describe, expect, it } from 'vitest';
import type { Order } from '../api/orders';
import type { Position } from '../api/positions';
import type { Session } from '../api/sessions';
import type { Signal } from '../api/signals';
import type { StrategyState } from '../api/strategies';
import type { LiveEvent, Snapshot, Tick } from '../live/events';
import { choosing, emptyLive, orderLimit, type LiveState } from './live';
import { merge, type Message } from './merge';

const at = (second: number) => `2026-01-31T12:00:${String(second).padStart(2, '0')}.000000Z`;
const session = { session_id: 'a', initial_balance: 10_000, equity: 10_000 } as Session;
const position = (id: string, second: number, pnl = 0) =>
  ({ position_id: id, symbol: 'BTC_USDT', venue: 'sim', updated_at: at(second), unrealized_pnl: pnl }) as Position;
const order = (id: string, status = 'PENDING') => ({ order_id: id, status }) as Order;
const signal = (id: string, execution_status = 'PENDING') => ({ signal_id: id, execution_status }) as Signal;
const machine = (state: string) =>
  ({ strategy_name: 's', venue: 'sim', symbol: 'BTC_USDT', state, state_since: at(0), transitions: [], groups: [] }) as unknown as StrategyState;
const tick = (price: number, second: number) =>
  ({ venue: 'sim', symbol: 'BTC_USDT', price, timestamp: at(second) }) as Tick;

const snapshot = (parts: Partial<Snapshot['sessions'][number]> = {}, ticks: readonly Tick[] = []): Message => ({
  kind: 'snapshot',
  snapshot: {
    sessions: [{ session, sequence: 17, positions: [], orders: [], signals: [], strategy_states: [], balance: null, ...parts }],
    ticks,
    missing: [],
  },
});

const event = (name: LiveEvent['name'], data: unknown, second = 1, session_id: string | null = 'a'): Message => ({
  kind: 'event',
  receivedMs: Date.parse(at(second)),
  event: { name, session_id, sequence: 18, timestamp: at(second), data } as LiveEvent,
});

const chosen = choosing(emptyLive, 'a');
const after = (...messages: readonly Message[]): LiveState => merge(chosen, messages);

describe('merge', () => {
  it('is loading until the snapshot, which replaces all that was known', () => {
    expect(chosen.phase).toBe('loading');
    const first = after(snapshot({ positions: [position('p', 0)], orders: [order('o')] }));
    expect(first.phase).toBe('ready');
    const second = merge(first, [snapshot({ positions: [position('q', 0)] })]);
    expect([...second.positions.keys()]).toEqual(['q']);
    expect(second.orders).toEqual([]);
  });

  it('leaves the state it was given as it was', () => {
    const before = after(snapshot({ positions: [position('p', 0)], strategy_states: [machine('MONITORING')] }));
    const kept = structuredClone(before);
    merge(before, [event('position_closed', position('p', 1)), event('tick', tick(1, 1), 1, null), event('strategy_state_changed', machine('EXITED'))]);
    expect(before).toEqual(kept);
  });

  it('shares what no message touched', () => {
    const before = after(snapshot({ orders: [order('o')] }));
    const next = merge(before, [event('tick', tick(1, 1), 1, null)]);
    expect(next.orders).toBe(before.orders);
    expect(next.positions).toBe(before.positions);
    expect(next.ticks).not.toBe(before.ticks);
  });

  it('puts a new order first, changes a known one in its place, and keeps the last fifty', () => {
    const state = after(snapshot({ orders: [order('b'), order('a')] }), event('order_created', order('c')), event('order_filled', order('b', 'FILLED')));
    expect(state.orders.map((each) => `${each.order_id} ${each.status}`)).toEqual(['c PENDING', 'b FILLED', 'a PENDING']);
    const many = Array.from({ length: 60 }, (_, n) => event('order_created', order(`n${n}`)));
    expect(merge(state, many).orders).toHaveLength(orderLimit);
  });

  it('shows a signal once, with its fate when that is known', () => {
    const state = after(snapshot(), event('signal_generated', signal('x')), event('signal_generated', signal('x', 'EXECUTED')));
    expect(state.signals.map((each) => each.execution_status)).toEqual(['EXECUTED']);
  });

  it('does not open a closed position again with a late update', () => {
    const state = after(snapshot({ positions: [position('p', 0)] }), event('position_closed', position('p', 2)), event('position_updated', position('p', 1)));
    expect(state.positions.size).toBe(0);
  });

  it('takes the newer of two updates whatever their order', () => {
    const state = after(snapshot({ positions: [position('p', 0)] }), event('position_updated', position('p', 3, 7)), event('position_updated', position('p', 2, 5)));
    expect(state.positions.get('p')?.unrealized_pnl).toBe(7);
  });

  it('moves a machine and remembers its last five transitions', () => {
    const change = (to: string, second: number) =>
      event('strategy_state_changed', { strategy_name: 's', venue: 'sim', symbol: 'BTC_USDT', from: 'X', to, trigger: 't', reason: null }, second);
    const state = after(snapshot({ strategy_states: [machine('MONITORING')] }), ...[1, 2, 3, 4, 5, 6].map((n) => change(`STATE_${n}`, n)));
    const row = state.strategies.get('s|sim|BTC_USDT');
    expect(row).toMatchObject({ state: 'STATE_6', state_since: at(6) });
    expect(row?.transitions.map((each) => each.to)).toEqual(['STATE_2', 'STATE_3', 'STATE_4', 'STATE_5', 'STATE_6']);
    expect(state.stateChanges).toBe(6);
  });

  it('carries a new balance over to the session', () => {
    const state = after(snapshot(), event('balance_updated', { equity: 10_100, available: 9_000, margin: 1_100, realized_pnl: 60, unrealized_pnl: 40 }));
    // (10,100 - 10,000) / 10,000
    expect(state.session).toMatchObject({ equity: 10_100, total_pnl: 100, total_pnl_pct: expect.closeTo(1, 9) as number });
  });

  it('ignores events of another session and those before the snapshot', () => {
    expect(after(event('order_created', order('early'))).orders).toEqual([]);
    expect(after(snapshot(), event('order_created', order('other'), 1, 'b')).orders).toEqual([]);
  });

  it('keeps the newest tick of each symbol', () => {
    const state = after(snapshot({}, [tick(1, 5)]), event('tick', tick(3, 7), 7, null), event('tick', tick(2, 6), 6, null));
    expect(state.ticks.get('sim:BTC_USDT')?.price).toBe(3);
  });

  it('says that a session is missing', () => {
    expect(after({ kind: 'snapshot', snapshot: { sessions: [], ticks: [], missing: ['a'] } }).phase).toBe('missing');
  });

  it('fails only when nothing is on the screen yet', () => {
    const failed: Message = { kind: 'subscribe_failed', sessions: ['a'], reason: 'no' };
    expect(after(failed).phase).toBe('failed');
    expect(after(snapshot(), failed).phase).toBe('ready');
  });
});
