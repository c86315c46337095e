import { useComputed, useSignal, type Signal } from '@preact/signals';
import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import type { Comment } from '../../../model/comment';
import type { SiteHost } from '../../../model/note';
import { useTexts } from '../../text-context';
import type { CommentQuery } from '../../../workers/comment-view/types';
import { CommentItem, type CommentActions } from './comment-item';
import type { CommentsStore } from './create-comments-store';
import { useHeldComment } from './use-held-comment';

/** A usual row; the real heights are measured as rows come on screen. */
const USUAL_HEIGHT = 96;
const NONE: readonly number[] = [];

interface SlotProps {
  readonly index: number;
  readonly store: CommentsStore;
  readonly host: SiteHost;
  readonly actions: CommentActions;
  /** The place that the focus shall have as soon as its comment is here. */
  readonly wanted: Signal<number | undefined>;
  /** What stands below a comment. */
  readonly foot: (comment: Comment) => ComponentChildren;
}

/** One place of the list: asks for its row and shows a quiet shape until it is here. */
function CommentSlot({ index, store, host, actions, wanted, foot }: SlotProps) {
  const { t } = useTexts();
  const box = useRef<HTMLDivElement>(null);
  const version = useComputed(() => store.summary.value?.version ?? 0);
  useEffect(() => store.need(index), [index, version.value]);
  const row = store.rowAt(index);
  const isWanted = row !== undefined && wanted.value === index;
  useEffect(() => {
    if (!isWanted) return;
    wanted.value = undefined;
    box.current?.focus({ preventScroll: true });
  }, [isWanted]);
  return (
    <div
      ref={box}
      data-index={index}
      tabIndex={-1}
      class="comment-slot"
      aria-posinset={index + 1}
      aria-setsize={store.summary.value?.rows ?? 0}
      role="article"
    >
      {row ? (
        <CommentItem row={row} host={host} actions={actions}>
          {foot(row.comment)}
        </CommentItem>
      ) : (
        <div class="comment comment-waiting" aria-busy="true">
          <span class="unseen">{t('comments.rows-loading')}</span>
        </div>
      )}
    </div>
  );
}

/** Arrow keys, Home and End move from comment to comment; the list keeps one of them in the tab order. */
function useListKeys(
  list: RefObject<VirtualizerHandle | null>,
  store: CommentsStore,
  wanted: Signal<number | undefined>,
) {
  const at = useRef(0);
  return (event: KeyboardEvent) => {
    const rows = store.summary.value?.rows ?? 0;
    const { target } = event;
    if (
      !(target instanceof HTMLElement) ||
      target.closest('button, a, input, select, textarea, [role="menu"]')
    )
      return;
    // The comment with the focus may have moved since it got it.
    const here = wanted.value ?? Number(target.dataset['index'] ?? at.current);
    const to = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: rows - 1 }[event.key];
    if (to === undefined || rows === 0) return;
    event.preventDefault();
    at.current = Math.min(Math.max(to, 0), rows - 1);
    list.current?.scrollToIndex(at.current, { align: 'nearest' });
    wanted.value = at.current;
  };
}

/** What is asked for anew is read from its beginning; where the list stood says nothing about the new rows. */
function useStartAtTop(list: RefObject<VirtualizerHandle | null>, query: CommentQuery) {
  const before = useRef(query);
  useEffect(() => {
    if (before.current !== query) list.current?.scrollTo(0);
    before.current = query;
  }, [query]);
}

/** The threaded list. Only the rows on screen are in the document, however many there are. */
export function CommentList({
  store,
  host,
  actions,
  foot,
}: {
  store: CommentsStore;
  host: SiteHost;
  actions: CommentActions;
  foot: SlotProps['foot'];
}) {
  const { t } = useTexts();
  const box = useRef<HTMLDivElement>(null);
  const list = useRef<VirtualizerHandle>(null);
  const wanted = useSignal<number | undefined>(undefined);
  const onKeyDown = useListKeys(list, store, wanted);
  const held = useHeldComment(box, store);
  useStartAtTop(list, store.query.value);
  const rows = store.summary.value?.rows ?? 0;
  return (
    <div
      ref={box}
      class="comment-list"
      role="feed"
      aria-label={t('comments.list')}
      onKeyDown={onKeyDown}
      onFocusIn={held.onFocusIn}
      tabIndex={0}
    >
      <Virtualizer
        ref={list}
        data={{ length: rows }}
        itemSize={USUAL_HEIGHT}
        bufferSize={400}
        keepMounted={held.place === undefined ? NONE : [held.place]}
      >
        {(_: unknown, index: number) => (
          <CommentSlot
            // A comment keeps its row, and an open menu in it, wherever in the list it comes to stand.
            key={store.rowAt(index)?.comment.commentId ?? index}
            {...{ index, store, host, actions, wanted, foot }}
          />
        )}
      </Virtualizer>
    </div>
  );
}
