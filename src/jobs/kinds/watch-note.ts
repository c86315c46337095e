import * as z from 'zod/mini';
import type { AppError } from '../../model/errors';
import { toErrorReport } from '../../model/errors';
import type { JobInput } from '../../model/jobs/job-inputs';
import { findAfterFailure } from '../engine/after-failure';
import { toPlainEnd } from '../engine/finish-job';
import type { ItemOutcome, NewItem, StepContext } from '../job-kind';
import { defineJobKind } from '../job-kind';
import { askForNote } from '../notes/ask-for-note';

/** When the note is looked at next, as planned, and how often in a row nobody knew it. */
const workSchema = z.object({
  type: z.literal('watch'),
  /** Absent: at once, from when on the times are counted. */
  dueAt: z.optional(z.number()),
  misses: z.number(),
});

type Work = z.infer<typeof workSchema>;
type Context = StepContext<JobInput<'watch-note'>, Work>;

/**
 * Every look is at the note as it is now: nothing that was answered before its time had come, nor longer ago than this.
 * What was answered and could not be stored any more (the worker died in between) is not paid for again.
 */
const MOST_AGE_MS = 10 * 60_000;
/** One provider alone that does not know a note may be wrong; so often in a row it is believed. */
const BELIEVED_MISSES = 3;

/**
 * A note's counts, again and again: each look is one call and a point of its charts. Nobody is there to agree to
 * anything, so what has no known price, or no room in a budget, stops it. Looks that were missed are made up for by one.
 */
export const watchNote = defineJobKind({
  name: 'watch-note',
  workSchema,
  sideBySide: 1,
  plan: ({ noteId }): NewItem<Work>[] => [{ itemId: noteId, noteId, work: { type: 'watch', misses: 0 } }],
  step: async (context) => {
    const { input, terms, work, now } = context;
    if (input.until !== undefined && now() > input.until)
      return { settle: () => ({ state: 'done' as const }) };
    const { noteId, xsecToken } = input;
    const since = now() - (work.dueAt ?? context.job.createdAt);
    const look = await askForNote(
      { ask: context.ask, terms: { ...terms, agreed: false } },
      { type: 'note', noteId, xsecToken, maxAgeMs: Math.min(MOST_AGE_MS, since + 1) },
    );
    return {
      ...look,
      settle: (stored) => ({
        ...toNextLook(input, work, now()),
        label: look.settle(stored).label,
      }),
    };
  },
  recover: lookAgainLater,
  finish: async ({ job, readers }) => {
    const [failed] = await readers.listItems(job.jobId, 'failed');
    return { ...toPlainEnd(job), ...(failed?.error ? { error: failed.error } : {}) };
  },
});

/** The next of its times that is still to come; over where that is behind its end. */
function toNextLook({ everyMs, until }: JobInput<'watch-note'>, work: Work, at: number): ItemOutcome<Work> {
  const first = work.dueAt ?? at;
  const dueAt = first + (Math.floor((at - first) / everyMs) + 1) * everyMs;
  const next: Work = { type: 'watch', dueAt, misses: 0 };
  if (until !== undefined && dueAt > until) return { state: 'done', work: next };
  return { state: 'open', work: next, notBefore: dueAt };
}

/** One look that came to nothing does not end the watch, unless the note is gone; what only the user can mend stops it. */
function lookAgainLater({ input, work, item, now }: Context, error: AppError): ItemOutcome<Work> | undefined {
  const isUnknown = error.code === 'providers-failed' && error.details['kind'] === 'not-found';
  const misses = isUnknown ? work.misses + 1 : work.misses;
  const report = toErrorReport(error);
  if (isUnknown && (error.details['isFinal'] === true || misses >= BELIEVED_MISSES)) {
    return { state: 'failed', error: report, event: 'item-failed' };
  }
  if (findAfterFailure(error, item.attempt + 1, 0).then !== 'fail') return undefined;
  const next = toNextLook(input, work, now());
  return { ...next, work: { ...work, ...next.work, misses }, error: report, event: 'item-failed' };
}
