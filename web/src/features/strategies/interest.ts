import type { Condition, MachineState, StrategyState } from '../../api/strategies';

const rank: Readonly<Record<MachineState, number>> = {
  POSITION_ACTIVE: 0,
  CLOSE_ORDER_EVALUATION: 0,
  EMERGENCY_EXIT: 0,
  SIGNAL_DETECTED: 1,
  ENTRY_EVALUATION: 1,
  MONITORING: 2,
  SIGNAL_CANCELLED: 3,
  EXITED: 3,
  INACTIVE: 4,
};

/** Rows whose closeness differs less than this keep their order, as a list that never rests cannot be read. */
const closenessStep = 0.1;

/** Positions first, then signals, then those closest to a signal; cooling and idle ones last. */
export function byInterest(states: Iterable<StrategyState>): readonly StrategyState[] {
  return [...states]
    .map((state) => ({ state, rank: rank[state.state] ?? 5, closeness: Math.round(closenessToSignal(state) / closenessStep) }))
    .sort((left, right) =>
      left.rank - right.rank
      || right.closeness - left.closeness
      || left.state.symbol.localeCompare(right.state.symbol)
      || left.state.strategy_name.localeCompare(right.state.strategy_name)
      || left.state.venue.localeCompare(right.state.venue))
    .map(({ state }) => state);
}

/** 0 to 1: how near the S1 group is to being true. */
export function closenessToSignal(state: StrategyState): number {
  const group = state.groups.find((each) => each.section === 'S1');
  if (!group || group.conditions.length === 0) return 0;
  const each = group.conditions.map(progress);
  return group.logic === 'OR' ? Math.max(...each) : each.reduce((sum, value) => sum + value, 0) / each.length;
}

/** 0 to 1: how far a condition's value has come toward its threshold, which is 1 once it is met. */
export function progress(condition: Condition): number {
  if (condition.met) return 1;
  const { value, threshold, upper_threshold: upper } = condition;
  if (value === null || threshold === null) return 0;
  const missing = upper === null || value < threshold ? Math.abs(threshold - value) : Math.abs(value - upper);
  return Math.min(0.99, Math.max(0, 1 - missing / Math.max(Math.abs(threshold), 1)));
}
