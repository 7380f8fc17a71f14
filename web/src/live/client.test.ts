import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LiveClient, type Connection } from './client';
import type { LiveEvent, Snapshot, Subscription } from './events';
import type { Hub, HubListener } from './hub';

class FakeHub implements Hub {
  readonly subscriptions: Subscription[] = [];
  readonly unsubscriptions: Subscription[] = [];

  constructor(
    readonly listener: HubListener,
    private readonly opens: boolean,
    private readonly sequence: number,
  ) {}

  open(): Promise<void> {
    return this.opens ? Promise.resolve() : Promise.reject(new Error('refused'));
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  subscribe(to: Subscription): Promise<Snapshot> {
    this.subscriptions.push(to);
    const sessions = to.sessions.map((session_id) => ({ session: { session_id }, sequence: this.sequence }));
    return Promise.resolve({ sessions, ticks: [], missing: [] } as unknown as Snapshot);
  }

  unsubscribe(from: Subscription): Promise<void> {
    this.unsubscriptions.push(from);
    return Promise.resolve();
  }
}

const alert = (sequence: number) =>
  ({ name: 'risk_alert', session_id: 'a', sequence, timestamp: '2026-01-31T12:00:00.000000Z', data: {} }) as unknown as LiveEvent;

function desk(opens: (attempt: number) => boolean) {
  const hubs: FakeHub[] = [];
  const connections: Connection[] = [];
  const events: LiveEvent[] = [];
  const snapshots: Snapshot[] = [];
  const client = new LiveClient(
    (listener) => {
      const hub = new FakeHub(listener, opens(hubs.length), 17);
      hubs.push(hub);
      return hub;
    },
    {
      onConnection: (connection) => connections.push(connection),
      onSnapshot: (snapshot) => snapshots.push(snapshot),
      onEvent: (event) => events.push(event),
      onSubscribeFailed: () => undefined,
    },
    Date.now,
    () => 0.5,
  );
  const states = () => connections.map((connection) => connection.state);
  return { client, hubs, connections, events, snapshots, states };
}

const wanted: Subscription = { sessions: ['a'], symbols: ['sim:BTC_USDT'] };
const settle = () => vi.advanceTimersByTimeAsync(0);

describe('LiveClient', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('tries again after a first connect that failed, and then subscribes', async () => {
    const { client, hubs, states } = desk((attempt) => attempt >= 2);
    client.want(wanted);
    client.start();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(states()).toEqual(['connecting', 'reconnecting', 'live']);
    expect(hubs.at(-1)?.subscriptions).toEqual([wanted]);
  });

  it('subscribes anew after a lost connection', async () => {
    const { client, hubs, states } = desk(() => true);
    client.want(wanted);
    client.start();
    await settle();
    hubs[0]?.listener.onClosed();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(states()).toEqual(['connecting', 'live', 'reconnecting', 'live']);
    expect(hubs[1]?.subscriptions).toEqual([wanted]);
  });

  it('calls itself offline after a while, says since when, and goes on trying', async () => {
    const { client, hubs, connections } = desk((attempt) => attempt === 0);
    client.start();
    await settle();
    const lostAt = Date.now();
    hubs[0]?.listener.onClosed();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(connections.at(-1)).toMatchObject({ state: 'offline', since: lostAt });
    const tries = hubs.length;
    await vi.advanceTimersByTimeAsync(20_000);
    expect(hubs.length).toBeGreaterThan(tries);
  });

  it('asks for a new snapshot when a number is missing, and delivers what follows it', async () => {
    const { client, hubs, events, snapshots } = desk(() => true);
    client.want(wanted);
    client.start();
    await settle();
    hubs[0]?.listener.onEvent(alert(19));
    await settle();
    expect(hubs[0]?.subscriptions).toEqual([wanted, { sessions: ['a'], symbols: [] }]);
    expect(snapshots).toHaveLength(2);
    hubs[0]?.listener.onEvent(alert(18));
    expect(events.map((event) => event.sequence)).toEqual([18]);
  });

  it('sends only the difference when something else is wanted', async () => {
    const { client, hubs } = desk(() => true);
    client.want(wanted);
    client.start();
    await settle();
    client.want({ sessions: ['b'], symbols: ['sim:BTC_USDT', 'sim:ETH_USDT'] });
    await settle();
    expect(hubs[0]?.unsubscriptions).toEqual([{ sessions: ['a'], symbols: [] }]);
    expect(hubs[0]?.subscriptions.at(-1)).toEqual({ sessions: ['b'], symbols: ['sim:ETH_USDT'] });
  });

  it('ignores a connection that it has given up', async () => {
    const { client, hubs, events } = desk(() => true);
    client.want(wanted);
    client.start();
    await settle();
    hubs[0]?.listener.onClosed();
    await vi.advanceTimersByTimeAsync(1_000);
    hubs[0]?.listener.onEvent(alert(18));
    expect(events).toEqual([]);
  });
});
