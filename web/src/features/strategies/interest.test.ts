import { describe, expect, it } from 'vitest';
import type { Condition, MachineState, StrategyState } from '../../api/strategies';
import { byInterest, closenessToSignal, progress } from './interest';

const condition = (value: number | null, threshold: number, upper: number | null = null, met = false): Condition =>
  ({ indicator: 'x', operator: '>=', threshold, upper_threshold: upper, against: null, value, met, trend: null });

const machine = (symbol: string, state: MachineState, values: readonly number[] = [0], logic: 'AND' | 'OR' = 'AND') =>
  ({ symbol, state, venue: 'sim', strategy_name: 's', groups: [{ section: 'S1', logic, conditions: values.map((value) => condition(value, 8, null, value >= 8)) }] }) as unknown as StrategyState;

describe('byInterest', () => {
  it('puts positions first, then signals, then the watching, then the cooling and the idle', () => {
    const states = [machine('A', 'INACTIVE'), machine('B', 'SIGNAL_CANCELLED'), machine('C', 'MONITORING'), machine('D', 'SIGNAL_DETECTED'), machine('E', 'EMERGENCY_EXIT'), machine('F', 'POSITION_ACTIVE')];
    expect(byInterest(states).map((each) => each.symbol)).toEqual(['E', 'F', 'D', 'C', 'B', 'A']);
  });

  it('puts the watching one that is closest to its signal first', () => {
    const states = [machine('A', 'MONITORING', [1]), machine('B', 'MONITORING', [7]), machine('C', 'MONITORING', [4])];
    expect(byInterest(states).map((each) => each.symbol)).toEqual(['B', 'C', 'A']);
  });

  it('keeps the order by name while closeness hardly differs', () => {
    const states = [machine('B', 'MONITORING', [4.1]), machine('A', 'MONITORING', [4])];
    expect(byInterest(states).map((each) => each.symbol)).toEqual(['A', 'B']);
  });
});

describe('closenessToSignal', () => {
  it('is the mean of all conditions, or the best of any', () => {
    // 8 of 8 is met, 4 of 8 is half way
    expect(closenessToSignal(machine('A', 'MONITORING', [8, 4]))).toBeCloseTo(0.75);
    expect(closenessToSignal(machine('A', 'MONITORING', [8, 4], 'OR'))).toBe(1);
  });
});

describe('progress', () => {
  it('is nothing while the value is unknown, and never whole while unmet', () => {
    expect(progress(condition(null, 8))).toBe(0);
    expect(progress(condition(8, 8))).toBeLessThan(1);
  });

  it('measures a range from its nearer end', () => {
    // 90 is 10 above 80: 1 - 10 / 40
    expect(progress(condition(90, 40, 80))).toBeCloseTo(0.75);
    expect(progress(condition(30, 40, 80))).toBeCloseTo(0.75);
  });
});
