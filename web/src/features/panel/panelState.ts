import { useDesk } from '../../store/desk';

export type PanelState =
  | { readonly kind: 'ready' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'empty'; readonly title: string; readonly hint: string }
  | { readonly kind: 'failed'; readonly message: string; readonly retry?: () => void };

export const ready: PanelState = { kind: 'ready' };

/** The face of a panel that shows the chosen session's live data. */
export function useLivePanel(isEmpty: boolean, title: string, hint: string): PanelState {
  const phase = useDesk((desk) => desk.live.phase);
  const failure = useDesk((desk) => desk.live.failure);
  const hasNoSessions = useDesk((desk) => desk.sessions.value?.length === 0);
  const unreachable = useDesk((desk) => (desk.sessions.value ? null : desk.sessions.problem));
  switch (phase) {
    case 'none':
      if (unreachable?.code === 'unreachable')
        return { kind: 'empty', title: 'No connection', hint: `${unreachable.message} It is tried again by itself.` };
      if (unreachable) return { kind: 'failed', message: unreachable.message };
      return hasNoSessions
        ? { kind: 'empty', title: 'No session', hint: 'Start one, and what it does shows here.' }
        : { kind: 'loading' };
    case 'loading':
      return { kind: 'loading' };
    case 'missing':
      return { kind: 'empty', title: 'Unknown session', hint: 'The engine does not know this session any more.' };
    case 'failed':
      return { kind: 'failed', message: failure ?? 'The engine refused the subscription.' };
    case 'ready':
      return isEmpty ? { kind: 'empty', title, hint } : ready;
  }
}
