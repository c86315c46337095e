import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect } from 'preact/hooks';
import type { CommentsStore } from './create-comments-store';

/**
 * The comment that has the focus: its menu may be open. It stays in the document, and where it is on screen, while
 * comments come in above and below it.
 *
 * @returns its place, when it is known, and the listener that notices the focus
 */
export function useHeldComment(
  list: RefObject<HTMLElement | null>,
  store: CommentsStore,
): { readonly place: number | undefined; onFocusIn(event: FocusEvent): void } {
  const held = useSignal<string | undefined>(undefined);
  const commentId = held.value;
  const place = commentId === undefined ? undefined : store.placeOf(commentId);
  const version = store.summary.value?.version;
  useEffect(() => {
    if (place !== undefined) store.needAround(place);
  }, [store, place, version]);
  useLayoutEffect(() => {
    const row = commentId === undefined ? undefined : findRow(list.current, commentId);
    return row && list.current ? holdInPlace(row, list.current) : undefined;
  }, [list, commentId]);
  return {
    place,
    onFocusIn({ target }) {
      const slot = target instanceof Element ? target.closest('.comment-slot') : null;
      held.value = slot?.querySelector<HTMLElement>('[data-comment-id]')?.dataset['commentId'];
    },
  };
}

/** The positioned element around a comment. */
function findRow(list: HTMLElement | null, commentId: string): HTMLElement | undefined {
  const comment = list?.querySelector(`[data-comment-id="${CSS.escape(commentId)}"]`);
  return comment?.closest('.comment-slot')?.parentElement ?? undefined;
}

/** Scrolls with a row whose place in the list changes while it is on screen; the function ends that. */
function holdInPlace(row: HTMLElement, list: HTMLElement): () => void {
  let top = row.offsetTop;
  let scrolled = list.scrollTop;
  const look = () => {
    const isMoved = row.offsetTop !== top;
    const wasOnScreen = top + row.offsetHeight > scrolled && top < scrolled + list.clientHeight;
    // The list itself scrolls along when a row above the screen turns out larger: that is no move on screen.
    if (isMoved && wasOnScreen) list.scrollTop = row.offsetTop - top + scrolled;
    top = row.offsetTop;
    scrolled = list.scrollTop;
  };
  const onScroll = () => {
    if (row.offsetTop === top) scrolled = list.scrollTop;
  };
  const moves = new MutationObserver(look);
  moves.observe(row, { attributes: true, attributeFilter: ['style'] });
  list.addEventListener('scroll', onScroll, { passive: true });
  return () => {
    moves.disconnect();
    list.removeEventListener('scroll', onScroll);
  };
}
