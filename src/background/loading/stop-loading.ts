import { AppError } from '../../model/errors';
import type { LoadingState } from '../../model/page-state';
import { loadingStates } from '../../storage/session';
import type { Services } from '../services';

/** Why it is stopped from here: the site gave a sign, or the user wants nothing kept any more. */
export type StopReason =
  { readonly stoppedBy: 'stop-sign'; readonly sign: string } | { readonly stoppedBy: 'paused' };

/** Stops "load comments for me" in one tab, or in all of them. */
export async function stopLoading(services: Services, reason: StopReason, tabId?: number): Promise<void> {
  const running = (await loadingStates.list()).filter(
    (state) => state.running && (tabId === undefined || state.tabId === tabId),
  );
  for (const state of running) {
    const stopped = await loadingStates.update(state.tabId, (known) =>
      known?.running ? { ...known, running: false, ...reason, updatedAt: services.now() } : undefined,
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

/** Whether it was stopped from here: then the page's own last word changes nothing. */
export function isStoppedForGood({ stoppedBy }: Pick<LoadingState, 'stoppedBy'>): boolean {
  return stoppedBy === 'stop-sign' || stoppedBy === 'paused';
}
