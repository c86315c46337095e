import type { ActionEntry, ActionTarget } from '../../model/actions/action-entry';
import { isQueue } from '../../model/actions/find-mode';
import type { ActionOutcome } from '../../model/actions/page-action';
import type { ErrorCode } from '../../model/errors';
import type { JobItem } from '../../model/jobs/job-item';
import type { JobInput } from '../../model/jobs/job-inputs';
import { actWorkSchema } from '../acting/act-work';
import type { ActWork, BegunWork } from '../acting/act-work';
import { countUnknown } from '../acting/count-unknown';
import { settleAction } from '../acting/settle-action';
import { defineJobKind } from '../job-kind';
import type { ItemOutcome, StepContext, StepResult } from '../job-kind';

type ActContext = StepContext<JobInput<'act'>, ActWork>;

/** Why no page was asked, so that nothing can have happened. */
const NOT_REACHED: readonly ErrorCode[] = [
  'account-container-gone',
  'account-other-device',
  'account-suspended',
  'account-unknown',
  'accounts-off',
  'note-forbidden',
  'note-not-open',
  'note-removed',
  'note-under-review',
  'page-not-reached',
  'token-missing',
  'token-refused',
];

/** What was begun so short a time ago is as good as begun now. */
const FRESH_MS = 10_000;

/**
 * Actions in pages of the site, one after another at the pace of the settings. Each attempt is written down in the
 * transaction before its page is asked for it; an attempt of which nobody heard an end is looked for, and never made
 * again by itself.
 */
export const act = defineJobKind({
  name: 'act',
  workSchema: actWorkSchema,
  sideBySide: 1,
  places: 'gestures',
  inOrder: true,
  stopsAtOnce: true,
  plan: ({ targets }) =>
    targets.map((target, index) => ({
      itemId: String(index).padStart(5, '0'),
      noteId: target.noteId,
      label: target.content,
      work: { stage: 'due' as const, target },
    })),
  step: (context) => {
    const { work } = context;
    if (work.stage === 'due') return begin(context, work.target);
    return work.stage === 'begun' ? goOn(context, work) : follow(context, work);
  },
  recover: (context, error, { isLast }) => {
    const { work } = context;
    const isOver = !error.retryable || isLast;
    if (work.stage !== 'begun' || !isOver || !NOT_REACHED.includes(error.code)) return undefined;
    const sign = error.details['sign'];
    return close(context, work, {
      is: 'refused',
      code: error.code,
      ...(typeof sign === 'string' ? { sign } : {}),
    });
  },
  again: (work) => (work.stage === 'sent' ? { ...work, looks: work.looks + 1 } : work),
  leave: async (work, { reach }) => {
    if (work.stage !== 'due') await reach.acting.stop(work.actionId);
  },
});

/** Waits for the account's pace, then writes the attempt down. */
async function begin(context: ActContext, target: ActionTarget): Promise<StepResult<ActWork>> {
  const { reach, now, input } = context;
  const at = now();
  const isQueued = isQueue(input.targets, target.viewerId);
  const permit = await reach.acting.permit(target, { mode: input.mode, isQueued, job: context.job }, at);
  if (permit.at > at) {
    const { error } = permit;
    const waits = { notBefore: permit.at, work: { stage: 'due' as const, target } };
    return { settle: () => ({ state: 'open', ...waits, ...(error ? { error } : {}) }) };
  }
  const actionId = crypto.randomUUID();
  await reach.acting.announce(actionId, target.noteId);
  const work: BegunWork = { stage: 'begun', target, actionId, begunAt: at, mode: permit.mode };
  return { settle: () => ({ state: 'open', work, attempts: toEntry(context, work) }) };
}

/** Waits for the pace anew where no page has heard of the attempt yet: since it was due, others may have had their turn. */
async function goOn(context: ActContext, work: BegunWork): Promise<StepResult<ActWork>> {
  const { reach, now, input } = context;
  const { target, actionId, mode = input.mode } = work;
  const at = now();
  const isQueued = isQueue(input.targets, target.viewerId);
  const permit = await reach.acting.permit(target, { mode, isQueued, actionId }, at);
  if (permit.at > at) {
    const { error } = permit;
    return { settle: () => ({ state: 'open', work, notBefore: permit.at, ...(error ? { error } : {}) }) };
  }
  if (!permit.isUnheard || at - work.begunAt < FRESH_MS) return follow(context, work);
  await reach.acting.beginAnew(actionId, at);
  return follow(context, { ...work, begunAt: at });
}

/** Has the page make the attempt, or hears what it has come to; one step ends within a slice. */
async function follow(context: ActContext, work: BegunWork): Promise<StepResult<ActWork>> {
  const { reach, input, job, item, readers, terms } = context;
  const open = await readers.listItems(job.jobId, 'open');
  const outcome = await reach.acting.take(
    {
      ...work.target,
      actionId: work.actionId,
      mode: work.mode ?? input.mode,
      isQueued: isQueue(input.targets, work.target.viewerId),
      since: work.begunAt,
      ...(work.stage === 'sent' ? { looks: work.looks } : {}),
      keepsOpen: open.some((other) => other.itemId !== item.itemId && isOfSamePage(other, work.target)),
    },
    terms.signal,
  );
  if (outcome === undefined) return { settle: () => ({ state: 'open', work }) };
  const isLast = open.every((other) => other.itemId === item.itemId);
  const unknownBefore = isLast ? 0 : countUnknown(await reach.acting.listSinceStop(job.jobId));
  const closed = close(context, work, outcome, unknownBefore);
  return { settle: () => closed };
}

/** Whether an item waits for the same note under the same login. */
function isOfSamePage({ noteId, work }: Pick<JobItem, 'noteId' | 'work'>, target: ActionTarget): boolean {
  const parsed = actWorkSchema.safeParse(work);
  return noteId === target.noteId && parsed.success && parsed.data.target.viewerId === target.viewerId;
}

function close(
  context: ActContext,
  work: BegunWork,
  outcome: ActionOutcome,
  unknownBefore = 0,
): ItemOutcome<ActWork> {
  const { said } = outcome.is === 'done' ? outcome : {};
  const content = said === undefined ? {} : { content: said };
  const entry = { ...toEntry(context, work), ...content, outcome, endedAt: context.now() };
  return { ...settleAction(work, outcome, unknownBefore), attempts: entry };
}

const toEntry = (
  { input, job }: ActContext,
  { target, actionId, begunAt, mode }: BegunWork,
): ActionEntry => ({
  ...target,
  actionId,
  at: begunAt,
  mode: mode ?? input.mode,
  jobId: job.jobId,
});
