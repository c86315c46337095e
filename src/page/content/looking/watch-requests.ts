import { isKnownEndpoint } from '../../../site/patterns';
import type { Life } from '../content-life';

/** Only these bring what the page keeps in its own state: the note itself, its comments, their replies. */
const IN_STATE = /\/(?:feed|comment\/(?:sub\/)?page)(?:\?|$)/;

/**
 * For a page without an observer (this script came late): calls back whenever a request of the page for a note or its
 * comments has ended, those before included. The browser tells addresses and times, never bodies.
 */
export function watchRequests(onEnded: () => void, life: Life): void {
  const requests = new PerformanceObserver((list) => {
    const isAny = list.getEntries().some(({ name }) => IN_STATE.test(name) && isKnownEndpoint(name));
    if (isAny) onEnded();
  });
  requests.observe({ type: 'resource', buffered: true });
  life.stops.push(() => requests.disconnect());
}
