import { signal, type ReadonlySignal } from '@preact/signals';

export interface Selection {
  readonly ids: ReadonlySignal<ReadonlySet<string>>;
  /** Turns one on or off; with `isRange` everything between it and the one before becomes like it. */
  toggle(id: string, shown: readonly string[], isRange: boolean): void;
  setAll(ids: readonly string[]): void;
}

/** Which of the rows are chosen. */
export function createSelection(): Selection {
  const ids = signal<ReadonlySet<string>>(new Set());
  let last: string | undefined;
  return {
    ids,
    toggle(id, shown, isRange) {
      const next = new Set(ids.value);
      const isOn = !next.has(id);
      const from = isRange && last !== undefined ? shown.indexOf(last) : -1;
      const to = shown.indexOf(id);
      const range = from < 0 ? [id] : shown.slice(Math.min(from, to), Math.max(from, to) + 1);
      for (const one of range) {
        if (isOn) next.add(one);
        else next.delete(one);
      }
      last = id;
      ids.value = next;
    },
    setAll(all) {
      last = undefined;
      ids.value = new Set(all);
    },
  };
}
