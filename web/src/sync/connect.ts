import { listInstruments } from '../api/market';
import { problemOf } from '../api/problem';
import { readPerformance } from '../api/performance';
import { listSessions } from '../api/sessions';
import { strategyStates } from '../api/strategies';
import { LiveClient } from '../live/client';
import { signalRHub } from '../live/hub';
import { instrumentKey, type InstrumentKey, type SessionId } from '../shared/nominal';
import { chooseSession, settleChart, takeConnection, takeMessages, takeStrategyStates, useDesk, type Desk } from '../store/desk';
import { FrameQueue } from '../store/frame';
import type { Load } from '../store/load';
import { chartedKey } from '../store/selectors';
import { recallSession, rememberSession } from './memory';

const sessionsEveryMs = 10_000;
const performanceEveryMs = 15_000;
const statesSettleMs = 400;

const queue = new FrameQueue(takeMessages);

const client = new LiveClient(signalRHub, {
  onConnection: takeConnection,
  onSnapshot: (snapshot) => queue.push({ kind: 'snapshot', snapshot }),
  onEvent: (event) => queue.push({ kind: 'event', event, receivedMs: Date.now() }),
  onSubscribeFailed: (sessions, reason) => queue.push({ kind: 'subscribe_failed', sessions, reason }),
});

export const retryConnection = () => client.retryNow();

/** Connects the store with the engine for as long as the page lives. */
export function connect(): void {
  client.start();
  addEventListener('online', retryConnection);

  void loadSessions();
  void loadInstruments();
  setInterval(() => void loadSessions(), sessionsEveryMs);
  setInterval(() => void loadPerformance(), performanceEveryMs);

  useDesk.subscribe((desk, before) => {
    if (desk.connection.state === 'live' && before.connection.state !== 'live') onLive();
    if (desk.live.sessionId !== before.live.sessionId) {
      rememberSession(desk.live.sessionId);
      void loadPerformance();
    } else if (desk.window !== before.window) void loadPerformance();
    if (desk.live.stateChanges > before.live.stateChanges) refreshStatesSoon();
    if (desk.charted === null) {
      const key = chartedKey(desk);
      if (key) settleChart(key);
    }
    wantWhatIsShown(desk, before);
  });
}

export async function loadSessions(): Promise<void> {
  await load('sessions', async () => (await listSessions()).items);
  const { sessions, live } = useDesk.getState();
  if (live.sessionId !== null || !sessions.value?.length) return;
  const remembered = recallSession();
  const choice =
    sessions.value.find((each) => each.session_id === remembered)
    ?? sessions.value.find((each) => each.status === 'RUNNING')
    ?? sessions.value[0];
  if (choice) chooseSession(choice.session_id);
}

export async function loadInstruments(): Promise<void> {
  await load('instruments', async () => new Map((await listInstruments()).items.map((each) => [instrumentKey(each), each])));
}

export async function loadPerformance(): Promise<void> {
  const { live, window } = useDesk.getState();
  const sessionId = live.sessionId;
  if (sessionId === null) return;
  const isCurrent = () => useDesk.getState().live.sessionId === sessionId && useDesk.getState().window === window;
  await load('performance', () => readPerformance(sessionId, window), isCurrent);
}

function onLive(): void {
  void loadSessions();
  void loadPerformance();
  if (!useDesk.getState().instruments.value) void loadInstruments();
}

let statesTimer: ReturnType<typeof setTimeout> | undefined;

function refreshStatesSoon(): void {
  statesTimer ??= setTimeout(() => {
    statesTimer = undefined;
    const sessionId = useDesk.getState().live.sessionId;
    if (sessionId !== null) void refreshStates(sessionId);
  }, statesSettleMs);
}

async function refreshStates(sessionId: SessionId): Promise<void> {
  try {
    takeStrategyStates(sessionId, (await strategyStates(sessionId)).items);
  } catch {
    // What the events said stays on the screen, and the next change asks again.
  }
}

function wantWhatIsShown(desk: Desk, before: Desk): void {
  const instruments = desk.live.session?.instruments;
  if (desk.live.sessionId === before.live.sessionId && instruments === before.live.session?.instruments
      && desk.charted === before.charted) return;
  const symbols = new Set<InstrumentKey>(instruments?.map(instrumentKey));
  if (desk.charted) symbols.add(desk.charted);
  client.want({ sessions: desk.live.sessionId === null ? [] : [desk.live.sessionId], symbols: [...symbols] });
}

type LoadedSlice = 'sessions' | 'instruments' | 'performance';
type Loaded<S extends LoadedSlice> = NonNullable<Desk[S]['value']>;

async function load<S extends LoadedSlice>(slice: S, read: () => Promise<Loaded<S>>, isCurrent = () => true): Promise<void> {
  const put = (change: Partial<Load<Loaded<S>>>) =>
    useDesk.setState((desk) => ({ [slice]: { ...desk[slice], ...change } }) as Partial<Desk>);
  put({ loading: true });
  try {
    const value = await read();
    if (isCurrent()) put({ value, loading: false, problem: null });
  } catch (error) {
    if (isCurrent()) put({ loading: false, problem: problemOf(error) });
  }
}
