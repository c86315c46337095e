/**
 * The time a script has in a page: until the extension is updated or removed under it. Plainer than an AbortController,
 * which costs a page more to set up than everything it would end, and without functions, each of which costs it too.
 */
export interface Life {
  isOver: boolean;
  /** Each is called once, at the end; what waits or listens ends itself here. */
  readonly stops: (() => void)[];
}

export function endLife(life: Life): void {
  life.isOver = true;
  for (const stop of life.stops.splice(0)) stop();
}
