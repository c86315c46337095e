import type { Handlers } from '../../messaging/contract';
import type { ErrorCode } from '../../model/errors';
import type { contentToBackground } from '../../messaging/content-to-background/schemas';
import { actingStates } from '../../storage/session';
import { actingNews } from './acting-news';
import { getTab } from '../pages/caller-tab';
import { raiseSign } from '../pages/raise-sign';
import type { Services } from '../services';

type ContentHandlers = Pick<Handlers<typeof contentToBackground>, 'action.report'>;

/** Refusals after which no page is touched any more; see `site/stop-signs`. */
const FOR_ALL: readonly ErrorCode[] = ['captcha', 'rate-limited', 'risk-control'];

/** How far an attempt is, as its page reports it. What was never ordered of that page is left alone. */
export function createActionReportHandlers(services: Services): ContentHandlers {
  return {
    'action.report': async ({ actionId, phase, outcome }, caller) => {
      const { tabId } = getTab(caller);
      const state = await actingStates.update(actionId, (known) => {
        if (known?.tabId !== tabId || known.outcome) return undefined;
        const mayBeSent = known.mayBeSent || phase === 'sent' || phase === 'waiting';
        const isLost = phase === 'unknown';
        return {
          ...known,
          phase: isLost ? 'lost' : phase,
          mayBeSent,
          ...(outcome ? { outcome } : {}),
          updatedAt: services.now(),
        };
      });
      if (!state) return {};
      // A page is stopped by what it sees itself; all others are stopped from here.
      if (outcome?.is === 'refused' && FOR_ALL.includes(outcome.code) && outcome.sign !== undefined)
        await raiseSign(services, tabId, { sign: outcome.sign, class: 'all' });
      actingNews.tell(actionId);
      return {};
    },
  };
}
