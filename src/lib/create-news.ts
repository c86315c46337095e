/** Lets tasks wait for what others bring about, within this life of the background. */
export interface News {
  /** Something about this key has changed. */
  tell(key: string): void;
  /**
   * Resolves with what `look` finds, as soon as it finds something: it looks at once, and after every change that is
   * told. Rejects as `look` does, and with the signal's reason when that is aborted.
   */
  wait<Value>(key: string, look: () => Promise<Value | undefined>, signal: AbortSignal): Promise<Value>;
}

export function createNews(): News {
  const listeners = new Map<string, Set<() => void>>();
  return {
    tell: (key) => {
      for (const listener of listeners.get(key) ?? []) listener();
    },
    wait: async (key, look, signal) => {
      let hasChanged = false;
      let goOn: () => void = () => undefined;
      const listener = () => {
        hasChanged = true;
        goOn();
      };
      const own = listeners.get(key) ?? new Set();
      listeners.set(key, own.add(listener));
      signal.addEventListener('abort', listener, { once: true });
      try {
        for (;;) {
          signal.throwIfAborted();
          hasChanged = false;
          const found = await look();
          if (found !== undefined) return found;
          // Set and read by others in between.
          if (!(hasChanged as boolean)) await new Promise<void>((resolve) => (goOn = resolve));
        }
      } finally {
        own.delete(listener);
        if (own.size === 0) listeners.delete(key);
        signal.removeEventListener('abort', listener);
      }
    },
  };
}
