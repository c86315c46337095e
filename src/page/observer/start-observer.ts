import type { CopiedResponse } from '../bridge/copied-response';
import { LINE } from '../bridge/handshake';
import { offerLine } from '../bridge/offer-line';
import { apply } from './natives';
import { watchFetch } from './watch-fetch';
import { watchXhr } from './watch-xhr';

/**
 * Starts copying known responses of the page, in the page's own world, before its first script. Without a content
 * script nothing is replaced; after it says that copies are not wanted, every request passes as if nothing were there.
 */
export function startObserver(): void {
  const line = offerLine();
  if (!line) return;
  const dispatch = line.dispatchEvent;
  const NativeEvent = MessageEvent;
  let wanted = true;
  line.addEventListener(LINE.wanted, () => {
    wanted = true;
  });
  line.addEventListener(LINE.unwanted, () => {
    wanted = false;
  });
  const isWanted = (): boolean => wanted;
  const report = (copy: CopiedResponse): void => {
    // Without a prototype: the browser looks for further members, and would find the page's own there.
    const init = { __proto__: null, data: copy };
    apply(dispatch, line, [new NativeEvent(LINE.copy, init)]);
  };
  watchXhr(isWanted, report);
  watchFetch(isWanted, report);
}
