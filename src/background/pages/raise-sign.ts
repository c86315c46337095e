import type { TabPage } from '../../model/page-state';
import type { StopSign } from '../../site/stop-signs';
import type { Services } from '../services';
import { stopLoading } from '../loading/stop-loading';

/**
 * Remembers a stop sign for the tab. One that stops everything ends the loading in all tabs; others end it where they
 * were given, as far as they stop reading at all.
 */
export async function raiseSign(
  services: Services,
  tabId: number,
  sign: StopSign,
  /** The note it speaks of: once the tab has moved on to another one, it is not said of that. */
  noteId?: string,
): Promise<void> {
  let isNew = false;
  const raised = await services.tracker.update(tabId, (page) => {
    if (noteId !== undefined && page?.note?.noteId !== noteId) return undefined;
    if (!page || (page.stopSign?.sign === sign.sign && page.stopSign.code === sign.code)) return undefined;
    // What stops everything is not hidden by something smaller.
    if (page.stopSign?.class === 'all' && sign.class !== 'all') return undefined;
    isNew = true;
    return { ...page, stopSign: { ...sign, at: services.now() }, updatedAt: services.now() };
  });
  if (noteId !== undefined && raised?.note?.noteId !== noteId) return;
  await obeySign(services, tabId, sign);
  if (isNew && sign.class === 'all') await tellAllPages(services);
}

/**
 * The sign that stops everything, in whichever tab it was given: it is obeyed in all of them, so each may show it and
 * dismiss it. One whose tab is gone is forgotten: nobody could dismiss it there.
 */
export async function findSignForAll(
  services: Pick<Services, 'tracker' | 'findTab'>,
): Promise<NonNullable<TabPage['stopSign']> | undefined> {
  for (const page of await services.tracker.list()) {
    if (page.stopSign?.class !== 'all') continue;
    if (await services.findTab(page.tabId)) return page.stopSign;
    await services.tracker.forget(page.tabId);
  }
  return undefined;
}

/** What holds for all tabs has changed: whoever shows one of them looks again. */
export async function tellAllPages(services: Pick<Services, 'tracker' | 'emit'>): Promise<void> {
  for (const { tabId } of await services.tracker.list()) await services.emit('page.changed', { tabId });
}

/** Stops what the sign forbids. */
export async function obeySign(
  services: Services,
  tabId: number,
  sign: Pick<StopSign, 'sign' | 'class'>,
): Promise<void> {
  const reason = { stoppedBy: 'stop-sign', sign: sign.sign } as const;
  if (sign.class === 'all') await stopLoading(services, reason);
  else if (sign.class === 'note') await stopLoading(services, reason, tabId);
}
