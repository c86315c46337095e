import { isKnownEndpoint } from '../../../site/patterns';
import type { Life } from '../content-life';

/** What loading makes the page ask for. */
const COMMENTS = /\/comment\/(?:sub\/)?page(?:\?|$)/;

/**
 * For a page without an observer (this script came late): calls back with the HTTP status of each request for comments
 * that has ended since. The browser tells it of answers that the page itself may read (`responseStatus`: measured,
 * Chromium 156), and 0 where it knows none.
 */
export function watchStatuses(onStatus: (status: number) => void, life: Life): void {
  const requests = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (!COMMENTS.test(entry.name) || !isKnownEndpoint(entry.name)) continue;
      onStatus((entry as PerformanceResourceTiming).responseStatus);
    }
  });
  requests.observe({ type: 'resource' });
  life.stops.push(() => requests.disconnect());
}
