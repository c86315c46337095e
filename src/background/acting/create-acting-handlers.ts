import { omitUndefined } from '../../lib/omit-undefined';
import type { Handlers } from '../../messaging/contract';
import type { actingCalls } from '../../messaging/ui-to-background/acting-calls';
import type { ActionTarget } from '../../model/actions/action-entry';
import type { ActionName } from '../../model/actions/action.catalog';
import { AppError } from '../../model/errors';
import { isOver } from '../../model/jobs/job';
import type { Job } from '../../model/jobs/job';
import type { JobInput } from '../../model/jobs/job-inputs';
import { listJobs } from '../../storage/readers/jobs/list-jobs';
import { createRepositories } from '../../storage/repositories/create-repositories';
import { startJob } from '../jobs/start-job';
import { listActors } from '../accounts/list-actors';
import type { NamedAccounts } from '../accounts/list-actors';
import type { Services } from '../services';
import { dropSentDraft } from './create-reply-handlers';
import { findViewer } from './find-viewer';
import { readResults } from './read-results';
import { toOneLine } from './to-one-line';

type Mode = JobInput<'act'>['mode'];
type Wanted = Omit<ActionTarget, 'action' | 'viewerId'> &
  NamedAccounts & { readonly mode?: Mode | undefined };

/** Actions in pages of the site, as the pages of the extension order them; see the contract for what each promises. */
export function createActingHandlers(services: Services): Handlers<typeof actingCalls> {
  const order = async (action: ActionName, wanted: Wanted): Promise<Job> => {
    const { account, accounts, confirmed, mode = 'send', ...target } = wanted;
    await demandThread(services, target);
    const actors = await listActors(services, { account, accounts, confirmed });
    const targets = actors.map((actor): ActionTarget => ({ ...omitUndefined(target), action, ...actor }));
    return startJob(services, { kind: 'act', input: { mode, targets }, agreed: true });
  };
  return {
    'feed.like': ({ unlike, ...wanted }) => order(unlike ? 'unlike' : 'like', wanted),
    'feed.favorite': ({ unfavorite, ...wanted }) => order(unfavorite ? 'unfavorite' : 'favorite', wanted),
    'comment.post': (wanted) => order('comment', withOneLine(wanted)),
    'comment.reply': async (wanted) => {
      const said = withOneLine(wanted);
      const job = await order('reply', said);
      await dropSentDraft(services, said);
      return job;
    },
    'comment.like': ({ unlike, ...wanted }) => order(unlike ? 'unlike-comment' : 'like-comment', wanted),
    'comment.delete': async ({ confirmed, ...wanted }) => {
      if (!confirmed && wanted.mode !== 'rehearse') throw new AppError('deletion-unconfirmed');
      return order('delete-own-comment', wanted);
    },
    'action.results': ({ jobId }) => readResults(services, jobId),
    'action.empty-log': async () => {
      const jobs = await services.connection.read((database) => listJobs(database));
      const underWay = new Set(jobs.filter((job) => !isOver(job)).map(({ jobId }) => jobId));
      await services.connection.write(
        (transaction) => createRepositories(transaction).actions.emptyLog(underWay),
        ['actions'],
      );
      await services.emit('stored.removed', {});
      return {};
    },
    'viewer.find': async () => {
      const userId = await findViewer(services);
      return userId === undefined ? null : { userId };
    },
  };
}

/** A thread that is named must be an id, and the one in which the comment is known to stand. */
async function demandThread(
  { connection }: Pick<Services, 'connection'>,
  { noteId, commentId, rootCommentId }: Omit<ActionTarget, 'action' | 'viewerId'>,
): Promise<void> {
  if (commentId === undefined || rootCommentId === undefined) return;
  if (!/^[0-9a-f]{24}$/.test(rootCommentId)) throw new AppError('thread-wrong');
  const known = await connection.read((database) => database.get('comments', [noteId, commentId]));
  if (known && (known.rootCommentId ?? commentId) !== rootCommentId) throw new AppError('thread-wrong');
}

const withOneLine = <Wanted extends { readonly content: string }>(wanted: Wanted): Wanted => ({
  ...wanted,
  content: toOneLine(wanted.content),
});
