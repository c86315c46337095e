import { effect, signal, type ReadonlySignal } from '@preact/signals';
import { toAppError, type AppError } from '../../model/errors';
import type { LoadingState } from '../../model/page-state';
import type { Ports } from '../shell/ports';

export interface LoadingStore {
  /** How far "load comments for me" has come in the tab; `undefined` when it was never started there. */
  readonly state: ReadonlySignal<LoadingState | undefined>;
  /** Why it could not start or stop. */
  readonly failure: ReadonlySignal<AppError | undefined>;
  start(noteId: string): Promise<void>;
  stop(): Promise<void>;
}

/** "Load comments for me" in one tab. */
export function createLoadingStore(
  ports: Pick<Ports, 'client' | 'onEvent'>,
  tabId: ReadonlySignal<number | undefined>,
  until: AbortSignal,
): LoadingStore {
  const state = signal<LoadingState | undefined>(undefined);
  const failure = signal<AppError | undefined>(undefined);
  const put = (next: LoadingState) => {
    const older = state.peek();
    if (next.tabId !== tabId.peek()) return;
    if (older && older.tabId === next.tabId && older.updatedAt > next.updatedAt) return;
    state.value = next;
  };
  const attempt = async (call: (tab: number) => Promise<void>) => {
    const tab = tabId.peek();
    if (tab === undefined) return;
    failure.value = undefined;
    try {
      await call(tab);
    } catch (thrown) {
      if (tab === tabId.peek()) failure.value = toAppError(thrown);
    }
  };

  ports.onEvent('loading.changed', put, until);
  const stopWatching = effect(() => {
    const tab = tabId.value;
    state.value = undefined;
    failure.value = undefined;
    if (tab !== undefined) {
      // A tab that was never asked to load has no state, and a page that is not reached says so elsewhere.
      ports.client('loading.find', { tabId: tab }).then(
        (found) => found && put(found),
        () => undefined,
      );
    }
  });
  until.addEventListener('abort', stopWatching, { once: true });

  return {
    state,
    failure,
    start: (noteId) =>
      attempt(async (tab) => put(await ports.client('loading.start', { tabId: tab, noteId }))),
    stop: () =>
      attempt(async (tab) => {
        await ports.client('loading.stop', { tabId: tab });
      }),
  };
}
