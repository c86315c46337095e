import type { CopiedResponse } from '../bridge/copied-response';
import { offerPort } from '../bridge/offer-port';
import { apply, getterOf, read } from './natives';
import { watchFetch } from './watch-fetch';
import { watchXhr } from './watch-xhr';

/**
 * Starts copying known responses of the page, in the page's own world, before its first script. Until the content
 * script has taken the port, and after it says that copies are not wanted, every request passes as if nothing were there.
 */
export function startObserver(): void {
  let isWanted = false;
  let report: (copy: CopiedResponse) => void = () => undefined;
  offerPort((port) => {
    const post = port.postMessage;
    const wordOf = getterOf(MessageEvent.prototype, 'data');
    report = (copy) => apply(post, port, [copy]);
    isWanted = true;
    port.onmessage = (event) => {
      isWanted = read(wordOf, event) === true;
    };
  });
  watchXhr(
    () => isWanted,
    (copy) => report(copy),
  );
  watchFetch(
    () => isWanted,
    (copy) => report(copy),
  );
}
