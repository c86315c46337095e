import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { WindowVirtualizer } from 'virtua';

export interface TallListProps<Row> {
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** A usual height in pixels, where none was measured yet. */
  readonly usualHeight: number;
  /** So few are all in the document: the browser's own search finds what is in them. */
  readonly few?: number;
  readonly draw: (row: Row, index: number) => ComponentChildren;
}

/** Rows below each other that scroll with the page. Of many only those on screen are in the document. */
export function TallList<Row>({ rows, keyOf, usualHeight, few = 60, draw }: TallListProps<Row>) {
  const box = useRef<HTMLDivElement>(null);
  const height = useRef(usualHeight);
  const isShort = rows.length <= few;
  useLayoutEffect(() => {
    // When a list becomes a long one, the page keeps its length, and who reads it keeps their place.
    const whole = isShort ? (box.current?.offsetHeight ?? 0) : 0;
    if (whole > 0) height.current = whole / rows.length;
  });
  if (isShort) {
    return (
      <div ref={box}>
        {rows.map((row, index) => (
          <div key={keyOf(row)}>{draw(row, index)}</div>
        ))}
      </div>
    );
  }
  return (
    <WindowVirtualizer data={rows} itemSize={height.current} bufferSize={500}>
      {(row: Row, index: number) => <div key={keyOf(row)}>{draw(row, index)}</div>}
    </WindowVirtualizer>
  );
}
