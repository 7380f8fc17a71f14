import type { SessionId } from '../shared/nominal';
import type { LiveEvent } from './events';

/** What the sequencer says about an event that arrived. */
export type Verdict = 'deliver' | 'hold' | 'drop' | 'gap';

interface Track {
  /** The last sequence delivered, or null while a snapshot is awaited. */
  last: number | null;
  held: LiveEvent[];
}

/**
 * Keeps the events of each session in order. Those that arrive while a snapshot is under way are held, as they may
 * overtake the answer that carries it.
 */
export class Sequencer {
  private readonly tracks = new Map<SessionId, Track>();

  /** From now on the session's events are held until its snapshot is here. */
  await(sessionId: SessionId): void {
    const track = this.tracks.get(sessionId);
    if (track) track.last = null;
    else this.tracks.set(sessionId, { last: null, held: [] });
  }

  forget(sessionId: SessionId): void {
    this.tracks.delete(sessionId);
  }

  reset(): void {
    this.tracks.clear();
  }

  accept(event: LiveEvent): Verdict {
    // A tick belongs to a symbol and to no session.
    if (event.session_id === null) return 'deliver';

    const track = this.tracks.get(event.session_id);
    if (!track) return 'drop';
    if (track.last === null) {
      track.held.push(event);
      return 'hold';
    }
    if (typeof event.sequence !== 'number') return 'deliver';
    if (event.sequence <= track.last) return 'drop';
    if (event.sequence > track.last + 1) {
      track.last = null;
      track.held = [];
      return 'gap';
    }
    track.last = event.sequence;
    return 'deliver';
  }

  /** Takes the snapshot's number and gives back the held events that follow it; `gap` when one between is missing. */
  resume(sessionId: SessionId, sequence: number): { readonly events: readonly LiveEvent[]; readonly gap: boolean } {
    const track = this.tracks.get(sessionId);
    if (!track) return { events: [], gap: false };

    const held = track.held;
    track.held = [];
    track.last = sequence;
    const events: LiveEvent[] = [];
    for (const event of held) {
      const verdict = this.accept(event);
      if (verdict === 'deliver') events.push(event);
      if (verdict === 'gap') return { events, gap: true };
    }
    return { events, gap: false };
  }
}
