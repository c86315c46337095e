import { useSignal, type ReadonlySignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

/**
 * Which screen of a page is shown: the one its address names behind `#`, else the first. `go` writes it there, so that
 * back, forward and a reload lead where they should.
 */
export function useScreen<Name extends string>(
  names: readonly [Name, ...Name[]],
): { screen: ReadonlySignal<Name>; go: (name: Name) => void } {
  const read = () => names.find((name) => location.hash === `#${name}`) ?? names[0];
  const screen = useSignal<Name>(read());
  useEffect(() => {
    const follow = () => (screen.value = read());
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return {
    screen,
    go(name) {
      if (name === screen.value) return;
      screen.value = name;
      history.pushState(null, '', `#${name}`);
      scrollTo(0, 0);
    },
  };
}
