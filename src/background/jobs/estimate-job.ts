import { guessCommentCalls } from '../../model/jobs/estimate-calls';
import type { JobKindName } from '../../model/jobs/job-kind.catalog';
import type { OperationInput, OperationName } from '../../model/providers/operation';
import type { Estimate } from '../../model/providers/run';
import type { Services } from '../services';
import { parseJobInput } from './parse-job-input';

/** What a job would cost; `isGuess`: how many calls it takes shows only when it runs. */
export type JobEstimate = Estimate & { readonly isGuess: boolean };

/** Names a job that has spent nothing yet, so that the budget of one is looked at. */
const NOT_BEGUN = 'not-begun';

const FREE: JobEstimate = { calls: 0, cost: {}, isCached: false, fitsBudget: true, isGuess: false };

/** Asks nobody. `invalid-input` for what is not an input of the kind. */
export async function estimateJob(
  services: Pick<Services, 'providers' | 'connection' | 'now'>,
  kind: JobKindName,
  wanted: unknown,
): Promise<JobEstimate> {
  const estimate = async <Name extends OperationName>(
    operation: Name,
    input: OperationInput<Name>,
    calls: number,
    isGuess = true,
  ) => ({
    ...(await services.providers.gateway.estimate(operation, input, { calls, jobId: NOT_BEGUN })),
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
      return estimate('note.comments', { noteId, xsecToken, sort: 'latest' }, 2);
    }
    case 'collect-notes': {
      const { from, most, details, comments } = parseJobInput(kind, wanted);
      const notes = from.kind === 'listed' ? from.notes.length : most;
      const lists = from.kind === 'listed' ? 0 : Math.ceil(notes / 20);
      const each = (details ? 1 : 0) + (comments ? guessCommentCalls(100) : 0);
      return estimate('note.detail', { noteId: '' }, Math.max(1, lists + notes * each));
    }
    case 'enrich-authors': {
      const { rows } = parseJobInput(kind, wanted);
      const named = new Set(rows.map(({ userId, text }) => (userId ?? text ?? '').trim().toLowerCase()));
      named.delete('');
      // Links may be short ones, which are looked up first, or lead to somebody who is named already.
      const isGuess = rows.some(({ userId }) => userId === undefined);
      return estimate('author.profile', { userId: '' }, named.size, isGuess);
    }
    case 'watch-note': {
      const { noteId, xsecToken, everyMs, until } = parseJobInput(kind, wanted);
      // Without an end: one look.
      const looks = until === undefined ? 1 : 1 + Math.max(0, Math.floor((until - services.now()) / everyMs));
      return estimate('note.detail', { noteId, xsecToken }, looks, until === undefined);
    }
    case 'export':
      parseJobInput(kind, wanted);
      return FREE;
  }
}

/** The note's own count, else what is stored of it. */
const countExpected = (services: Pick<Services, 'connection'>, noteId: string): Promise<number> =>
  services.connection.read(async (database) => {
    const [note, list] = await Promise.all([
      database.get('notes', noteId),
      database.get('commentLists', noteId),
    ]);
    return note?.counts.comments?.value ?? list?.collected?.said.comments ?? 0;
  });
