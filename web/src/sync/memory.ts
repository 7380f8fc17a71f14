import type { SessionId } from '../shared/nominal';

const key = 'draizer.session';

export function rememberSession(sessionId: SessionId | null): void {
  try {
    if (sessionId !== null) localStorage.setItem(key, sessionId);
  } catch {
    // Storage may be forbidden; the page then starts with the first running session.
  }
}

export function recallSession(): SessionId | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
