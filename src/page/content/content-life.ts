/** The time a script has in a page: until the extension is updated or removed under it. */
export interface Life {
  isOver(): boolean;
  /** Calls back once, at the end; what listens or waits ends itself here. */
  onEnd(stop: () => void): void;
  end(): void;
}

/** Plainer than an AbortController, which costs a page more to set up than everything it would end. */
export function createLife(): Life {
  let isOver = false;
  const stops: (() => void)[] = [];
  return {
    isOver: () => isOver,
    onEnd: (stop) => void stops.push(stop),
    end() {
      isOver = true;
      for (const stop of stops.splice(0)) stop();
    },
  };
}

/** Listens until the end of the life. */
export function listen(
  life: Life,
  target: EventTarget,
  type: string,
  listener: (event: Event) => void,
): void {
  target.addEventListener(type, listener);
  life.onEnd(() => target.removeEventListener(type, listener));
}
