import { useSignal, type ReadonlySignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

/** What the address tells a screen behind its name, kept up with it; `go` writes it there, so that back leads back. */
export function useScreenParam(
  screen: string,
  read: () => string | undefined,
): { param: ReadonlySignal<string | undefined>; go: (param: string | undefined) => void } {
  const param = useSignal(read());
  useEffect(() => {
    const follow = () => (param.value = read());
    addEventListener('hashchange', follow);
    addEventListener('popstate', follow);
    return () => {
      removeEventListener('hashchange', follow);
      removeEventListener('popstate', follow);
    };
  }, []);
  return {
    param,
    go(next) {
      history.pushState(
        null,
        '',
        next === undefined ? `#${screen}` : `#${screen}/${encodeURIComponent(next)}`,
      );
      param.value = next;
      scrollTo(0, 0);
    },
  };
}
