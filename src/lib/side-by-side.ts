/** One of several sources, and what it gave: an item, or its end. */
type Given<Source, Item> =
  | { readonly source: Source; readonly item: Item }
  | { readonly source: Source; readonly isOver: true }
  | { readonly source: Source; readonly failure: unknown };

export interface SideBySide<Source, Item> {
  /** Takes the next source, as soon as there is room. */
  add(source: Source, items: () => AsyncGenerator<Item, void, undefined>): void;
  /** No further source is begun; those that were begun go on. */
  close(): void;
  /** What comes next, from whichever source; `undefined` when all are over. */
  next(): Promise<Given<Source, Item> | undefined>;
  /** Ends all sources. */
  end(): Promise<void>;
}

/**
 * Reads several sources at once, at most `most` of them, each asked for its next item only when the one before was
 * taken. Sources may be added while others are read; they are begun in the order in which they came.
 */
export function createSideBySide<Source, Item>(most: number): SideBySide<Source, Item> {
  const waiting: { source: Source; items: () => AsyncGenerator<Item, void, undefined> }[] = [];
  const active = new Map<AsyncGenerator<Item, void, undefined>, Promise<() => Given<Source, Item>>>();
  const ask = (source: Source, items: AsyncGenerator<Item, void, undefined>) => {
    const asked = items.next().then(
      ({ done, value }) =>
        () => {
          if (done === true) {
            active.delete(items);
            return { source, isOver: true } as const;
          }
          ask(source, items);
          return { source, item: value };
        },
      (failure: unknown) => () => {
        active.delete(items);
        return { source, failure };
      },
    );
    active.set(items, asked);
  };
  const begin = () => {
    while (active.size < most) {
      const next = waiting.shift();
      if (!next) return;
      ask(next.source, next.items());
    }
  };
  return {
    add: (source, items) => void waiting.push({ source, items }),
    close: () => void waiting.splice(0),
    next: async () => {
      begin();
      if (active.size === 0) return undefined;
      return (await Promise.race(active.values()))();
    },
    end: async () => {
      waiting.splice(0);
      const begun = [...active.keys()];
      active.clear();
      await Promise.all(begun.map((items) => items.return()));
    },
  };
}
