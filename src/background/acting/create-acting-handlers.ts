import { omitUndefined } from '../../lib/omit-undefined';
import type { Handlers } from '../../messaging/contract';
import type { actingCalls } from '../../messaging/ui-to-background/acting-calls';
import type { ActionTarget } from '../../model/actions/action-entry';
import type { ActionName } from '../../model/actions/action.catalog';
import { AppError } from '../../model/errors';
import type { Job } from '../../model/jobs/job';
import type { JobInput } from '../../model/jobs/job-inputs';
import { startJob } from '../jobs/start-job';
import type { Services } from '../services';
import { dropDraft } from './create-reply-handlers';
import { findViewer } from './find-viewer';
import { toOneLine } from './to-one-line';

type Mode = JobInput<'act'>['mode'];
type Wanted = Omit<ActionTarget, 'action' | 'viewerId'> & {
  readonly account?: string | undefined;
  readonly accounts?: readonly string[] | 'all' | undefined;
  readonly mode?: Mode | undefined;
};

/** Actions in pages of the site, as the pages of the extension order them; see the contract for what each promises. */
export function createActingHandlers(services: Services): Handlers<typeof actingCalls> {
  const order = async (action: ActionName, wanted: Wanted): Promise<Job> => {
    const { account, accounts, mode = 'send', ...target } = wanted;
    const viewerIds = await listActors(services, accounts ?? (account === undefined ? [] : [account]));
    const targets = viewerIds.map((viewerId): ActionTarget => ({
      ...omitUndefined(target),
      action,
      viewerId,
    }));
    return startJob(services, { kind: 'act', input: { mode, targets }, agreed: true });
  };
  return {
    'feed.like': ({ unlike, ...wanted }) => order(unlike ? 'unlike' : 'like', wanted),
    'feed.favorite': ({ unfavorite, ...wanted }) => order(unfavorite ? 'unfavorite' : 'favorite', wanted),
    'comment.post': (wanted) => order('comment', withOneLine(wanted)),
    'comment.reply': async (wanted) => {
      const job = await order('reply', withOneLine(wanted));
      await dropDraft(services, wanted);
      return job;
    },
    'comment.like': ({ unlike, ...wanted }) => order(unlike ? 'unlike-comment' : 'like-comment', wanted),
    'comment.delete': (wanted) => order('delete-own-comment', wanted),
    'viewer.find': async () => {
      const userId = await findViewer(services);
      return userId === undefined ? null : { userId };
    },
  };
}

const withOneLine = <Wanted extends { readonly content: string }>(wanted: Wanted): Wanted => ({
  ...wanted,
  content: toOneLine(wanted.content),
});

/** Site ids of those who are to act; nobody named: the one who is logged in. */
async function listActors(services: Services, names: readonly string[] | 'all'): Promise<readonly string[]> {
  const viewerId = await findViewer(services);
  if (viewerId === undefined) throw new AppError('login-wanted');
  const others = names === 'all' ? [] : names.filter((name) => name !== viewerId);
  if (others.length > 0) throw new AppError('account-unknown', { details: { account: others[0] ?? '' } });
  return [viewerId];
}
