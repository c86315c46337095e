/** The time a script has in a page: until the extension is updated or removed under it. */
export interface Life {
  isOver(): boolean;
  /** Calls back once, at the end; what waits ends itself here. */
  onEnd(stop: () => void): void;
  /** Listens until the end. */
  listen(target: EventTarget, type: string, listener: (event: Event) => void): void;
  end(): void;
}

/** Plainer than an AbortController, which costs a page more to set up than everything it would end. */
export function createLife(): Life {
  let isOver = false;
  const stops: (() => void)[] = [];
  const listened: [EventTarget, string, (event: Event) => void][] = [];
  return {
    isOver: () => isOver,
    onEnd: (stop) => void stops.push(stop),
    listen(target, type, listener) {
      target.addEventListener(type, listener);
      listened.push([target, type, listener]);
    },
    end() {
      isOver = true;
      for (const stop of stops.splice(0)) stop();
      for (const [target, type, listener] of listened.splice(0)) target.removeEventListener(type, listener);
    },
  };
}
