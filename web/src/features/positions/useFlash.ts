import { useEffect, useRef } from 'react';

const flashMs = 450;

/** Lets an element glow briefly when its value moves; the browser animates, so that React has nothing to do. */
export function useFlash(value: number | null) {
  const element = useRef<HTMLSpanElement>(null);
  const before = useRef(value);

  useEffect(() => {
    const previous = before.current;
    before.current = value;
    if (previous === null || value === null || previous === value) return;
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    const color = value > previous ? 'var(--up-soft)' : 'var(--down-soft)';
    element.current?.animate([{ backgroundColor: color }, { backgroundColor: 'transparent' }], flashMs);
  }, [value]);

  return element;
}
