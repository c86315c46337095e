import { useSignal, type ReadonlySignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** True from the moment the element is seen for the first time: what is off screen asks no host for anything. */
export function useOnScreen(element: RefObject<HTMLElement | null>): ReadonlySignal<boolean> {
  const seen = useSignal(false);
  useEffect(() => {
    const target = element.current;
    if (!target || seen.value) return;
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      seen.value = true;
      observer.disconnect();
    });
    observer.observe(target);
    return () => observer.disconnect();
  }, []);
  return seen;
}
