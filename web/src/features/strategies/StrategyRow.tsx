import { memo, useState } from 'react';
import type { MachineState, StrategyState } from '../../api/strategies';
import type { SignalType } from '../../api/signals';
import { formatDuration, formatPrice, formatSignedMoney, formatSignedPercent, formatTime, words } from '../../shared/format';
import { instrumentKey, unixMs } from '../../shared/nominal';
import { tone } from '../../shared/tone';
import { chartSymbol, useDesk } from '../../store/desk';
import { useEngineNow, usePriceDigits } from '../../store/selectors';
import { ConditionList } from './ConditionList';
import { useCooldown } from './useCooldown';
import { useOnScreen } from './useOnScreen';

const stateTone: Readonly<Record<MachineState, string>> = {
  INACTIVE: '', MONITORING: '', SIGNAL_DETECTED: 'amber', ENTRY_EVALUATION: 'amber', POSITION_ACTIVE: 'up',
  CLOSE_ORDER_EVALUATION: 'blue', EMERGENCY_EXIT: 'down', SIGNAL_CANCELLED: '', EXITED: '',
};

const usualHeight = 92;

/** The sections that can move a machine on from where it stands. */
const decisive: Readonly<Record<MachineState, readonly SignalType[]>> = {
  INACTIVE: [], MONITORING: ['S1'], SIGNAL_DETECTED: ['Z1', 'O1'], ENTRY_EVALUATION: ['Z1'], POSITION_ACTIVE: ['ZE1', 'E1'],
  CLOSE_ORDER_EVALUATION: ['E1'], EMERGENCY_EXIT: [], SIGNAL_CANCELLED: [], EXITED: [],
};

/** One machine. Hundreds of these change every second, so that only those on the screen are drawn in full. */
export const StrategyRow = memo(function StrategyRow({ strategy }: { readonly strategy: StrategyState }) {
  const [open, setOpen] = useState(false);
  const { element, onScreen, height } = useOnScreen();
  return (
    <li
      ref={element}
      className="strategy"
      data-testid="strategy-row"
      data-state={strategy.state}
      data-symbol={strategy.symbol}
      data-strategy={strategy.strategy_name}
      style={onScreen ? undefined : { height: height ?? usualHeight }}
    >
      {onScreen && <StrategyBody strategy={strategy} open={open} onToggle={() => setOpen(!open)} />}
    </li>
  );
});

interface StrategyBodyProps {
  readonly strategy: StrategyState;
  readonly open: boolean;
  readonly onToggle: () => void;
}

function StrategyBody({ strategy, open, onToggle }: StrategyBodyProps) {
  const groups = open ? strategy.groups : strategy.groups.filter((group) => decisive[strategy.state]?.includes(group.section));
  return (
    <>
      <div className="strategy-line">
        <button type="button" className="button-link strategy-symbol" onClick={() => chartSymbol(instrumentKey(strategy))}>{strategy.symbol}</button>
        <span className="badge" data-tone={stateTone[strategy.state]}>{words(strategy.state)}</span>
        <TimeInState strategy={strategy} />
        <button type="button" className="strategy-toggle" aria-expanded={open} onClick={onToggle}>
          <span className="strategy-name" title={strategy.strategy_name}>{strategy.strategy_name}</span>
          <span className="strategy-arrow" aria-hidden="true" />
        </button>
      </div>
      <HeldLine strategy={strategy} />
      {groups.map((group) => <ConditionList key={group.section} group={group} />)}
      <Footer strategy={strategy} />
      {open && (
        <ol className="strategy-history">
          {strategy.transitions.toReversed().map((each) => (
            <li key={`${each.time}${each.to}`}>
              <span className="dim">{formatTime(each.time)}</span> {words(each.from)} → {words(each.to)} <span className="dim">{words(each.trigger)}</span>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

function TimeInState({ strategy }: { readonly strategy: StrategyState }) {
  const now = useEngineNow();
  const seconds = strategy.state_since ? (now - unixMs(strategy.state_since)) / 1000 : strategy.time_in_state_s;
  return <span className="dim strategy-time">{formatDuration(seconds)}</span>;
}

/** Entry and profit while a position is held; the position itself is fresher than the state. */
function HeldLine({ strategy }: { readonly strategy: StrategyState }) {
  const position = useDesk((desk) => {
    if (strategy.entry_price === null && strategy.state !== 'POSITION_ACTIVE') return undefined;
    for (const each of desk.live.positions.values())
      if (each.symbol === strategy.symbol && each.venue === strategy.venue && each.strategy_name === strategy.strategy_name) return each;
    return undefined;
  });
  const entry = position?.entry_price ?? strategy.entry_price;
  const digits = usePriceDigits(strategy, entry);
  if (entry === null) return null;
  const pnl = position?.unrealized_pnl ?? strategy.unrealized_pnl;
  return (
    <div className="strategy-held">
      <span className="dim">{position?.side ?? strategy.direction} from {formatPrice(entry, digits)}</span>
      <span className={tone(pnl)}>
        {formatSignedMoney(pnl)} ({formatSignedPercent(position?.unrealized_pnl_pct ?? strategy.unrealized_pnl_pct)})
      </span>
    </div>
  );
}

function Footer({ strategy }: { readonly strategy: StrategyState }) {
  const cooldown = useCooldown(strategy);
  const last = strategy.last_signal;
  return (
    <div className="strategy-foot">
      {cooldown !== null && <span className="strategy-cooldown">cooldown {formatDuration(cooldown)}</span>}
      {strategy.next && <span className="strategy-next" title={strategy.next}>{strategy.next}</span>}
      {last && (
        <span className="strategy-last" title={last.reason ? words(last.reason) : undefined}>
          <b data-type={last.signal_type}>{last.signal_type}</b> {formatTime(last.time)} {words(last.execution_status)}
        </span>
      )}
    </div>
  );
}
