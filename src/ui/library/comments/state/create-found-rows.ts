import { batch, signal, type ReadonlySignal } from '@preact/signals';
import { toAppError, type AppError } from '../../../../model/errors';
import type {
  CommentSearch,
  FoundComment,
  FoundSort,
  SearchProgress,
  SearchQuery,
} from '../../../../workers/library/search/types';
import type { Ports } from '../../../shell/ports';
import { createRowCache } from '../../../stores/create-row-cache';

export interface FoundRows {
  /** `undefined`: nothing was looked at yet. */
  readonly progress: ReadonlySignal<SearchProgress | undefined>;
  readonly error: ReadonlySignal<AppError | undefined>;
  /** Searches anew; resolves when that search is over, or another one was begun. */
  run(query: SearchQuery, sort: FoundSort): Promise<void>;
  sort(sort: FoundSort): Promise<void>;
  stop(): Promise<void>;
  /** Nothing is asked for any more. */
  leave(): void;
  rowAt(index: number): FoundComment | undefined;
  need(index: number): void;
}

/** What a search has found so far, and how far it is. An answer of an earlier search is dropped. */
export function createFoundRows(
  ports: Pick<Ports, 'client'>,
  search: CommentSearch,
  until: AbortSignal,
): FoundRows {
  const progress = signal<SearchProgress | undefined>(undefined);
  const error = signal<AppError | undefined>(undefined);
  let turn = 0;
  const attempt = async (mine: number, act: () => Promise<void>) => {
    try {
      await act();
    } catch (thrown) {
      if (mine === turn && !until.aborted) error.value = toAppError(thrown);
    }
  };
  const cache = createRowCache<FoundComment>(
    { rows: (start, count) => search.rows(start, count), idOf: ({ comment }) => comment.commentId },
    (thrown) => (error.value = toAppError(thrown)),
  );
  const show = async (mine: number, value: SearchProgress) => {
    // What is found first is drawn with its rows, and not first with their places.
    if (value.found > 0 && !progress.peek()?.found) await cache.need(0, value.version);
    if (mine === turn) progress.value = value;
  };
  const begin = async (mine: number, query: SearchQuery, sort: FoundSort) => {
    const trash = await ports.client('trash.list', {});
    if (mine !== turn) return;
    const hidden = trash.flatMap(({ noteIds }) => noteIds);
    let value = await search.start(query, sort, hidden);
    if (mine !== turn) return;
    batch(() => {
      cache.clear();
      progress.value = undefined;
    });
    await show(mine, value);
    while (mine === turn && !value.isDone) await show(mine, (value = await search.next()));
  };
  return {
    progress,
    error,
    run(query, sort) {
      const mine = ++turn;
      error.value = undefined;
      return attempt(mine, () => begin(mine, query, sort));
    },
    sort(sort) {
      const mine = turn;
      return attempt(mine, async () => {
        if (progress.peek()) await show(mine, await search.sort(sort));
      });
    },
    stop: (mine = turn) => attempt(mine, async () => show(mine, await search.stop())),
    leave: () => void ((turn += 1), (error.value = undefined), (progress.value = undefined)),
    rowAt: (index) => cache.rowAt(index),
    need: (index) => void cache.need(index, progress.peek()?.version ?? 0),
  };
}
