import { ACTIVE_STATES } from '../../../model/jobs/job';
import type { Job } from '../../../model/jobs/job';
import type { StoredDatabase } from '../../database';

/** The newest job of a note, of any kind or of one, that goes on without the user; those are few, however many there have been. */
export async function findRunningJob(
  database: StoredDatabase,
  noteId: string,
  kind?: Job['kind'],
): Promise<Job | undefined> {
  const lists = await Promise.all(
    ACTIVE_STATES.map((state) => database.getAllFromIndex('jobs', 'state', state)),
  );
  return lists
    .flat()
    .filter((job) => job.noteId === noteId && (kind === undefined || job.kind === kind))
    .sort((a, b) => b.createdAt - a.createdAt)[0];
}
