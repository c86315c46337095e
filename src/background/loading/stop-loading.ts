import { AppError } from '../../model/errors';
import { loadingStates } from '../../storage/session';
import type { Services } from '../services';

/** Stops "load comments for me" because of a sign: in one tab, or in all of them. */
export async function stopLoading(services: Services, sign: string, tabId?: number): Promise<void> {
  const running = (await loadingStates.list()).filter(
    (state) => state.running && (tabId === undefined || state.tabId === tabId),
  );
  for (const state of running) {
    const stopped = await loadingStates.update(state.tabId, (known) =>
      known?.running
        ? { ...known, running: false, stoppedBy: 'stop-sign', sign, updatedAt: services.now() }
        : undefined,
    );
    if (!stopped) continue;
    await services.emit('loading.changed', stopped);
    try {
      await services.askPage(state.tabId, 'loading.stop', {});
    } catch (thrown) {
      // A page that cannot be reached does not load comments either.
      if (!(thrown instanceof AppError) || thrown.code !== 'page-not-reached') throw thrown;
    }
  }
}
