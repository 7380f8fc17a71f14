import type { Problem } from '../api/problem';

/** What was asked of REST, and how far that has come. A failed refresh keeps the value it could not replace. */
export interface Load<T> {
  readonly value: T | null;
  readonly loading: boolean;
  readonly problem: Problem | null;
}

export const notLoaded: Load<never> = { value: null, loading: true, problem: null };
