import type { Signal } from '../api/signals';
import { instrumentKey, type InstrumentKey } from '../shared/nominal';
import type { LiveState } from './live';
import type { Message } from './merge';

/** Where a chart that follows signals goes with these messages, given what was known before them; null to stay. */
export function followed(before: LiveState, messages: readonly Message[]): InstrumentKey | null {
  const known = new Set(before.signals.map((signal) => signal.signal_id));
  let key: InstrumentKey | null = null;
  for (const message of messages) {
    if (message.kind !== 'event' || message.event.name !== 'signal_generated') continue;
    if (message.event.session_id !== before.sessionId) continue;
    const signal = message.event.data;
    // A signal comes again when its fate is known, which is not a reason to go back to it.
    if (known.has(signal.signal_id)) continue;
    known.add(signal.signal_id);
    if (isWorthFollowing(signal)) key = instrumentKey(signal);
  }
  return key;
}

/** A blocked signal leads nowhere, and the later sections concern symbols where an S1 has led already. */
function isWorthFollowing(signal: Signal): boolean {
  return (signal.signal_type === 'S1' || signal.signal_type === 'Z1') && signal.execution_status !== 'BLOCKED';
}
