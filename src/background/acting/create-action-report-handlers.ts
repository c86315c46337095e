import type { Handlers } from '../../messaging/contract';
import type { ActionOutcome } from '../../model/actions/page-action';
import type { ErrorCode } from '../../model/errors';
import type { contentToBackground } from '../../messaging/content-to-background/schemas';
import type { ActionReport } from '../../messaging/content-to-background/types';
import { mayStore } from '../../model/settings';
import { createRepositories } from '../../storage/repositories/create-repositories';
import { actingStates } from '../../storage/session';
import { actingNews, toLost } from './acting-news';
import { findRooms } from '../accounts/rooms/find-rooms';
import { getTab } from '../pages/caller-tab';
import type { CallerTab } from '../pages/caller-tab';
import { findSignForAll, raiseSign } from '../pages/raise-sign';
import type { Services } from '../services';

type ContentHandlers = Pick<Handlers<typeof contentToBackground>, 'action.report'>;

/** Refusals after which no page is touched any more; see `site/stop-signs`. */
const FOR_ALL: readonly ErrorCode[] = ['captcha', 'rate-limited', 'risk-control'];

/** From the first of these on the page may have made the gesture, whatever is heard of it later. */
const MAY_BE_SENT: readonly ActionReport['phase'][] = ['ready', 'waiting', 'pasting', 'sent'];

/** How far an attempt is, as its page reports it. What was never ordered of that page is left alone. */
export function createActionReportHandlers(services: Services): ContentHandlers {
  return {
    'action.report': async ({ actionId, phase, outcome }, caller) => {
      const { tabId } = getTab(caller);
      // What a page that is about to make its gesture does not hear of by itself.
      if (phase === 'ready') {
        if (await isHeldBack(services, actionId)) return { known: false };
        if (await refuseLogin(services, actionId, { ...getTab(caller), url: caller.url }))
          return { known: false };
      }
      const state = await actingStates.update(actionId, (known) => {
        if (known?.tabId !== tabId || known.outcome) return undefined;
        const updatedAt = services.now();
        if (phase === 'unknown') return { ...toLost(known), updatedAt };
        const mayBeSent = known.mayBeSent || MAY_BE_SENT.includes(phase);
        return { ...known, phase, mayBeSent, ...(outcome ? { outcome } : {}), updatedAt };
      });
      if (!state) return { known: false };
      // A page is stopped by what it sees itself; all others when they ask whether they may go on.
      if (outcome?.is === 'refused' && FOR_ALL.includes(outcome.code) && outcome.sign !== undefined)
        await raiseSign(services, tabId, { sign: outcome.sign, class: 'all' });
      // Nobody may wait for it any more: its job was cancelled.
      if (outcome && state.isStopped) await keepOutcome(services, actionId, outcome);
      actingNews.tell(actionId);
      return { known: true };
    },
  };
}

/**
 * Whether an attempt may not come to its gesture any more: the site has given a sign to another page, its job was stopped, it
 * was given up, or the user has paused the extension, which stops what is under way as well.
 */
async function isHeldBack(services: Services, actionId: string): Promise<boolean> {
  if (await findSignForAll()) return true;
  const state = await actingStates.find(actionId);
  if (state?.isStopped || state?.phase === 'lost') return true;
  if (mayStore(await services.settings())) return false;
  await actingStates.update(actionId, (known) =>
    known && !known.outcome ? { ...known, isStopped: true } : undefined,
  );
  return true;
}

/** Ends an attempt whose page would send under another login than it shows; answers whether it did. */
async function refuseLogin(
  services: Services,
  actionId: string,
  page: CallerTab & { readonly url: string },
): Promise<boolean> {
  const state = await actingStates.find(actionId);
  if (!state || state.tabId !== page.tabId || state.outcome) return false;
  if (await findRooms(services).isLoginThere(services, state, page)) return false;
  const outcome: ActionOutcome = { is: 'refused', code: 'login-changed' };
  await actingStates.update(actionId, (known) =>
    known && !known.outcome ? { ...known, phase: 'over', outcome, updatedAt: services.now() } : undefined,
  );
  actingNews.tell(actionId);
  return true;
}

async function keepOutcome(
  { connection, now, emit }: Pick<Services, 'connection' | 'now' | 'emit'>,
  actionId: string,
  outcome: ActionOutcome,
): Promise<void> {
  const entry = await connection.write(
    (transaction) => createRepositories(transaction).actions.end(actionId, outcome, now()),
    ['actions'],
  );
  if (entry) await emit('replies.changed', { noteId: entry.noteId });
}
