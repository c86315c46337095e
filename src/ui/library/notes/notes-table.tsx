import { useComputed } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { Virtualizer } from 'virtua';
import type { NoteSort, NotesSummary } from '../../../workers/library/notes/types';
import { Icon } from '../../icons/icon';
import { findValue } from '../../stores/async';
import { useTexts } from '../../text-context';
import type { NoteActions } from './note-actions';
import { NoteCells } from './note-cells';
import type { NotesStore } from './state/create-notes-store';

/** A usual row; the real heights are measured as rows come on screen. */
const USUAL_HEIGHT = 63;
const HEAD_HEIGHT = 36;

/** The columns that have words above them; by most of them the table can be sorted. */
const COLUMNS: readonly { id: string; sort?: NoteSort; isNumber?: boolean }[] = [
  { id: 'note', sort: 'title' },
  { id: 'likes', sort: 'likes', isNumber: true },
  { id: 'collects', sort: 'collects', isNumber: true },
  { id: 'shares', sort: 'shares', isNumber: true },
  { id: 'stored', sort: 'stored' },
  { id: 'collected', sort: 'collected' },
  { id: 'seen', sort: 'seen' },
  { id: 'source' },
];
/** Words run from A to Z first, numbers and times from the largest. */
const UP_FIRST: ReadonlySet<string> = new Set(['title', 'author']);

interface TableProps {
  readonly store: NotesStore;
  readonly summary: NotesSummary;
  readonly actions: NoteActions;
}

/** All notes that were found. Only the rows on screen are in the document, however many there are. */
export function NotesTable({ store, summary, actions }: TableProps) {
  const { t } = useTexts();
  const box = useRef<HTMLDivElement>(null);
  // What is asked for anew is read from its beginning.
  useEffect(() => box.current?.scrollTo(0, 0), [store.query.value]);
  return (
    <div
      ref={box}
      class="notes-table"
      role="table"
      aria-label={t('library.notes-title')}
      aria-rowcount={summary.rows + 1}
      tabIndex={0}
    >
      <div role="rowgroup">
        <div class="notes-row notes-head" role="row" aria-rowindex={1}>
          <span role="columnheader">
            <span class="unseen">{t('library.column-choose')}</span>
          </span>
          {COLUMNS.map((column) => (
            <Header key={column.id} column={column} store={store} />
          ))}
          <span role="columnheader">
            <span class="unseen">{t('library.column-actions')}</span>
          </span>
        </div>
      </div>
      <div role="rowgroup">
        <Virtualizer
          data={{ length: summary.rows }}
          itemSize={USUAL_HEIGHT}
          bufferSize={300}
          startMargin={HEAD_HEIGHT}
          scrollRef={box}
        >
          {(_: unknown, index: number) => (
            <NoteSlot
              key={store.rowAt(index)?.noteId ?? index}
              index={index}
              store={store}
              actions={actions}
            />
          )}
        </Virtualizer>
      </div>
    </div>
  );
}

function Header({ column, store }: { column: (typeof COLUMNS)[number]; store: NotesStore }) {
  const { t } = useTexts();
  const { id, sort, isNumber } = column;
  const { sort: sorted, direction } = store.query.value;
  const label = t(`library.column-${id as 'note'}`);
  const isSorted = sort !== undefined && sort === sorted;
  const kind = `notes-${id}${isNumber ? ' notes-number' : ''}`;
  if (sort === undefined) {
    return (
      <span role="columnheader" class={kind}>
        {label}
      </span>
    );
  }
  const first = UP_FIRST.has(sort) ? 'up' : 'down';
  const other = direction === 'up' ? 'down' : 'up';
  const order = direction === 'up' ? 'ascending' : 'descending';
  return (
    <span role="columnheader" class={kind} aria-sort={isSorted ? order : 'none'}>
      <button
        type="button"
        class="table-sort"
        onClick={() => store.change({ sort, direction: isSorted ? other : first })}
      >
        {label}
        {isSorted && <Icon name={direction === 'up' ? 'arrow-up' : 'arrow-down'} size={12} />}
      </button>
    </span>
  );
}

/** One place of the list: asks for its row and shows a quiet shape until it is here. */
function NoteSlot({ index, store, actions }: { index: number; store: NotesStore; actions: NoteActions }) {
  const { t } = useTexts();
  const version = useComputed(() => findValue(store.summary.value)?.version ?? 0);
  useEffect(() => store.need(index), [index, version.value]);
  const row = store.rowAt(index);
  const isOn = row !== undefined && store.chosen.value.has(row.noteId);
  return (
    <div
      class={isOn ? 'notes-row notes-on' : 'notes-row'}
      role="row"
      aria-rowindex={index + 2}
      {...(row ? { 'data-note-id': row.noteId } : {})}
    >
      {row ? (
        <NoteCells
          row={row}
          choice={{ isOn, onToggle: (isRange) => void store.toggle(row.noteId, isRange) }}
          actions={actions}
        />
      ) : (
        <span role="cell" class="notes-waiting">
          <span class="unseen">{t('words.loading')}</span>
        </span>
      )}
    </div>
  );
}
