import type { ReactNode } from 'react';
import { formatTime } from '../../shared/format';
import { useStaleSince } from '../../store/selectors';
import type { PanelState } from './panelState';
import './Panel.css';

interface PanelProps {
  readonly title: string;
  readonly testId: string;
  readonly state: PanelState;
  readonly count?: number | undefined;
  readonly tools?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}

/** The frame of every panel: its title and tools, and the loading, empty, failed and stale faces. */
export function Panel({ title, testId, state, count, tools, className, children }: PanelProps) {
  const staleSince = useStaleSince();
  const stale = staleSince !== null && state.kind === 'ready';
  return (
    <section
      id={testId}
      className={`panel ${className ?? ''}`}
      data-testid={testId}
      data-panel={stale ? 'stale' : state.kind}
      aria-label={title}
      aria-busy={state.kind === 'loading'}
    >
      <header className="panel-head">
        <h2>{title}</h2>
        {count !== undefined && state.kind === 'ready' && <span className="panel-count">{count}</span>}
        {stale && (
          <span className="badge" data-tone="amber" title="The connection is lost; this is how it stood then.">
            as of {formatTime(staleSince)}
          </span>
        )}
        <div className="panel-tools">{tools}</div>
      </header>
      <div className="panel-body">
        <Face state={state}>{children}</Face>
      </div>
    </section>
  );
}

function Face({ state, children }: { readonly state: PanelState; readonly children: ReactNode }) {
  switch (state.kind) {
    case 'ready':
      return children;
    case 'loading':
      return (
        <div className="panel-loading">
          <span className="visually-hidden">Loading</span>
          <i />
          <i />
          <i />
        </div>
      );
    case 'empty':
      return (
        <div className="panel-message">
          <strong>{state.title}</strong>
          <p>{state.hint}</p>
        </div>
      );
    case 'failed':
      return (
        <div className="panel-message panel-failed" role="alert">
          <strong>This could not be loaded.</strong>
          <p>{state.message}</p>
          {state.retry && (
            <button type="button" className="button" onClick={state.retry}>
              Try again
            </button>
          )}
        </div>
      );
  }
}
