import type { AppError } from '../../model/errors';
import type { Services } from '../services';

const MAX_MISSING = 20;

/** Remembers what could not be found where the site used to keep it: for the tab, and for a report. */
export async function noteMissing(
  services: Pick<Services, 'tracker' | 'problems' | 'now'>,
  tabId: number,
  error: AppError,
): Promise<void> {
  await services.problems.record(error, 'page');
  const { endpoint, missing, reason } = error.details;
  const what = [endpoint, missing ?? reason].filter((part) => part !== undefined).join(': ');
  if (what === '') return;
  await services.tracker.update(tabId, (page) => {
    if (!page || page.missing.includes(what)) return undefined;
    return { ...page, missing: [...page.missing, what].slice(-MAX_MISSING), updatedAt: services.now() };
  });
}
