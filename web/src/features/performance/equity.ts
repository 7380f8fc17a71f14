import type { EquityPoint } from '../../api/performance';

/** The curve with the newest point the hub has told, when that is newer. */
export function withPoint(points: readonly EquityPoint[], newest: EquityPoint | null): readonly EquityPoint[] {
  const last = points.at(-1);
  return newest && (!last || newest.time > last.time) ? [...points, newest] : points;
}
