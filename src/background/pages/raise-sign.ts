import type { StopSign } from '../../site/stop-signs';
import type { Services } from '../services';
import { stopLoading } from './stop-loading';

/**
 * Remembers a stop sign for the tab. One that stops everything ends the loading in all tabs; others end it where they
 * were given, as far as they stop reading at all.
 */
export async function raiseSign(services: Services, tabId: number, sign: StopSign): Promise<void> {
  await services.tracker.update(tabId, (page) => {
    if (!page || (page.stopSign?.sign === sign.sign && page.stopSign.code === sign.code)) return undefined;
    // What stops everything is not hidden by something smaller.
    if (page.stopSign?.class === 'all' && sign.class !== 'all') return undefined;
    return { ...page, stopSign: { ...sign, at: services.now() }, updatedAt: services.now() };
  });
  await obeySign(services, tabId, sign);
}

/** Stops what the sign forbids. */
export async function obeySign(
  services: Services,
  tabId: number,
  sign: Pick<StopSign, 'sign' | 'class'>,
): Promise<void> {
  if (sign.class === 'all') await stopLoading(services, sign.sign);
  else if (sign.class === 'note') await stopLoading(services, sign.sign, tabId);
}
