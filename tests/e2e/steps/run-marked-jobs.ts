import type { JobSeen } from './await-job';
import { awaitJob } from './await-job';
import type { ProviderCaller } from './prepare-providers';

/** The id of no note. */
const NOBODYS = 'f'.repeat(24);

interface Scene {
  readonly caller: ProviderCaller;
  readonly readJobs: () => Promise<readonly JobSeen[]>;
}

/**
 * Runs jobs to their ends: the comments of a note, profiles for a list of people with one row that is no good, and the
 * comments of a note that no provider knows. Answers their ids, and the list of people as a file would have it.
 */
export async function runMarkedJobs(
  { caller, readJobs }: Scene,
  { noteId, userId }: { readonly noteId: string; readonly userId: string },
): Promise<{ readonly jobIds: readonly string[]; readonly people: string }> {
  const run = async (kind: string, input: object, states: readonly string[]) => {
    const { jobId } = await caller.demand<{ jobId: string }>('job.start', { kind, input, agreed: true });
    const { state } = await awaitJob(readJobs, jobId);
    if (!states.includes(state)) throw new Error(`The job ${kind} is ${state}.`);
    return jobId;
  };
  const collected = await run('collect-comments', { noteId }, ['done', 'partial']);
  const rows = [
    { cells: ['ann'], userId },
    { cells: ['nobody'], text: 'no link' },
  ];
  const enriched = await run('enrich-authors', { columns: ['name'], rows }, ['partial']);
  const failed = await run('collect-comments', { noteId: NOBODYS }, ['failed', 'partial']);
  const { text } = await caller.demand<{ text: string }>('job.people-csv', {
    jobId: enriched,
    language: 'en',
  });
  return { jobIds: [collected, enriched, failed], people: text };
}
