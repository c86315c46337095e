import type { AppError } from '../../model/errors';
import type { Services } from '../services';

const MAX_MISSING = 20;

/** Remembers for the tab what could not be found where the site used to keep it. */
export async function noteMissing(
  services: Pick<Services, 'tracker' | 'now'>,
  tabId: number,
  error: AppError,
): Promise<void> {
  const { endpoint, missing, reason } = error.details;
  const what = [endpoint, missing ?? reason].filter((part) => part !== undefined).join(': ');
  if (what === '') return;
  await services.tracker.update(tabId, (page) => {
    if (!page || page.missing.includes(what)) return undefined;
    return { ...page, missing: [...page.missing, what].slice(-MAX_MISSING), updatedAt: services.now() };
  });
}
