import type { Session } from '../api/sessions';
import type { MachineState, StrategyState } from '../api/strategies';
import type { LiveEvent, SessionSnapshot, Snapshot, StateChange, Tick } from '../live/events';
import { instrumentKey, strategyKey, unixMs, type InstrumentKey, type IsoTime, type SessionId, type UnixMs } from '../shared/nominal';
import { alertLimit, orderLimit, signalLimit, type LiveState } from './live';

export type Message =
  | { readonly kind: 'snapshot'; readonly snapshot: Snapshot }
  | { readonly kind: 'event'; readonly event: LiveEvent; readonly receivedMs: UnixMs }
  | { readonly kind: 'subscribe_failed'; readonly sessions: readonly SessionId[]; readonly reason: string };

type Draft = { -readonly [K in keyof LiveState]: LiveState[K] };

const holding: ReadonlySet<MachineState> = new Set(['POSITION_ACTIVE', 'CLOSE_ORDER_EVALUATION', 'EMERGENCY_EXIT']);
const transitionLimit = 5;
const clockJumpMs = 2_000;

/**
 * Merges messages in their order. The state given is left as it was; each collection is copied at most once for the
 * whole batch, however many messages touch it.
 */
export function merge(state: LiveState, messages: readonly Message[]): LiveState {
  const draft: Draft = { ...state };
  for (const message of messages) {
    if (message.kind === 'snapshot') takeSnapshot(draft, message.snapshot);
    else if (message.kind === 'subscribe_failed') takeFailure(draft, message.sessions, message.reason);
    else takeEvent(draft, state, message.event, message.receivedMs);
  }
  return draft;
}

function takeSnapshot(draft: Draft, snapshot: Snapshot): void {
  if (snapshot.ticks.length > 0) {
    const ticks = new Map(draft.ticks);
    for (const tick of snapshot.ticks) takeTick(ticks, tick);
    draft.ticks = ticks;
  }
  const own = snapshot.sessions.find((each) => each.session.session_id === draft.sessionId);
  if (own) takeSession(draft, own);
  else if (draft.sessionId !== null && snapshot.missing.includes(draft.sessionId)) draft.phase = 'missing';
}

function takeSession(draft: Draft, own: SessionSnapshot): void {
  draft.phase = 'ready';
  draft.failure = null;
  draft.session = own.session;
  draft.balance = own.balance;
  draft.positions = new Map(own.positions.map((position) => [position.position_id, position]));
  draft.orders = own.orders.slice(0, orderLimit);
  draft.signals = own.signals.slice(0, signalLimit);
  draft.strategies = new Map(own.strategy_states.map((each) => [strategyKey(each), each]));
}

function takeFailure(draft: Draft, sessions: readonly SessionId[], reason: string): void {
  if (draft.sessionId === null || !sessions.includes(draft.sessionId)) return;
  // A failed refresh leaves what was known on the screen.
  if (draft.phase === 'loading') draft.phase = 'failed';
  draft.failure = reason;
}

function takeEvent(draft: Draft, before: LiveState, event: LiveEvent, receivedMs: UnixMs): void {
  takeClock(draft, event.timestamp, receivedMs);
  if (event.name === 'tick') {
    if (draft.ticks === before.ticks) draft.ticks = new Map(before.ticks);
    takeTick(draft.ticks as Map<InstrumentKey, Tick>, event.data);
    return;
  }
  if (event.session_id !== draft.sessionId || draft.phase !== 'ready') return;

  switch (event.name) {
    case 'order_created':
    case 'order_updated':
    case 'order_filled':
    case 'order_cancelled':
    case 'order_rejected':
      draft.orders = upsertNewest(draft.orders, event.data, (order) => order.order_id, orderLimit);
      return;
    case 'position_opened':
      draft.positions = new Map(draft.positions).set(event.data.position_id, event.data);
      return;
    case 'position_closed': {
      const positions = new Map(draft.positions);
      positions.delete(event.data.position_id);
      draft.positions = positions;
      return;
    }
    case 'position_updated': {
      // Conflated updates may come after the lossless close, which has the last word.
      const known = draft.positions.get(event.data.position_id);
      if (known && known.updated_at <= event.data.updated_at)
        draft.positions = new Map(draft.positions).set(event.data.position_id, event.data);
      return;
    }
    case 'signal_generated':
      draft.signals = upsertNewest(draft.signals, event.data, (signal) => signal.signal_id, signalLimit);
      return;
    case 'strategy_state_changed':
      takeStateChange(draft, before, event.data, event.timestamp);
      return;
    case 'indicator_updated':
      changeStrategy(draft, before, strategyKey(event.data), (state) => ({ ...state, groups: event.data.groups }));
      return;
    case 'session_status':
      draft.session = event.data;
      return;
    case 'balance_updated':
      draft.balance = event.data;
      if (draft.session) draft.session = withBalance(draft.session, event.data);
      return;
    case 'performance_updated':
      draft.performance = event.data;
      draft.equityPoint = event.data.equity_point;
      return;
    case 'risk_alert': {
      const id = `${event.session_id}:${event.sequence}`;
      draft.alerts = [{ ...event.data, id, time: event.timestamp }, ...draft.alerts].slice(0, alertLimit);
      return;
    }
  }
}

function takeTick(ticks: Map<InstrumentKey, Tick>, tick: Tick): void {
  const key = instrumentKey(tick);
  const known = ticks.get(key);
  if (!known || known.timestamp <= tick.timestamp) ticks.set(key, tick);
}

/** The least delayed message tells the offset best; a jump means that a clock was set. */
function takeClock(draft: Draft, timestamp: IsoTime, receivedMs: UnixMs): void {
  const offset = unixMs(timestamp) - receivedMs;
  if (Number.isNaN(offset)) return;
  if (offset > draft.clockOffsetMs || Math.abs(offset - draft.clockOffsetMs) > clockJumpMs) draft.clockOffsetMs = offset;
}

function takeStateChange(draft: Draft, before: LiveState, change: StateChange, time: IsoTime): void {
  draft.stateChanges++;
  changeStrategy(draft, before, strategyKey(change), (state) => ({
    ...state,
    state: change.to,
    state_since: time,
    entry_price: holding.has(change.to) ? state.entry_price : null,
    cooldown_left_s: null,
    transitions: [...state.transitions, { time, from: change.from, to: change.to, trigger: change.trigger }]
      .slice(-transitionLimit),
  }));
}

function changeStrategy(
  draft: Draft,
  before: LiveState,
  key: string,
  change: (state: StrategyState) => StrategyState,
): void {
  const known = draft.strategies.get(key);
  if (!known) return;
  if (draft.strategies === before.strategies) draft.strategies = new Map(before.strategies);
  (draft.strategies as Map<string, StrategyState>).set(key, change(known));
}

function withBalance(session: Session, balance: NonNullable<LiveState['balance']>): Session {
  return {
    ...session,
    equity: balance.equity,
    available: balance.available,
    margin: balance.margin,
    realized_pnl: balance.realized_pnl,
    unrealized_pnl: balance.unrealized_pnl,
    total_pnl: balance.equity - session.initial_balance,
    total_pnl_pct: session.initial_balance > 0 ? (balance.equity / session.initial_balance - 1) * 100 : 0,
  };
}

function upsertNewest<T>(list: readonly T[], item: T, idOf: (item: T) => string, limit: number): readonly T[] {
  const id = idOf(item);
  const at = list.findIndex((each) => idOf(each) === id);
  return at >= 0 ? list.with(at, item) : [item, ...list].slice(0, limit);
}
