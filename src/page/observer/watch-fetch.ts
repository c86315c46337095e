import { isKnownEndpoint } from '../../site/patterns';
import { MAX_BODY_LENGTH, type CopiedResponse } from '../bridge/copied-response';
import { toShortText } from './short-text';
import { apply, getterOf, read } from './natives';

/**
 * Copies known responses of `fetch`. The page gets the native promise itself; the copy is read on the side, from a clone
 * made only where the address is a known one. One difference remains: a failed request of a known address counts as
 * handled even when the page does not handle it. Whoever reads a promise handles it, and a promise derived from it would
 * be another one than the browser's, a step later. `tests/e2e/chromium/page-requests` holds it to exactly that.
 */
export function watchFetch(isWanted: () => boolean, report: (copy: CopiedResponse) => void): void {
  const { prototype } = Response;
  const { clone, text } = prototype;
  const urlOf = getterOf(prototype, 'url');
  const statusOf = getterOf(prototype, 'status');
  const requestUrlOf = getterOf(Request.prototype, 'url');
  const addressOf = getterOf(URL.prototype, 'href');
  const ownProperty = Object.getOwnPropertyDescriptor;
  const baseOf = getterOf(Node.prototype, 'baseURI');
  const NativeUrl = URL;

  /** Objects with a `toString` of their own are left alone: calling it a second time could be noticed. */
  const findUrl = (target: unknown): string | undefined => {
    if (typeof target === 'string') {
      return read(addressOf, new NativeUrl(target, read(baseOf, document) as string)) as string;
    }
    if (typeof target !== 'object' || target === null) return undefined;
    try {
      // The getter itself tells what is a request; `instanceof` would ask the object and its class.
      return read(requestUrlOf, target) as string;
    } catch {
      return read(addressOf, target) as string;
    }
  };
  const copy = async (answer: unknown, sent: unknown): Promise<void> => {
    try {
      const response = (await answer) as object;
      if (!isWanted()) return;
      const body = (await apply(text, apply(clone, response, []), [])) as string;
      report({
        url: read(urlOf, response) as string,
        status: read(statusOf, response) as number,
        body: body.length <= MAX_BODY_LENGTH ? body : undefined,
        requestBody: toShortText(sent),
        pageUrl: location.href,
      });
    } catch {
      // The request failed, or its body was cut: the page learns it from its own promise.
    }
  };

  window.fetch = new Proxy(window.fetch, {
    apply(fetch, self: unknown, args: unknown[]) {
      const answer: unknown = apply(fetch, self, args);
      try {
        const url = isWanted() ? findUrl(args[0]) : undefined;
        const init = args[1];
        const sent = typeof init === 'object' && init ? ownProperty(init, 'body')?.value : undefined;
        if (url !== undefined && isKnownEndpoint(url)) void copy(answer, sent);
      } catch {
        // An address that cannot be read is none of ours; the native function has been called as always.
      }
      return answer as Promise<Response>;
    },
  });
}
