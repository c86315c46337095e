import { useComputed } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import type { SiteHost } from '../../../model/note';
import { useTexts } from '../../text-context';
import type { CommentQuery } from '../../../workers/comment-view/types';
import { CommentItem, type CommentActions } from './comment-item';
import type { CommentsStore } from './create-comments-store';

/** A usual row; the real heights are measured as rows come on screen. */
const USUAL_HEIGHT = 96;

/** One place of the list: asks for its row and shows a quiet shape until it is here. */
function CommentSlot({
  index,
  store,
  host,
  actions,
}: {
  index: number;
  store: CommentsStore;
  host: SiteHost;
  actions: CommentActions;
}) {
  const { t } = useTexts();
  const version = useComputed(() => store.summary.value?.version ?? 0);
  useEffect(() => store.need(index), [index, version.value]);
  const row = store.rowAt(index);
  if (!row) {
    return (
      <div class="comment comment-waiting" aria-busy="true">
        <span class="unseen">{t('comments.rows-loading')}</span>
      </div>
    );
  }
  return <CommentItem row={row} host={host} actions={actions} />;
}

/** Arrow keys, Home and End move from comment to comment; the list keeps one of them in the tab order. */
function useListKeys(list: RefObject<VirtualizerHandle | null>, store: CommentsStore) {
  const at = useRef(0);
  return (event: KeyboardEvent) => {
    const rows = store.summary.value?.rows ?? 0;
    if (
      event.target instanceof HTMLElement &&
      event.target.closest('button, a, input, select, [role="menu"]')
    )
      return;
    const to = { ArrowDown: at.current + 1, ArrowUp: at.current - 1, Home: 0, End: rows - 1 }[event.key];
    if (to === undefined || rows === 0) return;
    event.preventDefault();
    at.current = Math.min(Math.max(to, 0), rows - 1);
    list.current?.scrollToIndex(at.current, { align: 'nearest' });
    const target = event.currentTarget as HTMLElement;
    const index = at.current;
    requestAnimationFrame(() => target.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus());
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
}: {
  store: CommentsStore;
  host: SiteHost;
  actions: CommentActions;
}) {
  const { t } = useTexts();
  const list = useRef<VirtualizerHandle>(null);
  const onKeyDown = useListKeys(list, store);
  useStartAtTop(list, store.query.value);
  const rows = store.summary.value?.rows ?? 0;
  return (
    <div class="comment-list" role="feed" aria-label={t('comments.list')} onKeyDown={onKeyDown} tabIndex={0}>
      <Virtualizer ref={list} data={{ length: rows }} itemSize={USUAL_HEIGHT} bufferSize={400}>
        {(_: unknown, index: number) => (
          <div
            key={index}
            data-index={index}
            tabIndex={-1}
            class="comment-slot"
            aria-posinset={index + 1}
            aria-setsize={rows}
            role="article"
          >
            <CommentSlot index={index} store={store} host={host} actions={actions} />
          </div>
        )}
      </Virtualizer>
    </div>
  );
}
