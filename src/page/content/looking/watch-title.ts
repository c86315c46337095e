import type { Life } from '../content-life';

/** Calls back when the page may have moved, in browsers without `navigation`: the title changes with every note. */
export function watchTitle(onMaybeMoved: () => void, life: Life): void {
  window.addEventListener('popstate', onMaybeMoved);
  const changes = new MutationObserver(onMaybeMoved);
  changes.observe(document.head, { childList: true, subtree: true, characterData: true });
  life.stops.push(() => {
    window.removeEventListener('popstate', onMaybeMoved);
    changes.disconnect();
  });
}
