import type { GivenSign } from '../../model/page-state';
import type { StopSign } from '../../site/stop-signs';
import { siteSigns } from '../../storage/session';
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

const ALL = 'all';

/** The sign that stops everything, in whichever tab it was given: each may show it and dismiss it. */
export const findSignForAll = (): Promise<GivenSign | undefined> => siteSigns.find(ALL);

/** The user has dealt with the sign that stops everything. */
export const forgetSignForAll = (): Promise<void> => siteSigns.remove(ALL);

/** What holds for all tabs has changed: whoever shows one of them looks again. */
export async function tellAllPages(services: Pick<Services, 'tracker' | 'emit'>): Promise<void> {
  for (const { tabId } of await services.tracker.list()) await services.emit('page.changed', { tabId });
}

async function rememberSign({ sign, code }: Omit<GivenSign, 'at'>, at: number): Promise<void> {
  await siteSigns.update(ALL, (known) =>
    known?.sign === sign && known.code === code
      ? undefined
      : { sign, class: 'all', ...(code === undefined ? {} : { code }), at },
  );
}

/** Stops what the sign forbids; one that stops everything does so until the user dismisses it. */
export async function obeySign(
  services: Services,
  tabId: number,
  sign: Omit<GivenSign, 'at'>,
): Promise<void> {
  const reason = { stoppedBy: 'stop-sign', sign: sign.sign } as const;
  // A disk that cannot keep the sign keeps no page going.
  if (sign.class === 'all')
    await Promise.all([stopLoading(services, reason), rememberSign(sign, services.now())]);
  else if (sign.class === 'note') await stopLoading(services, reason, { tabId });
}
