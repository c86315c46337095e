import { AppError } from '../../model/errors';
import type { LoadingState } from '../../model/page-state';
import { loadingStates } from '../../storage/session';
import type { Services } from '../services';
import { loadingNews } from './loading-news';

/** Why it is stopped from here: the site gave a sign, the user wants nothing kept any more, or no loading of this note. */
export type StopReason =
  { readonly stoppedBy: 'stop-sign'; readonly sign: string } | { readonly stoppedBy: 'paused' | 'user' };

/** Stops "load comments for me" wherever it runs, or only in one tab, or of one note. */
export async function stopLoading(
  services: Pick<Services, 'askPage' | 'now'>,
  reason: StopReason,
  only: { readonly tabId?: number; readonly noteId?: string } = {},
): Promise<void> {
  const { tabId, noteId } = only;
  const running = (await loadingStates.list()).filter(
    (state) =>
      state.running &&
      (tabId === undefined || state.tabId === tabId) &&
      (noteId === undefined || state.noteId === noteId),
  );
  for (const state of running) {
    if (!(await endLoading(services, state.tabId, reason))) continue;
    try {
      await services.askPage(state.tabId, 'loading.stop', {});
    } catch (thrown) {
      // A page that cannot be reached does not load comments either.
      if (!(thrown instanceof AppError) || thrown.code !== 'page-not-reached') throw thrown;
    }
  }
}

/** Writes down that nothing runs in the tab any more, and tells whoever waits. Answers whether something was said to run. */
export async function endLoading(
  { now }: Pick<Services, 'now'>,
  tabId: number,
  reason: Pick<LoadingState, 'stoppedBy' | 'sign'>,
): Promise<boolean> {
  const ended = await loadingStates.update(tabId, (known) =>
    known?.running ? { ...known, running: false, ...reason, updatedAt: now() } : undefined,
  );
  if (ended) loadingNews.tell(String(tabId));
  return ended !== undefined;
}
