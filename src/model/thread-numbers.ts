/** Numbers threads in the order in which they are met, from 0 on. Whoever orders by thread and whoever counts by it may share one. */
export interface ThreadNumbers {
  /** The number of the thread with this root, made where it is new. */
  of(rootId: string): number;
  readonly size: number;
  /** Root ids, by their number. */
  ids(): IterableIterator<string>;
}

export function createThreadNumbers(): ThreadNumbers {
  const numbers = new Map<string, number>();
  return {
    of: (rootId) => {
      const known = numbers.get(rootId);
      if (known !== undefined) return known;
      const number = numbers.size;
      numbers.set(rootId, number);
      return number;
    },
    get size() {
      return numbers.size;
    },
    ids: () => numbers.keys(),
  };
}
