import type { CopiedResponse } from '../bridge/copied-response';
import { offerPort } from '../bridge/offer-port';
import { apply, getterOf, read } from './natives';
import { watchFetch } from './watch-fetch';
import { watchXhr } from './watch-xhr';

/**
 * Starts copying known responses of the page, in the page's own world, before its first script. Without a content
 * script nothing is replaced; after it says that copies are not wanted, every request passes as if nothing were there.
 */
export function startObserver(): void {
  const port = offerPort();
  if (!port) return;
  const post = port.postMessage;
  const wordOf = getterOf(MessageEvent.prototype, 'data');
  let wanted = true;
  port.onmessage = (event) => {
    wanted = read(wordOf, event) === true;
  };
  const isWanted = (): boolean => wanted;
  const report = (copy: CopiedResponse): void => {
    apply(post, port, [copy]);
  };
  watchXhr(isWanted, report);
  watchFetch(isWanted, report);
}
