import { useMemo, useState } from 'react';
import { formatPrice, formatTime } from '../../shared/format';
import { instrumentKey, type InstrumentKey } from '../../shared/nominal';
import { chartSymbol, setFollowSignals, useDesk } from '../../store/desk';
import { onVenue, usePriceDigits, useStaleSince } from '../../store/selectors';
import { useLivePanel, type PanelState } from '../panel/panelState';
import { intervals, type Interval } from './intervals';
import { picksOf } from './picks';
import { PriceChart } from './PriceChart';
import { SymbolPicker } from './SymbolPicker';
import { useMarkers } from './useMarkers';
import './ChartPanel.css';

export function ChartPanel() {
  const key = useDesk((desk) => desk.charted);
  const of = useMemo(() => (key ? onVenue(key) : null), [key]);
  const session = useDesk((desk) => desk.live.session);
  const instruments = useDesk((desk) => desk.instruments.value);
  const positions = useDesk((desk) => desk.live.positions);
  const signals = useDesk((desk) => desk.live.signals);
  const follow = useDesk((desk) => desk.followSignals);
  const [interval, setInterval] = useState<Interval>('5s');
  const markers = useMarkers(of);
  const phase = useDesk((desk) => desk.live.phase);
  const staleSince = useStaleSince();
  const state = useLivePanel(key === null, 'No symbol', 'Pick a symbol to chart it.');
  const last = useDesk((desk) => (key ? desk.live.ticks.get(key) : undefined))?.price;
  const digits = usePriceDigits(of, last ? Math.round(last) : null);

  const heldKeys = [...positions.values()].map(instrumentKey).join(' ');
  const picks = useMemo(
    () => picksOf(session, instruments, positions.values(), signals),
    // Positions change ten times a second, but the order only with which symbols are held.
    [session?.instruments, instruments, heldKeys, signals],
  );
  const held = useMemo(() => [...positions.values()].filter((position) => instrumentKey(position) === key), [positions, key]);

  return (
    <section className="panel chart-panel" id="chart-panel" aria-label="Chart" data-panel={staleSince === null ? state.kind : 'stale'}>
      <header className="panel-head chart-head">
        <SymbolPicker current={key} picks={picks} onPick={chartSymbol} />
        {key && <Quote of={key} digits={digits} />}
        {staleSince !== null && <span className="badge" data-tone="amber">as of {formatTime(staleSince)}</span>}
        <div className="panel-tools">
          <label className="follow" title="Moves the chart to a symbol when a signal occurs there">
            <input type="checkbox" checked={follow} onChange={(event) => setFollowSignals(event.target.checked)} />
            Follow signals
          </label>
          <div className="segments" role="group" aria-label="Interval">
            {intervals.map((each) => (
              <button key={each} type="button" aria-pressed={each === interval} onClick={() => setInterval(each)}>{each}</button>
            ))}
          </div>
        </div>
      </header>
      <div className="panel-body">
        {of && (state.kind === 'ready' || phase === 'none')
          ? <PriceChart of={of} interval={interval} digits={digits} markers={markers} positions={held} />
          : <ChartFace state={state} />}
      </div>
    </section>
  );
}

function ChartFace({ state }: { readonly state: PanelState }) {
  return (
    <div className="chart-host" data-testid="chart" data-symbol="" data-candles="0" data-markers="0" data-last-marker="">
      <div className="chart-cover">
        {state.kind === 'loading' && <><span className="spinner" /><p>Loading</p></>}
        {state.kind === 'empty' && <p>{state.hint}</p>}
        {state.kind === 'failed' && <p role="alert">{state.message}</p>}
      </div>
    </div>
  );
}

function Quote({ of, digits }: { readonly of: InstrumentKey; readonly digits: number }) {
  const tick = useDesk((desk) => desk.live.ticks.get(of));
  const spread = tick?.bid && tick.ask ? ((tick.ask - tick.bid) / tick.bid) * 10_000 : null;
  return (
    <div className="quote">
      <span className={`quote-last ${tick?.side === 'SELL' ? 'loss' : 'gain'}`} data-testid="last-price">
        {formatPrice(tick?.price, digits)}
      </span>
      <span className="quote-book dim">
        {formatPrice(tick?.bid, digits)} / {formatPrice(tick?.ask, digits)}
        {spread !== null && ` · ${spread.toFixed(1)} bps`}
      </span>
    </div>
  );
}
