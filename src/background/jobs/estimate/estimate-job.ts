import { guessCommentCalls } from '../../../model/jobs/estimate-calls';
import type { JobKindName } from '../../../model/jobs/job-kind.catalog';
import type { OperationInput, OperationName } from '../../../model/providers/operation';
import type { Amounts } from '../../../model/providers/price';
import type { Estimate } from '../../../model/providers/run';
import { findLink } from '../../../site/find-link';
import type { Services } from '../../services';
import { addEstimates } from './add-estimates';
import { ANY_ID, NEW_CALLS, countExpected, listNotesParts } from './estimate-notes';
import { parseJobInput } from '../parse-job-input';

/** What a job would cost; `isGuess`: how many calls it takes shows only when it runs. */
export type JobEstimate = Estimate & { readonly isGuess: boolean };

/** Names a job that has spent nothing yet, so that the budget of one is looked at. */
const NOT_BEGUN = 'not-begun';

const FREE: JobEstimate = { calls: 0, cost: {}, isCached: false, fitsBudget: true, isGuess: false };

/** Asks nobody. `budget`: the most it may cost, where that is not what the settings say. `invalid-input` for what is not an input of the kind. */
export async function estimateJob(
  services: Pick<Services, 'providers' | 'connection' | 'now'>,
  kind: JobKindName,
  wanted: unknown,
  budget?: Amounts,
): Promise<JobEstimate> {
  const estimate = async <Name extends OperationName>(
    operation: Name,
    input: OperationInput<Name>,
    calls: number,
    isGuess = true,
  ) => ({
    ...(await services.providers.gateway.estimate(operation, input, {
      calls,
      jobId: NOT_BEGUN,
      ...(budget === undefined ? {} : { jobBudget: budget }),
    })),
    isGuess,
  });
  switch (kind) {
    case 'collect-comments': {
      const { noteId, xsecToken, sort } = parseJobInput(kind, wanted);
      const comments = await countExpected(services, noteId);
      return estimate('note.comments', { noteId, xsecToken, sort }, guessCommentCalls(comments));
    }
    case 'refresh-comments': {
      const { noteId, xsecToken } = parseJobInput(kind, wanted);
      return estimate('note.comments', { noteId, xsecToken, sort: 'latest' }, NEW_CALLS);
    }
    case 'collect-notes': {
      const parts = await listNotesParts(services, parseJobInput(kind, wanted));
      const each = parts.map(({ operation, input, calls }) => estimate(operation, input, calls));
      return { ...addEstimates(await Promise.all(each)), isGuess: true };
    }
    case 'enrich-authors': {
      // Rows that name nobody are not asked about.
      const rows = parseJobInput(kind, wanted).rows.filter(
        ({ userId, text }) => userId !== undefined || (text !== undefined && findLink(text) !== undefined),
      );
      const named = new Set(rows.map(({ userId, text }) => (userId ?? text ?? '').trim().toLowerCase()));
      named.delete('');
      // Links may be short ones, which are looked up first, or lead to somebody who is named already.
      const isGuess = rows.some(({ userId }) => userId === undefined);
      const known = rows.find(({ userId }) => userId !== undefined)?.userId ?? ANY_ID;
      return estimate('author.profile', { userId: known }, named.size, isGuess);
    }
    case 'watch-note': {
      const { noteId, xsecToken, everyMs, until } = parseJobInput(kind, wanted);
      // Without an end: one look.
      const looks = until === undefined ? 1 : 1 + Math.max(0, Math.floor((until - services.now()) / everyMs));
      return estimate('note.detail', { noteId, xsecToken }, looks, until === undefined);
    }
    case 'export':
    case 'load-comments':
    case 'act':
      parseJobInput(kind, wanted);
      return FREE;
  }
}
