/** The class that colours a gain, a loss, or neither. */
export function tone(value: number | null | undefined): string {
  if (value === null || value === undefined || Math.abs(value) < 0.005) return 'flat';
  return value > 0 ? 'gain' : 'loss';
}
