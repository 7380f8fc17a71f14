import { describe, expect, it } from 'vitest';
import type { LiveEvent } from '../live/events';
import { followed } from './follow';
import { choosing, emptyLive } from './live';
import type { Message } from './merge';

const signal = (signal_id: string, symbol: string, signal_type = 'S1', execution_status = 'PENDING', session_id = 'a'): Message => ({
  kind: 'event',
  receivedMs: 0,
  event: { name: 'signal_generated', session_id, sequence: 1, timestamp: '', data: { signal_id, symbol, venue: 'sim', signal_type, execution_status } } as unknown as LiveEvent,
});

const live = choosing(emptyLive, 'a');

describe('followed', () => {
  it('goes where the newest signal is', () => {
    expect(followed(live, [signal('1', 'A'), signal('2', 'B')])).toBe('sim:B');
  });

  it('does not go back when the fate of an earlier signal becomes known', () => {
    expect(followed(live, [signal('1', 'A'), signal('2', 'B'), signal('1', 'A', 'S1', 'CANCELLED')])).toBe('sim:B');
  });

  it('stays for blocked signals, exits, and other sessions', () => {
    expect(followed(live, [signal('1', 'A', 'S1', 'BLOCKED'), signal('2', 'B', 'E1'), signal('3', 'C', 'S1', 'PENDING', 'b')])).toBeNull();
  });
});
