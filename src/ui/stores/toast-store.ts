import { signal, type ReadonlySignal } from '@preact/signals';

export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly tone: 'good' | 'bad';
  readonly onUndo?: () => void;
}

export interface ToastStore {
  readonly shown: ReadonlySignal<readonly Toast[]>;
  show(text: string, options?: { tone?: 'good' | 'bad' }): void;
  /**
   * Says that something is done and offers to take it back. `commit` runs once when the time is over, when the message
   * is closed, or when the page goes away; never after *undo*.
   */
  showUndo(text: string, commit: () => void, onUndo?: () => void): void;
  undo(id: number): void;
  dismiss(id: number): void;
  /** While held no message goes by itself. */
  hold(held: boolean): void;
  /** Commits everything that waits for its time; for `pagehide`. */
  flush(): void;
}

const SHOWN_MS = 6_000;

interface Waiting {
  readonly commit?: () => void;
  timer: ReturnType<typeof setTimeout> | undefined;
}

/** Passing messages, at most a few at a time. */
export function createToastStore(): ToastStore {
  const shown = signal<readonly Toast[]>([]);
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let isHeld = false;

  const remove = (id: number): Waiting | undefined => {
    const entry = waiting.get(id);
    if (entry) clearTimeout(entry.timer);
    waiting.delete(id);
    shown.value = shown.value.filter((toast) => toast.id !== id);
    return entry;
  };
  const dismiss = (id: number): void => remove(id)?.commit?.();
  const startTimer = (id: number, entry: Waiting): void => {
    clearTimeout(entry.timer);
    entry.timer = isHeld ? undefined : setTimeout(() => dismiss(id), SHOWN_MS);
  };
  const add = (toast: Omit<Toast, 'id'>, commit?: () => void): void => {
    const id = ++lastId;
    const entry: Waiting = { ...(commit ? { commit } : {}), timer: undefined };
    waiting.set(id, entry);
    shown.value = [...shown.value, { ...toast, id }];
    startTimer(id, entry);
    const oldest = shown.value[0];
    if (shown.value.length > 3 && oldest) dismiss(oldest.id);
  };

  return {
    shown,
    show: (text, { tone = 'good' } = {}) => add({ text, tone }),
    showUndo: (text, commit, onUndo) =>
      add({ text, tone: 'good', onUndo: onUndo ?? (() => undefined) }, commit),
    undo(id) {
      const toast = shown.value.find((one) => one.id === id);
      remove(id);
      toast?.onUndo?.();
    },
    dismiss,
    hold(held) {
      isHeld = held;
      for (const [id, entry] of waiting) startTimer(id, entry);
    },
    flush() {
      for (const id of [...waiting.keys()]) dismiss(id);
    },
  };
}
