import { listNoteIds } from '../../model/export';
import { isActive, isOver } from '../../model/jobs/job';
import type { Job } from '../../model/jobs/job';
import { listJobItems } from '../../storage/readers/jobs/list-job-items';
import { listJobs } from '../../storage/readers/jobs/list-jobs';
import { readJobInput } from '../jobs/parse-job-input';
import type { Services } from '../services';

/**
 * Notes that something goes on with: jobs by themselves, or paused ones that somebody had to do with since `at`, and files
 * that are being written.
 */
export async function findHeldNotes(
  services: Pick<Services, 'connection' | 'exports'>,
  at: number,
): Promise<ReadonlySet<string>> {
  const held = new Set<string>();
  for (const { state, noteId } of await services.exports.list()) {
    if (state === 'writing' || state === 'saving') held.add(noteId);
  }
  await services.connection.read(async (database) => {
    for (const job of (await listJobs(database)).filter((one) => goesOn(one, at))) {
      for (const noteId of listNamed(job)) held.add(noteId);
      for (const { noteId } of await listJobItems(database, { jobId: job.jobId, state: 'open' })) {
        if (noteId !== undefined) held.add(noteId);
      }
    }
  });
  return held;
}

/** Whether the job goes on by itself, or was paused since `at`. */
export const goesOn = (job: Job, at: number): boolean =>
  isActive(job) || (!isOver(job) && job.updatedAt >= at);

function listNamed({ kind, noteId, input }: Job): readonly string[] {
  const own = noteId === undefined ? [] : [noteId];
  if (kind !== 'export') return own;
  const request = readJobInput('export', input)?.request;
  return request ? [...own, ...listNoteIds(request)] : own;
}
