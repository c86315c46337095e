import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

/** So few rows are all in the document: the browser's own search finds what is in them. */
const FEW = 60;
/** A usual row in pixels, until one was measured. */
const USUAL_HEIGHT = 57;
/** So many rows are drawn above and below the screen, and so many come and go together. */
const AROUND = 8;

export interface TallTable {
  /** Of many rows only those on screen are in the document; they are all of one height. */
  readonly isTall: boolean;
  readonly from: number;
  readonly to: number;
  /** Pixels of the rows that are not drawn. */
  readonly above: number;
  readonly below: number;
  /** Of the columns, in pixels, as the first rows made them: rows that come and go do not move them. */
  readonly widths: readonly number[] | undefined;
}

/** Which rows of a table that scrolls with the page are drawn. `table` holds one header row and the rows of its body. */
export function useTallTable(table: RefObject<HTMLTableElement | null>, count: number): TallTable {
  const isTall = count > FEW;
  const height = useRef(USUAL_HEIGHT);
  const first = useSignal(0);
  const lines = useSignal(Math.ceil(innerHeight / USUAL_HEIGHT) + 2 * AROUND);
  const widths = useSignal<readonly number[] | undefined>(undefined);

  useLayoutEffect(() => {
    if (!isTall || widths.value || !table.current) return;
    const rows = table.current.querySelectorAll('tbody > tr[aria-rowindex]');
    const [top, bottom] = [rows[0], rows[rows.length - 1]].map((row) => row?.getBoundingClientRect());
    if (top && bottom && bottom.bottom > top.top) height.current = (bottom.bottom - top.top) / rows.length;
    widths.value = [...table.current.querySelectorAll('th')].map(
      (cell) => cell.getBoundingClientRect().width,
    );
  }, [isTall, widths.value]);

  useEffect(() => {
    if (!isTall) return;
    const left = new AbortController();
    const look = () => {
      const body = table.current?.tBodies[0];
      if (!body) return;
      const passed = Math.floor(-body.getBoundingClientRect().top / height.current) - AROUND;
      first.value = Math.max(0, Math.floor(passed / AROUND) * AROUND);
      lines.value = Math.ceil(innerHeight / height.current) + 3 * AROUND;
    };
    const measureAnew = () => {
      widths.value = undefined;
      look();
    };
    addEventListener('scroll', look, { passive: true, signal: left.signal });
    addEventListener('resize', measureAnew, { signal: left.signal });
    look();
    return () => left.abort();
  }, [isTall, count]);

  if (!isTall) return { isTall, from: 0, to: count, above: 0, below: 0, widths: undefined };
  const from = Math.min(first.value, Math.max(0, count - lines.value));
  const to = Math.min(count, from + lines.value);
  return {
    isTall,
    from,
    to,
    above: from * height.current,
    below: (count - to) * height.current,
    widths: widths.value,
  };
}
