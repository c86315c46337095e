import { isQueue } from '../../../model/actions/find-mode';
import { isActive } from '../../../model/jobs/job';
import type { Job } from '../../../model/jobs/job';
import { jobInputs } from '../../../model/jobs/job-inputs';
import type { JobItem } from '../../../model/jobs/job-item';
import { findReplyWork } from '../../../model/replies/reply-attempt';
import type { StoredDatabase } from '../../database';
import { listJobItems } from '../jobs/list-job-items';
import { listJobs } from '../jobs/list-jobs';

/**
 * The part of a job ordered before this one in which a single reply of the account still waits for its turn; queues of
 * replies keep an order of their own, and neither wait for single ones nor hold them up.
 */
export async function findEarlierReply(
  database: StoredDatabase,
  viewerId: string,
  before: Pick<Job, 'jobId' | 'createdAt'>,
): Promise<JobItem | undefined> {
  const jobs = (await listJobs(database)).filter(
    (job) => job.kind === 'act' && isActive(job) && job.createdAt < before.createdAt,
  );
  for (const { jobId, input } of jobs) {
    const order = jobInputs.act.safeParse(input);
    if (!order.success || isQueue(order.data.targets, viewerId)) continue;
    // What stands behind another account's reply does not go first either.
    const [next] = await listJobItems(database, { jobId, state: 'open', limit: 1 });
    const work = next && findReplyWork(next);
    if (work?.stage === 'due' && work.target.viewerId === viewerId) return next;
  }
  return undefined;
}
