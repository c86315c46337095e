import type { Handlers } from '../../messaging/contract';
import type { replyCalls } from '../../messaging/ui-to-background/reply-calls';
import type { ActionTarget } from '../../model/actions/action-entry';
import { AppError } from '../../model/errors';
import type { ReplyPlan } from '../../model/replies/reply-plan';
import { createRepositories } from '../../storage/repositories/create-repositories';
import type { PlannedComment, ReplyPlans } from '../../storage/repositories/replies/reply-plans';
import { demandStoring } from '../gate';
import { startJob } from '../jobs/start-job';
import type { Services } from '../services';
import { findViewer } from './find-viewer';
import { toOneLine } from './to-one-line';

/** What the user means to answer, as the pages of the extension keep it and send it. */
export function createReplyHandlers(services: Services): Handlers<typeof replyCalls> {
  return {
    'reply.draft': async ({ draft, isPrepared, ...comment }) => {
      demandStoring(await services.settings());
      await changePlan(services, comment, { draft, isPrepared });
      return {};
    },
    'reply.set-aside': async ({ aside, ...comment }) => {
      demandStoring(await services.settings());
      await changePlan(services, comment, { aside: aside ?? undefined });
      return {};
    },
    'reply.send-prepared': async ({ comments }) => {
      const viewerId = await findViewer(services);
      if (viewerId === undefined) throw new AppError('login-wanted');
      const plans = await findPrepared(services, comments);
      if (plans.length === 0) throw new AppError('nothing-found', { details: { reason: 'prepared' } });
      const { acting } = await services.settings();
      const job = await startJob(services, {
        kind: 'act',
        input: {
          mode: acting.sendsQueues ? 'send' : 'assist',
          targets: plans.map((plan) => toTarget(plan, viewerId)),
        },
        agreed: true,
      });
      for (const plan of plans) await dropDraft(services, plan);
      return job;
    },
  };
}

/** What was written has become an order: the order holds it now. */
export const dropDraft = (services: Services, { noteId, commentId }: PlannedComment): Promise<void> =>
  changePlan(services, { noteId, commentId }, { draft: undefined, isPrepared: undefined });

async function changePlan(
  services: Services,
  comment: PlannedComment,
  change: Parameters<ReplyPlans['change']>[1],
): Promise<void> {
  await services.connection.write((transaction) =>
    createRepositories(transaction).replyPlans.change(comment, change, services.now()),
  );
  await services.emit('replies.changed', { noteId: comment.noteId });
}

async function findPrepared(services: Services, comments: readonly PlannedComment[]): Promise<ReplyPlan[]> {
  const plans = await services.connection.read((database) =>
    Promise.all(comments.map(({ noteId, commentId }) => database.get('replyPlans', [noteId, commentId]))),
  );
  return plans.filter((plan) => plan?.isPrepared === true && plan.draft !== undefined) as ReplyPlan[];
}

const toTarget = (
  { noteId, commentId, rootCommentId, draft = '' }: ReplyPlan,
  viewerId: string,
): ActionTarget => ({
  ...{ action: 'reply', noteId, commentId, viewerId, content: toOneLine(draft) },
  ...(rootCommentId === undefined ? {} : { rootCommentId }),
});
