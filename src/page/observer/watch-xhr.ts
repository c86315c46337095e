import { isKnownEndpoint } from '../../site/patterns';
import { MAX_BODY_LENGTH, type CopiedResponse } from '../bridge/copied-response';
import { toShortText } from './short-text';
import { apply, getterOf, read, toJson } from './natives';

/**
 * Copies known responses of XMLHttpRequest. `send` becomes a Proxy of itself, which keeps name, length, descriptor and
 * the words "native code" (measured, Chromium 156); nothing else of the page is replaced. Errors of ours stay here.
 */
export function watchXhr(isWanted: () => boolean, report: (copy: CopiedResponse) => void): void {
  const { prototype } = XMLHttpRequest;
  const addListener = prototype.addEventListener;
  const urlOf = getterOf(prototype, 'responseURL');
  const statusOf = getterOf(prototype, 'status');
  const typeOf = getterOf(prototype, 'responseType');
  const textOf = getterOf(prototype, 'responseText');
  const objectOf = getterOf(prototype, 'response');

  const readBody = (request: object): string | undefined => {
    const type = read(typeOf, request);
    const isText = type === '' || type === 'text';
    const body = isText
      ? read(textOf, request)
      : type === 'json'
        ? toJson(read(objectOf, request))
        : undefined;
    return typeof body === 'string' && body.length <= MAX_BODY_LENGTH ? body : undefined;
  };
  const copy = (request: object, sent: unknown): void => {
    try {
      const url = read(urlOf, request) as string;
      if (!isWanted() || !isKnownEndpoint(url)) return;
      const status = read(statusOf, request) as number;
      report({
        url,
        status,
        body: readBody(request),
        requestBody: toShortText(sent),
        pageUrl: location.href,
      });
    } catch {
      // Whatever failed is ours; the page's request has ended as it would have without us.
    }
  };

  // Without a prototype: the browser looks for further members, and would find the page's own there.
  const once = { __proto__: null, once: true };

  prototype.send = new Proxy(prototype.send, {
    apply(send, request: object, args: unknown[]) {
      try {
        // `loadend` comes once for every `send`, after an error too, so no listener is left on an object used again.
        if (isWanted()) apply(addListener, request, ['loadend', () => copy(request, args[0]), once]);
      } catch {
        // Not a request at all: the native function says so to its caller.
      }
      return apply(send, request, args) as undefined;
    },
  });
}
