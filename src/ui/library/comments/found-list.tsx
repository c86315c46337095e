import { useComputed } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { Virtualizer } from 'virtua';
import { useTexts } from '../../text-context';
import { FoundItem } from './found-item';
import type { SearchStore } from './state/create-search-store';

/** A usual row; the real heights are measured as rows come on screen. */
const USUAL_HEIGHT = 104;

/** What was found so far. Only the rows on screen are in the document. */
export function FoundList({ store, rows }: { store: SearchStore; rows: number }) {
  const { t } = useTexts();
  const box = useRef<HTMLDivElement>(null);
  // What is asked for anew is read from its beginning.
  useEffect(() => box.current?.scrollTo(0, 0), [store.query.value, store.sort.value]);
  return (
    <div ref={box} class="found-list" role="feed" aria-label={t('found.list')} tabIndex={0}>
      <Virtualizer data={{ length: rows }} itemSize={USUAL_HEIGHT} bufferSize={400}>
        {(_: unknown, index: number) => (
          <FoundSlot key={store.rowAt(index)?.comment.commentId ?? index} {...{ index, store, rows }} />
        )}
      </Virtualizer>
    </div>
  );
}

/** One place of the list: asks for its row and shows a quiet shape until it is here. */
function FoundSlot({ index, store, rows }: { index: number; store: SearchStore; rows: number }) {
  const { t } = useTexts();
  const version = useComputed(() => store.progress.value?.version ?? 0);
  useEffect(() => store.need(index), [index, version.value]);
  const row = store.rowAt(index);
  return (
    <div
      class="found-slot"
      role="article"
      aria-posinset={index + 1}
      aria-setsize={rows}
      {...(row ? { 'data-comment-id': row.comment.commentId } : { 'aria-busy': true })}
    >
      {row ? (
        <FoundItem row={row} />
      ) : (
        <div class="found-waiting">
          <span class="unseen">{t('comments.rows-loading')}</span>
        </div>
      )}
    </div>
  );
}
