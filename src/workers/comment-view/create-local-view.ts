import { AppError } from '../../model/errors';
import type { CommentTable } from './comment-table';
import { createCommentTable } from './comment-table';
import type { CommentSource, LoadingTable } from './load-table';
import { loadTable } from './load-table';
import type { Pace } from './pace';
import { createPace } from './pace';
import { refreshTable } from './refresh-table';
import { selectRows } from './select-rows';
import type { ShownRows } from './shown-rows';
import { arrangeRows, toCommentRow } from './shown-rows';
import type { CommentQuery, CommentRow, CommentView, CommentViewSummary } from './types';

const NO_QUERY: CommentQuery = { text: '', sort: 'site' };

/** What a view is at a moment. */
interface ViewState {
  readonly collapsed: Set<string>;
  readonly pace: Pace;
  noteId: string | undefined;
  query: CommentQuery;
  loading: LoadingTable | undefined;
  shown: ShownRows;
  version: number;
}

/** The view itself, in the thread that calls it; `startCommentViewWorker` puts it into a worker. */
export function createLocalView(source: CommentSource, pace: Pace = createPace()): CommentView {
  const collapsed = new Set<string>();
  const shown = arrangeRows(createCommentTable(), NO_QUERY, collapsed);
  const state: ViewState = {
    collapsed,
    pace,
    noteId: undefined,
    query: NO_QUERY,
    loading: undefined,
    shown,
    version: 0,
  };
  return {
    open(noteId) {
      leave(state);
      state.noteId = noteId;
      state.loading = loadTable(source, noteId);
      return showGrown(state, state.loading, 1);
    },
    async refresh() {
      const { loading } = state;
      // While it is read, every answer shows about twice as much as the one before: ordering takes time, too.
      if (loading && summarise(state).loading)
        return showGrown(state, loading, state.shown.threads.order.length * 2);
      await state.pace.run(() => readChanges(state, source));
      return summarise(state);
    },
    setQuery: async (query) => {
      state.query = query;
      return select(state);
    },
    setCollapsed: async (rootCommentId, isCollapsed) => {
      if (isCollapsed) collapsed.add(rootCommentId);
      else collapsed.delete(rootCommentId);
      return select(state);
    },
    async rows(start, count) {
      const { shown: asked, noteId } = state;
      if (noteId === undefined) return [];
      const rows = [...asked.selection.rows.subarray(start, start + count)];
      const comments = await source.findComments(
        noteId,
        rows.map((row) => asked.table.ids[row] ?? ''),
      );
      return rows.flatMap((row, index): CommentRow[] => {
        const comment = comments[index];
        return comment ? [toCommentRow(asked, row, comment, collapsed)] : [];
      });
    },
    close: () => leave(state),
  };
}

function leave(state: ViewState): void {
  state.loading?.stop();
  state.loading = undefined;
  state.noteId = undefined;
  state.query = NO_QUERY;
  state.collapsed.clear();
  show(state, createCommentTable());
}

function show(state: ViewState, table: CommentTable): void {
  state.shown = arrangeRows(table, state.query, state.collapsed);
  state.version += 1;
}

function select(state: ViewState): CommentViewSummary {
  const { table, threads } = state.shown;
  state.shown = { ...state.shown, selection: selectRows(table, threads, state.query, state.collapsed) };
  state.version += 1;
  return summarise(state);
}

function summarise({ version, noteId, loading, shown }: ViewState): CommentViewSummary {
  if (noteId === undefined) throw new AppError('note-not-open');
  return {
    version,
    noteId,
    // What was read behind the last look counts as not here yet.
    loading:
      loading !== undefined && (!loading.isComplete || loading.table.size > shown.threads.order.length),
    total: shown.threads.order.length,
    topLevel: shown.topLevel,
    rows: shown.selection.rows.length,
    matches: shown.selection.matchCount,
    places: shown.places,
  };
}

/** Shows the table once it has `rows`; unless another note was opened meanwhile. */
async function showGrown(state: ViewState, growing: LoadingTable, rows: number): Promise<CommentViewSummary> {
  await growing.grown(rows);
  if (growing === state.loading) {
    show(state, growing.table);
    if (growing.isComplete) state.loading = undefined;
  }
  return summarise(state);
}

async function readChanges(state: ViewState, source: CommentSource): Promise<void> {
  const { noteId, shown } = state;
  if (noteId === undefined) return;
  const refreshed = await refreshTable(source, noteId, shown.table);
  if (state.noteId === noteId && state.shown.table === shown.table) show(state, refreshed);
}
