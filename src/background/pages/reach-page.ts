import { AppError } from '../../model/errors';
import type { BackgroundToContent } from '../../messaging/background-to-content/types';
import type { Services } from '../services';

type Reaching = Pick<Services, 'askPage' | 'injectContent'>;

/**
 * Calls the content script of a site tab; a page that was open before the extension was there (installed, updated,
 * access given later) gets the script first. `page-not-reached` when that does not help either.
 */
export async function reachPage<Name extends keyof BackgroundToContent>(
  services: Reaching,
  tabId: number,
  name: Name,
  input: BackgroundToContent[Name]['input'],
): Promise<void> {
  try {
    await services.askPage(tabId, name, input);
    return;
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.code !== 'page-not-reached') throw thrown;
  }
  try {
    await services.injectContent(tabId, name);
  } catch (cause) {
    throw new AppError('page-not-reached', { retryable: true, details: { name }, cause });
  }
  await services.askPage(tabId, name, input);
}
