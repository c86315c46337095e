import type { Job } from '../../../model/jobs/job';
import type { StoredDatabase } from '../../database';

/** Jobs, newest first; those of one note when that is given. */
export async function listJobs(
  database: StoredDatabase,
  options: { readonly noteId?: string | undefined } = {},
): Promise<Job[]> {
  const jobs = (await database.getAllFromIndex('jobs', 'createdAt')).reverse();
  return options.noteId === undefined ? jobs : jobs.filter(({ noteId }) => noteId === options.noteId);
}
