const firstMs = 500;
const longestMs = 10_000;

/** How long to wait before try `attempt` (from 0); `dice` in [0, 1) spreads clients that lost the same engine. */
export function backoffMs(attempt: number, dice: number): number {
  const whole = Math.min(longestMs, firstMs * 2 ** Math.min(attempt, 10));
  return Math.round(whole * (0.75 + 0.25 * dice));
}
