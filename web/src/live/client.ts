import type { SessionId, UnixMs } from '../shared/nominal';
import { backoffMs } from './backoff';
import type { LiveEvent, Snapshot, Subscription } from './events';
import type { Hub, OpenHub } from './hub';
import { Sequencer } from './sequencer';

export type ConnectionState = 'connecting' | 'live' | 'reconnecting' | 'offline';

export interface Connection {
  readonly state: ConnectionState;
  readonly since: UnixMs;
  readonly reason: string | null;
}

export interface LiveSink {
  onConnection(connection: Connection): void;
  onSnapshot(snapshot: Snapshot): void;
  onEvent(event: LiveEvent): void;
  onSubscribeFailed(sessions: readonly SessionId[], reason: string): void;
}

/** Losing the line for longer than this is called offline; the tries go on. */
const offlineAfterMs = 15_000;
const resubscribeAfterMs = 1_000;

const nothing: Subscription = { sessions: [], symbols: [] };

/** Keeps a hub connected and subscribed to what is wanted, for ever, and hands on snapshots and events in order. */
export class LiveClient {
  private readonly sequencer = new Sequencer();
  private wanted: Subscription = nothing;
  private subscribed: Subscription = nothing;
  private hub: Hub | null = null;
  private live = false;
  private running = false;
  private attempt = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private offlineTimer: ReturnType<typeof setTimeout> | undefined;
  private lostAt: UnixMs | null = null;
  private cutOffReason: string | null = null;

  constructor(
    private readonly openHub: OpenHub,
    private readonly sink: LiveSink,
    private readonly now: () => UnixMs = Date.now,
    private readonly dice: () => number = Math.random,
  ) {}

  start(): void {
    if (this.running) return;
    this.running = true;
    this.sink.onConnection({ state: 'connecting', since: this.now(), reason: null });
    void this.connect();
  }

  stop(): void {
    this.running = false;
    this.live = false;
    clearTimeout(this.timer);
    clearTimeout(this.offlineTimer);
    const hub = this.hub;
    this.hub = null;
    void hub?.close();
  }

  /** Tries at once instead of waiting out the back-off. */
  retryNow(): void {
    if (!this.running || this.hub) return;
    clearTimeout(this.timer);
    void this.connect();
  }

  /** Says what should be subscribed; only the difference to what is goes over the wire. */
  want(subscription: Subscription): void {
    this.wanted = subscription;
    if (this.live) this.reconcile();
  }

  private async connect(): Promise<void> {
    let closed = false;
    const hub: Hub = this.openHub({
      onEvent: (event) => {
        if (this.hub === hub) this.receive(event);
      },
      onCutOff: (reason) => {
        this.cutOffReason = reason;
      },
      onClosed: () => {
        closed = true;
        if (this.hub === hub && this.live) this.lost('The connection was closed.');
      },
    });
    this.hub = hub;
    try {
      await hub.open();
    } catch {
      if (this.hub === hub) this.lost('The engine cannot be reached.');
      return;
    }
    if (this.hub !== hub) return;
    if (closed) {
      this.lost('The connection was closed.');
      return;
    }

    this.live = true;
    this.attempt = 0;
    this.lostAt = null;
    clearTimeout(this.offlineTimer);
    this.cutOffReason = null;
    this.subscribed = nothing;
    this.sequencer.reset();
    this.sink.onConnection({ state: 'live', since: this.now(), reason: null });
    this.reconcile();
  }

  private lost(reason: string): void {
    this.live = false;
    this.hub = null;
    if (!this.running) return;

    this.timer = setTimeout(() => void this.connect(), backoffMs(this.attempt++, this.dice()));
    if (this.lostAt !== null) return;

    const since = this.now();
    const told = this.cutOffReason ?? reason;
    this.lostAt = since;
    this.sink.onConnection({ state: 'reconnecting', since, reason: told });
    this.offlineTimer = setTimeout(() => this.sink.onConnection({ state: 'offline', since, reason: told }), offlineAfterMs);
  }

  private reconcile(): void {
    const added = difference(this.wanted, this.subscribed);
    const removed = difference(this.subscribed, this.wanted);
    this.subscribed = this.wanted;
    if (!isEmpty(removed)) {
      for (const id of removed.sessions) this.sequencer.forget(id);
      void this.hub?.unsubscribe(removed).catch(() => undefined);
    }
    if (!isEmpty(added)) void this.subscribe(added);
  }

  private async subscribe(to: Subscription): Promise<void> {
    const hub = this.hub;
    if (!hub) return;

    for (const id of to.sessions) this.sequencer.await(id);
    let snapshot: Snapshot;
    try {
      snapshot = await hub.subscribe(to);
    } catch (error) {
      if (this.hub !== hub || !this.live) return;
      this.sink.onSubscribeFailed(to.sessions, error instanceof Error ? error.message : String(error));
      setTimeout(() => {
        if (this.hub === hub && this.live) void this.subscribe(intersection(to, this.wanted));
      }, resubscribeAfterMs);
      return;
    }
    if (this.hub !== hub) return;

    this.sink.onSnapshot(snapshot);
    for (const { session, sequence } of snapshot.sessions) {
      const { events, gap } = this.sequencer.resume(session.session_id, sequence);
      for (const event of events) this.sink.onEvent(event);
      if (gap) void this.subscribe({ sessions: [session.session_id], symbols: [] });
    }
  }

  private receive(event: LiveEvent): void {
    const verdict = this.sequencer.accept(event);
    if (verdict === 'deliver') this.sink.onEvent(event);
    if (verdict === 'gap' && event.session_id !== null)
      void this.subscribe({ sessions: [event.session_id], symbols: [] });
  }
}

function difference(left: Subscription, right: Subscription): Subscription {
  const sessions = new Set(right.sessions);
  const symbols = new Set(right.symbols);
  return {
    sessions: left.sessions.filter((id) => !sessions.has(id)),
    symbols: left.symbols.filter((key) => !symbols.has(key)),
  };
}

function intersection(left: Subscription, right: Subscription): Subscription {
  return difference(left, difference(left, right));
}

function isEmpty(subscription: Subscription): boolean {
  return subscription.sessions.length === 0 && subscription.symbols.length === 0;
}
