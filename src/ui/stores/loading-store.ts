import { effect, signal, type ReadonlySignal } from '@preact/signals';
import { toAppError, type AppError } from '../../model/errors';
import type { Ports } from '../shell/ports';

export interface LoadingStore {
  /** Why it could not start. How it goes is told by its job. */
  readonly failure: ReadonlySignal<AppError | undefined>;
  start(noteId: string): Promise<void>;
}

/** Starts "load comments for me" in one tab. */
export function createLoadingStore(
  ports: Pick<Ports, 'client'>,
  tabId: ReadonlySignal<number | undefined>,
  until: AbortSignal,
): LoadingStore {
  const failure = signal<AppError | undefined>(undefined);
  const stopWatching = effect(() => {
    void tabId.value;
    failure.value = undefined;
  });
  until.addEventListener('abort', stopWatching, { once: true });
  return {
    failure,
    start: async (noteId) => {
      const tab = tabId.peek();
      if (tab === undefined) return;
      failure.value = undefined;
      try {
        await ports.client('loading.start', { tabId: tab, noteId });
      } catch (thrown) {
        if (tab === tabId.peek()) failure.value = toAppError(thrown);
      }
    },
  };
}
