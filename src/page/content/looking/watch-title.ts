import type { Life } from '../content-life';

/** Calls back when the page may have moved, in browsers without `navigation`: the title changes with every note. */
export function watchTitle(onMaybeMoved: () => void, life: Life): void {
  life.listen(window, 'popstate', onMaybeMoved);
  const changes = new MutationObserver(onMaybeMoved);
  changes.observe(document.head, { childList: true, subtree: true, characterData: true });
  life.onEnd(() => changes.disconnect());
}
