/** Runs tasks with the same key one after another, those with different keys side by side. */
export interface SerialByKey<Key> {
  run<Value>(key: Key, task: () => Promise<Value>): Promise<Value>;
}

export function createSerialByKey<Key>(): SerialByKey<Key> {
  const last = new Map<Key, Promise<unknown>>();
  return {
    run: (key, task) => {
      const before = last.get(key) ?? Promise.resolve();
      // The failure of a task belongs to who asked for it; the next one runs all the same.
      const running = before.then(task, task);
      const settled = running.then(
        () => undefined,
        () => undefined,
      );
      last.set(key, settled);
      void settled.then(() => {
        if (last.get(key) === settled) last.delete(key);
      });
      return running;
    },
  };
}
