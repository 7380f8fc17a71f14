import { useState } from 'react';
import type { StrategyState } from '../../api/strategies';
import type { Seconds } from '../../shared/nominal';
import { useNow } from '../../shared/useNow';

/** What is left of a cooldown, counted down here between the engine's answers. */
export function useCooldown(strategy: StrategyState): Seconds | null {
  const now = useNow();
  const [{ left, at }, setTold] = useState({ left: strategy.cooldown_left_s, at: now });
  if (left !== strategy.cooldown_left_s) setTold({ left: strategy.cooldown_left_s, at: now });
  return left === null ? null : Math.max(0, left - (now - at) / 1000);
}
