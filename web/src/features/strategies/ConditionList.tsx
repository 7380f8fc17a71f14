import { memo } from 'react';
import type { Condition, ConditionGroup, Trend } from '../../api/strategies';
import { formatIndicator, formatThreshold } from '../../shared/format';
import { Falling, Rising, Steady } from '../../shared/icons';
import { progress } from './interest';

const arrows: Readonly<Record<Trend, typeof Rising>> = { rising: Rising, falling: Falling, steady: Steady };

export const ConditionList = memo(function ConditionList({ group }: { readonly group: ConditionGroup }) {
  return (
    <div className="conditions">
      <span className="conditions-section" data-type={group.section} title={`${group.section}, ${group.logic === 'AND' ? 'all of' : 'any of'}`}>
        {group.section}
      </span>
      <ul>
        {group.conditions.map((condition, index) => <ConditionLine key={index} condition={condition} />)}
        {group.conditions.length === 0 && <li className="dim">no conditions</li>}
      </ul>
    </div>
  );
});

function ConditionLine({ condition }: { readonly condition: Condition }) {
  const Arrow = condition.trend ? arrows[condition.trend] : null;
  return (
    <li className="condition" data-met={condition.met}>
      <span className="condition-name" title={condition.indicator}>{condition.indicator}</span>
      <span className="condition-arrow" title={condition.trend ?? undefined}>{Arrow && <Arrow />}</span>
      <span className="number condition-value">{formatIndicator(condition.value)}</span>
      <span className="condition-bar" aria-hidden="true"><i style={{ transform: `scaleX(${progress(condition)})` }} /></span>
      <span className="condition-threshold dim">{symbols[condition.operator] ?? condition.operator} {thresholdText(condition)}</span>
      <span className="visually-hidden">{condition.met ? 'met' : 'not met'}</span>
    </li>
  );
}

const symbols: Readonly<Record<string, string>> = { '>=': '≥', '<=': '≤', '==': '=', '!=': '≠', between: 'in' };

function thresholdText(condition: Condition): string {
  if (condition.against !== null) return condition.against;
  const lower = formatThreshold(condition.threshold);
  return condition.upper_threshold === null ? lower : `${lower}–${formatThreshold(condition.upper_threshold)}`;
}
