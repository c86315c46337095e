import { findReplyWork, toReplyAttempt } from '../../../model/replies/reply-attempt';
import type { ReplyAttempt } from '../../../model/replies/reply-attempt';
import { toReplyKey } from '../../../model/replies/reply-plan';
import { toPrefixRange } from '../../comment-range';
import type { StoredDatabase } from '../../database';

/** Jobs that are looked through, at most, the newest ones. */
const MOST_JOBS = 500;

/** The newest order to answer each comment, of the jobs that are kept; one for a comment. */
export async function listReplyAttempts(database: StoredDatabase): Promise<ReplyAttempt[]> {
  const transaction = database.transaction(['jobs', 'jobItems', 'actions']);
  const jobs = await transaction.objectStore('jobs').index('createdAt').getAll();
  const acting = jobs.filter(({ kind }) => kind === 'act').slice(-MOST_JOBS);
  const found = await Promise.all(
    acting.map(async (job) => {
      const items = await transaction.objectStore('jobItems').getAll(toPrefixRange(job.jobId));
      return Promise.all(
        items.map(async (item) => {
          const actionId = findReplyWork(item)?.actionId;
          const entry =
            actionId === undefined ? undefined : await transaction.objectStore('actions').get(actionId);
          return toReplyAttempt(job, item, entry);
        }),
      );
    }),
  );
  // Later orders stand behind earlier ones, and take their place.
  const attempts = found.flat().flatMap((attempt) => attempt ?? []);
  return [...new Map(attempts.map((attempt) => [toReplyKey(attempt), attempt])).values()];
}
