import { useEffect, useRef, useState } from 'react';

/** Rows this near to being seen are made ready. */
const margin = '300px';

interface Watched {
  readonly onScreen: boolean;
  /** As it was when last seen, to keep its place; null before that. */
  readonly height: number | null;
}

/** Whether an element can be seen in the panel that scrolls it, so that a row out of sight need not show anything. */
export function useOnScreen() {
  const element = useRef<HTMLLIElement>(null);
  const [watched, setWatched] = useState<Watched>({ onScreen: false, height: null });

  useEffect(() => {
    const row = element.current;
    if (!row) return;
    const observer = observerOf(row.closest('.panel-body'));
    callbacks.set(row, (entry) =>
      setWatched((before) => ({
        onScreen: entry.isIntersecting,
        height: before.onScreen ? entry.boundingClientRect.height : before.height,
      })));
    observer.observe(row);
    return () => {
      observer.unobserve(row);
      callbacks.delete(row);
    };
  }, []);

  return { element, ...watched };
}

const callbacks = new WeakMap<Element, (entry: IntersectionObserverEntry) => void>();
const observers = new WeakMap<Element, IntersectionObserver>();

/** One observer for all rows of a panel. */
function observerOf(root: Element | null): IntersectionObserver {
  const known = root && observers.get(root);
  if (known) return known;
  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) callbacks.get(entry.target)?.(entry);
    },
    { root, rootMargin: `${margin} 0px` },
  );
  if (root) observers.set(root, observer);
  return observer;
}
