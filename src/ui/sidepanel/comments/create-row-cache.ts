import { signal, type Signal } from '@preact/signals';
import type { CommentRow, CommentView } from '../../../workers/comment-view/types';

/** Rows that are fetched together. */
const PAGE = 60;
/** Pages kept around the ones on screen; the one not used for longest is dropped. */
const KEPT_PAGES = 12;

interface RowPage {
  readonly rows: Signal<readonly CommentRow[]>;
  version: number;
  usedAt: number;
}

export interface RowCache {
  /** The row at this place as far as it is here; reading it subscribes to its coming. */
  rowAt(index: number): CommentRow | undefined;
  /** Has the row's page fetched when it is missing or of an older version. */
  need(index: number, version: number): void;
  clear(): void;
}

/**
 * The rows on screen and a little around them. Rows of an older version stay visible until the newer ones are here,
 * so that a growing list does not flicker.
 */
export function createRowCache(view: CommentView, onError: (thrown: unknown) => void): RowCache {
  const pages = new Map<number, RowPage>();
  let clock = 0;

  const ensure = (page: number): RowPage => {
    const existing = pages.get(page);
    if (existing) {
      existing.usedAt = ++clock;
      return existing;
    }
    const made: RowPage = { rows: signal<readonly CommentRow[]>([]), version: -1, usedAt: ++clock };
    pages.set(page, made);
    if (pages.size > KEPT_PAGES) {
      const oldest = [...pages].reduce((a, b) => (b[1].usedAt < a[1].usedAt ? b : a));
      pages.delete(oldest[0]);
    }
    return made;
  };

  const need = (index: number, version: number) => {
    const number = Math.floor(index / PAGE);
    const page = ensure(number);
    if (page.version === version) return;
    page.version = version;
    view.rows(number * PAGE, PAGE).then(
      (rows) => {
        if (page.version === version) page.rows.value = rows;
      },
      (thrown: unknown) => {
        page.version = -1;
        onError(thrown);
      },
    );
  };

  return {
    rowAt: (index) => ensure(Math.floor(index / PAGE)).rows.value[index % PAGE],
    need,
    clear: () => pages.clear(),
  };
}
