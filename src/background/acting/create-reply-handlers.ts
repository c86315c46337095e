import type { Handlers } from '../../messaging/contract';
import type { replyCalls } from '../../messaging/ui-to-background/reply-calls';
import type { ActionTarget } from '../../model/actions/action-entry';
import { AppError } from '../../model/errors';
import { findActWork } from '../../model/replies/reply-attempt';
import type { ReplyPlan } from '../../model/replies/reply-plan';
import { createRepositories } from '../../storage/repositories/create-repositories';
import type { PlannedComment, ReplyPlans } from '../../storage/repositories/replies/reply-plans';
import { demandStoring } from '../gate';
import { startJob } from '../jobs/start-job';
import type { Services } from '../services';
import { listActors } from '../accounts/list-actors';
import type { Actor } from '../accounts/list-actors';
import { toOneLine } from './to-one-line';

/** What the user means to answer, as the pages of the extension keep it and send it. */
export function createReplyHandlers(services: Services): Handlers<typeof replyCalls> {
  return {
    'reply.draft': async ({ draft, isPrepared, account, ...comment }) => {
      demandStoring(await services.settings());
      await changePlan(services, comment, { draft, isPrepared, account });
      return {};
    },
    'reply.set-aside': async ({ aside, ...comment }) => {
      demandStoring(await services.settings());
      await changePlan(services, comment, { aside: aside ?? undefined });
      return {};
    },
    'reply.leave-out': ({ jobId, itemId }) =>
      services.jobs.skip(jobId, itemId, (work) => findActWork({ work })?.stage === 'due'),
    'reply.send-prepared': async ({ comments }) => {
      const plans = await findPrepared(services, comments);
      if (plans.length === 0) throw new AppError('nothing-found', { details: { reason: 'prepared' } });
      const actors = await findActors(services, plans);
      const { acting } = await services.settings();
      const prepare = (isPrepared: true | undefined) => changePlans(services, plans, { isPrepared });
      // Whoever dies in between leaves drafts that are kept, and that no later queue sends a second time.
      await prepare(undefined);
      const job = await startJob(services, {
        kind: 'act',
        input: {
          mode: acting.sendsQueues ? 'send' : 'assist',
          targets: plans.map((plan) => toTarget(plan, actors.get(plan.account))),
        },
        agreed: true,
      }).catch(async (thrown: unknown) => {
        await prepare(true);
        throw thrown;
      });
      if (acting.rehearse) await prepare(true);
      else await changePlans(services, plans, NO_DRAFT);
      return job;
    },
  };
}

const NO_DRAFT = { draft: undefined, isPrepared: undefined, account: undefined } as const;

/** What was written has become an order that holds it now; not where it is only rehearsed, or where it says something else. */
export async function dropSentDraft(
  services: Services,
  { noteId, commentId, content }: PlannedComment & { readonly content: string },
): Promise<void> {
  if ((await services.settings()).acting.rehearse) return;
  const plan = await services.connection.read((database) => database.get('replyPlans', [noteId, commentId]));
  if (plan?.draft !== undefined && toOneLine(plan.draft) === content)
    await changePlan(services, { noteId, commentId }, NO_DRAFT);
}

/** All of them in one transaction. */
async function changePlans(
  services: Services,
  plans: readonly PlannedComment[],
  change: Parameters<ReplyPlans['change']>[1],
): Promise<void> {
  await services.connection.write(async (transaction) => {
    const { replyPlans } = createRepositories(transaction);
    for (const { noteId, commentId } of plans)
      await replyPlans.change({ noteId, commentId }, change, services.now());
  });
  for (const noteId of new Set(plans.map((plan) => plan.noteId)))
    await services.emit('replies.changed', { noteId });
}

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
  const prepared = plans.filter((plan) => plan?.isPrepared === true && plan.draft !== undefined);
  return [...new Map(prepared.map((plan) => [plan?.commentId, plan])).values()] as ReplyPlan[];
}

/** Who says each of them, by what was chosen for it; nothing is begun where one of them may not. */
async function findActors(
  services: Services,
  plans: readonly ReplyPlan[],
): Promise<ReadonlyMap<string | undefined, Actor | undefined>> {
  const chosen = [...new Set(plans.map(({ account }) => account))];
  return new Map(
    await Promise.all(
      chosen.map(async (account) => [account, (await listActors(services, { account }))[0]] as const),
    ),
  );
}

function toTarget(plan: ReplyPlan, actor: Actor | undefined): ActionTarget {
  if (!actor) throw new AppError('login-wanted');
  const { noteId, commentId, rootCommentId, draft = '' } = plan;
  return {
    ...{ action: 'reply', noteId, commentId, ...actor, content: toOneLine(draft) },
    ...(rootCommentId === undefined ? {} : { rootCommentId }),
  };
}
