import { signal, type ReadonlySignal } from '@preact/signals';
import type { NoteRow, NotesQuery, NotesSummary, NotesView } from '../../../../workers/library/notes/types';
import type { Ports } from '../../../shell/ports';
import { LOADING, toFailed, type Async } from '../../../stores/async';
import { createRefresher } from '../../../stores/create-refresher';
import { createRowCache } from '../../../stores/create-row-cache';

/** Of more changed notes than this everything is read again. */
const MOST_SINGLE = 20;

export interface NotesList {
  readonly summary: ReadonlySignal<Async<NotesSummary>>;
  rowAt(index: number): NoteRow | undefined;
  need(index: number): void;
  setQuery(query: NotesQuery): void;
  fail(thrown: unknown): void;
  retry(): void;
}

/** The rows of a view, read again when something of them changed; `query` answers what is asked now. */
export function createNotesList(
  ports: Pick<Ports, 'onEvent'>,
  view: NotesView,
  query: () => NotesQuery,
  until: AbortSignal,
): NotesList {
  const summary = signal<Async<NotesSummary>>(LOADING);
  const fail = (thrown: unknown) => {
    if (!until.aborted) summary.value = toFailed(thrown);
  };
  const cache = createRowCache<NoteRow>(
    { rows: (start, count) => view.rows(start, count), idOf: (row) => row.noteId },
    fail,
  );
  const changed = new Set<string>();
  let isAllWanted = true;

  const take = async (next: Promise<NotesSummary>) => {
    try {
      const value = await next;
      const before = summary.peek();
      // Another look was quicker.
      if (before.state === 'ready' && before.value.version > value.version) return;
      // A list that begins is drawn once, with its rows.
      if (before.state !== 'ready' && value.rows > 0) await cache.need(0, value.version);
      summary.value = { state: 'ready', value };
    } catch (thrown) {
      fail(thrown);
    }
  };
  const read = createRefresher(async () => {
    const noteIds = [...changed];
    changed.clear();
    if (isAllWanted || noteIds.length > MOST_SINGLE) {
      isAllWanted = false;
      await take(view.open(query()));
    } else for (const noteId of noteIds) await take(view.refresh(noteId));
  });
  const note = ({ noteId }: { noteId?: string | undefined }) => {
    if (noteId === undefined) isAllWanted = true;
    else changed.add(noteId);
    void read();
  };
  ports.onEvent('note.changed', note, until);
  ports.onEvent('comments.changed', note, until);
  ports.onEvent('stored.removed', note, until);
  void read();
  return {
    summary,
    rowAt: (index) => cache.rowAt(index),
    need(index) {
      const now = summary.peek();
      if (now.state === 'ready') void cache.need(index, now.value.version);
    },
    setQuery: (next) => void take(view.setQuery(next)),
    fail,
    retry() {
      summary.value = LOADING;
      note({});
    },
  };
}
