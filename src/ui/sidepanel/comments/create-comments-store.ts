import { batch, computed, signal, type ReadonlySignal } from '@preact/signals';
import { toAppError, type AppError } from '../../../model/errors';
import type {
  CommentQuery,
  CommentRow,
  CommentView,
  CommentViewSummary,
} from '../../../workers/comment-view/types';
import { ROWS_TOGETHER, createRowCache } from '../../stores/create-row-cache';

const PLAIN_QUERY: CommentQuery = { text: '', sort: 'site' };

/** A change of the query; `undefined` takes a filter away. */
export type QueryPatch = { readonly [Field in keyof CommentQuery]?: CommentQuery[Field] | undefined };

export interface CommentsStore {
  readonly summary: ReadonlySignal<CommentViewSummary | undefined>;
  readonly error: ReadonlySignal<AppError | undefined>;
  readonly query: ReadonlySignal<CommentQuery>;
  readonly filtered: ReadonlySignal<boolean>;
  /** Shows the comments of this note; asking for the same one again changes nothing. */
  show(noteId: string): void;
  /** Something was added: looks again, once at a time. */
  refresh(): void;
  change(patch: QueryPatch): void;
  clear(): void;
  setCollapsed(rootCommentId: string, collapsed: boolean): void;
  rowAt(index: number): CommentRow | undefined;
  /** Where this comment stands among the rows that are here. */
  placeOf(commentId: string): number | undefined;
  need(index: number): void;
  /** The same for those to which it may have moved when more comments have come, too. */
  needAround(index: number): void;
  /** The first rows of the list as it is shown now, at most `count`. */
  readShown(count: number): Promise<readonly CommentRow[]>;
  retry(): void;
  close(): void;
}

/** The query with the patch in it; a filter that is off is absent. */
function withPatch(query: CommentQuery, patch: QueryPatch): CommentQuery {
  const entries = Object.entries({ ...query, ...patch }).filter(
    ([, value]) => value !== undefined && value !== false,
  );
  return { ...PLAIN_QUERY, ...(Object.fromEntries(entries) as Partial<CommentQuery>) };
}

/** The place, and one in the rows before and behind that are fetched together. */
const listAround = (index: number) =>
  [index - ROWS_TOGETHER, index, index + ROWS_TOGETHER].filter((at) => at >= 0);

/** Runs a task again when it was asked for while running, and never twice at once. */
function createOneAtATime(task: () => Promise<void>): () => void {
  let running = false;
  let again = false;
  const run = () => {
    if (running) {
      again = true;
      return;
    }
    running = true;
    void task().then(() => {
      running = false;
      if (!again) return;
      again = false;
      run();
    });
  };
  return run;
}

/** What the list of comments shows: the worker holds all rows, this holds the query and the rows on screen. */
export function createCommentsStore(view: CommentView): CommentsStore {
  const summary = signal<CommentViewSummary | undefined>(undefined);
  const error = signal<AppError | undefined>(undefined);
  const query = signal<CommentQuery>(PLAIN_QUERY);
  const cache = createRowCache<CommentRow>(toList(view), (thrown) => (error.value = toAppError(thrown)));
  let noteId: string | undefined;

  const take = async (asked: string | undefined, next: Promise<CommentViewSummary>) => {
    try {
      const value = await next;
      // A list that begins is drawn once, with its rows, and not first with their places.
      if (asked === noteId && value.rows > 0 && !summary.value?.rows) await cache.need(0, value.version);
      // The note was left, or another look was quicker.
      if (asked !== noteId || value.version < (summary.value?.version ?? 0)) return;
      batch(() => {
        summary.value = value;
        error.value = undefined;
      });
      // The first rows come before the rest has been read.
      if (value.loading) refresh();
    } catch (thrown) {
      if (asked === noteId) error.value = toAppError(thrown);
    }
  };

  const refresh = createOneAtATime(() => take(noteId, view.refresh()));

  const show = (next: string) => {
    // Back from a page without a note: what has changed meanwhile nobody has told.
    if (next === noteId) return refresh();
    noteId = next;
    cache.clear();
    batch(() => {
      summary.value = undefined;
      error.value = undefined;
      query.value = PLAIN_QUERY;
    });
    void take(next, view.open(next));
  };

  const setQuery = (next: CommentQuery) => void take(noteId, view.setQuery((query.value = next)));
  const need = (index: number) => void cache.need(index, summary.peek()?.version ?? 0);
  const retry = () => {
    const again = noteId;
    noteId = undefined;
    if (again !== undefined) show(again);
  };

  return {
    summary,
    error,
    query,
    filtered: computed(() => Object.keys(query.value).length > 2 || query.value.text.trim() !== ''),
    show,
    refresh,
    change: (patch) => setQuery(withPatch(query.value, patch)),
    clear: () => setQuery({ ...PLAIN_QUERY, sort: query.value.sort }),
    setCollapsed: (root, collapsed) => void take(noteId, view.setCollapsed(root, collapsed)),
    rowAt: (index) => cache.rowAt(index),
    placeOf: (commentId) => cache.placeOf(commentId),
    need,
    needAround: (index) => listAround(index).forEach(need),
    readShown: (count) => view.rows(0, count),
    retry,
    close: () => view.close(),
  };
}

const toList = (view: CommentView) => ({
  rows: (start: number, count: number) => view.rows(start, count),
  idOf: ({ comment }: CommentRow) => comment.commentId,
});
