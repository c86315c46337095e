import { signal } from '@preact/signals';
import type { CommentRow, CommentView } from '../../../workers/comment-view/types';

/** Rows that are fetched together. */
export const ROWS_TOGETHER = 60;
/** Pages kept around the ones on screen; the one not used for longest is dropped. */
const KEPT_PAGES = 12;

type Rows = readonly CommentRow[];

export interface RowCache {
  /** The row at this place as far as it is here; reading it subscribes to its coming. */
  rowAt(index: number): CommentRow | undefined;
  /** Where this comment stands among the rows that are here. */
  placeOf(commentId: string): number | undefined;
  /** Has the row's page fetched when it is missing or of an older version; resolves when it is here, or has failed. */
  need(index: number, version: number): Promise<void>;
  clear(): void;
}

/** Pages of one version that are on their way. */
interface Arrival {
  readonly version: number;
  readonly pages: Map<number, Rows>;
  waiting: number;
}

/**
 * The rows on screen and a little around them, all of one version: rows of the older one stay visible until everything
 * that was asked for of the newer one is here. So a growing list does not flicker, and no comment is in it twice or
 * missing while it moves from one page to another.
 */
export function createRowCache(view: CommentView, onError: (thrown: unknown) => void): RowCache {
  const shown = signal<ReadonlyMap<number, Rows>>(new Map());
  const asked = new Map<number, number>();
  /** Pages that were looked at, the latest last. */
  const used = new Set<number>();
  let shownVersion = -1;
  let arrival: Arrival = { version: -1, pages: new Map(), waiting: 0 };

  const touch = (page: number) => void (used.delete(page), used.add(page));

  const show = ({ version, pages }: Arrival) => {
    const next = new Map(version === shownVersion ? shown.peek() : []);
    for (const [page, rows] of pages) next.set(page, rows);
    pages.clear();
    for (const page of [...used].slice(0, -KEPT_PAGES)) {
      for (const pagesOf of [next, asked, used]) pagesOf.delete(page);
    }
    shownVersion = version;
    shown.value = next;
  };

  const fetchPage = async (page: number, into: Arrival) => {
    into.waiting += 1;
    try {
      const rows = await view.rows(page * ROWS_TOGETHER, ROWS_TOGETHER);
      if (into === arrival && asked.get(page) === into.version) into.pages.set(page, rows);
    } catch (thrown) {
      asked.delete(page);
      onError(thrown);
    }
    into.waiting -= 1;
    if (into === arrival && (into.waiting === 0 || into.version === shownVersion)) show(into);
  };

  const need = async (index: number, version: number) => {
    const page = Math.floor(index / ROWS_TOGETHER);
    touch(page);
    if (asked.get(page) === version) return;
    asked.set(page, version);
    if (arrival.version !== version) arrival = { version, pages: new Map(), waiting: 0 };
    await fetchPage(page, arrival);
  };

  return {
    rowAt(index) {
      const page = Math.floor(index / ROWS_TOGETHER);
      touch(page);
      return shown.value.get(page)?.[index % ROWS_TOGETHER];
    },
    placeOf(commentId) {
      for (const [page, rows] of shown.value) {
        const at = rows.findIndex(({ comment }) => comment.commentId === commentId);
        if (at >= 0) return page * ROWS_TOGETHER + at;
      }
      return undefined;
    },
    need,
    clear() {
      asked.clear();
      used.clear();
      arrival = { version: -1, pages: new Map(), waiting: 0 };
      shownVersion = -1;
      shown.value = new Map();
    },
  };
}
