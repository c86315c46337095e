import type { ActionEntry } from '../../model/actions/action-entry';
import { listActionsSince } from '../../storage/readers/actions/list-actions-since';
import { listJobLog } from '../../storage/readers/jobs/list-job-log';
import type { Services } from '../services';

/** A job's attempts since it last was paused or taken again, in the order in which they were begun. */
export const listSinceStop = (
  { connection }: Pick<Services, 'connection'>,
  jobId: string,
): Promise<readonly ActionEntry[]> =>
  connection.read(async (database) => {
    const log = await listJobLog(database, jobId);
    const stop = log.findLast(({ event }) => event === 'paused' || event === 'retried');
    const entries = await listActionsSince(database, stop?.at ?? log[0]?.at ?? 0);
    // What was begun in the very moment of the stop is what it was stopped for.
    return entries.filter((entry) => entry.jobId === jobId && (!stop || entry.at > stop.at));
  });
