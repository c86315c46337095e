import { useSignal, type ReadonlySignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

/**
 * Which screen of a page is shown: the one its address names behind `#` (and before a
 * `/`, behind which a screen keeps what it is about), else the first. `go` writes it there, so that
 * back, forward and a reload lead where they should.
 */
export function useScreen<Name extends string>(
  names: readonly [Name, ...Name[]],
): { screen: ReadonlySignal<Name>; go: (name: Name) => void } {
  const read = () => names.find((name) => location.hash.slice(1).split('/')[0] === name) ?? names[0];
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

/** What the address tells the screen under that name: `x` for `author` of `#explore/author/x`. */
export function readScreenParam(name: string): string | undefined {
  const [, named, value] = location.hash.slice(1).split('/');
  return named === name && value !== undefined ? decodeURIComponent(value) : undefined;
}
