import { AppError } from '../../model/errors';
import type { Services } from '../services';
import { reachPage } from './reach-page';

/**
 * Has a page report what stands in its DOM now. Resolves when that has been taken in; a page that cannot be reached is
 * left as it is known.
 */
export async function lookAtPage(
  services: Pick<Services, 'askPage' | 'injectContent'>,
  tabId: number,
): Promise<void> {
  try {
    await reachPage(services, tabId, 'page.describe', { withState: false });
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.code !== 'page-not-reached') throw thrown;
  }
}

/** A page that is busy for longer is not waited for: what it says comes later, or never. */
const PATIENCE_MS = 1_000;

/** The same for every tab in which the note is open: why its list of comments ends is known then. */
export async function lookAtNote(
  services: Pick<Services, 'askPage' | 'injectContent' | 'tracker'>,
  noteId: string,
): Promise<void> {
  const tabs = (await services.tracker.list()).filter((page) => page.note?.noteId === noteId);
  if (tabs.length === 0) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS);
  });
  await Promise.race([patience, Promise.all(tabs.map(({ tabId }) => lookAtPage(services, tabId)))]);
  clearTimeout(timer);
}
