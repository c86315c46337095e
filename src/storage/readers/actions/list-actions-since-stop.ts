import type { ActionEntry } from '../../../model/actions/action-entry';
import type { StoredDatabase } from '../../database';
import { listJobLog } from '../jobs/list-job-log';
import { listActionsSince } from './list-actions-since';

/** A job's attempts since it last was paused or taken again, in the order in which they were begun. */
export async function listActionsSinceStop(database: StoredDatabase, jobId: string): Promise<ActionEntry[]> {
  const log = await listJobLog(database, jobId);
  const stop = log.findLast(({ event }) => event === 'paused' || event === 'retried');
  const entries = await listActionsSince(database, stop?.at ?? log[0]?.at ?? 0);
  // What was begun in the very moment of the stop is what it was stopped for.
  return entries.filter((entry) => entry.jobId === jobId && (!stop || entry.at > stop.at));
}
