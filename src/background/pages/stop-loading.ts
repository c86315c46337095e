import { AppError } from '../../model/errors';
import { loadingStates } from '../../storage/session';
import type { Services } from '../services';

/** Stops "load comments for me" because of a sign: in one tab, or in all of them. */
export async function stopLoading(services: Services, sign: string, tabId?: number): Promise<void> {
  const running = (await loadingStates.list()).filter(
    (state) => state.running && (tabId === undefined || state.tabId === tabId),
  );
  for (const state of running) {
    const stopped = {
      ...state,
      running: false,
      stoppedBy: 'stop-sign' as const,
      sign,
      updatedAt: services.now(),
    };
    await loadingStates.put(state.tabId, stopped);
    await services.emit('loading.changed', stopped);
    try {
      await services.askPage(state.tabId, 'loading.stop', {});
    } catch (thrown) {
      // A page that cannot be reached does not load comments either.
      if (!(thrown instanceof AppError) || thrown.code !== 'page-not-reached') throw thrown;
    }
  }
}
