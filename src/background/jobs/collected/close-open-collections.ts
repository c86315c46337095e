import { keepOpenCollection, listReadLists } from '../../../jobs/comments/close-collection';
import type { ReadItem } from '../../../jobs/comments/close-collection';
import { isActive } from '../../../model/jobs/job';
import type { Job } from '../../../model/jobs/job';
import { listJobs } from '../../../storage/readers/jobs/list-jobs';
import type { JobStores } from '../../../jobs/ports';
import { createRepositories } from '../../../storage/repositories/create-repositories';
import type { Services } from '../../services';
import { createJobReaders } from '../job-readers';
import { toJobStores } from '../job-stores';

type Own = Pick<Services, 'connection' | 'settings' | 'now'>;

/** Of the notes that are given, or of those that the job collects; `unlessKept`: not where that has been done for it. */
export type OpenCollections =
  { readonly noteIds: readonly string[] } | { readonly jobId: string; readonly unlessKept?: boolean };

/**
 * Keeps beside each note what collecting its comments has come to, and has cost, where that is not over or was cancelled:
 * a job that ends by itself does so itself. What was collected later stays. It is kept while the extension is paused, too:
 * what was paid is no reading of the site.
 */
export async function closeOpenCollections(services: Own, of: OpenCollections): Promise<void> {
  const jobs = (await services.connection.read((database) => listJobs(database))).filter(
    (job) => isOpen(job) && ('noteIds' in of || job.jobId === of.jobId),
  );
  for (const job of jobs.reverse()) {
    if ('noteIds' in of && job.noteId !== undefined && !of.noteIds.includes(job.noteId)) continue;
    const lists = await listCollected(services, job);
    for (const [noteId, items] of lists) {
      if ('noteIds' in of && !of.noteIds.includes(noteId)) continue;
      await keep(services, job, noteId, { items, unlessKept: 'jobId' in of && of.unlessKept === true });
    }
  }
}

const isOpen = (job: Job): boolean =>
  (job.kind === 'collect-comments' || job.kind === 'collect-notes') &&
  (isActive(job) || job.state === 'paused' || job.state === 'cancelled');

/** What is read until it is known says nothing of the others. */
async function listCollected({ connection }: Own, { jobId }: Job): Promise<[string, ReadItem[]][]> {
  const states = ['open', 'done', 'short', 'failed', 'skipped'] as const;
  const lists = await listReadLists(createJobReaders(connection), jobId, states);
  return [...lists].filter(([, items]) => !items.some(({ work }) => work.untilKnown));
}

async function keep(
  services: Own,
  job: Job,
  noteId: string,
  { items, unlessKept }: { readonly items: readonly ReadItem[]; readonly unlessKept: boolean },
): Promise<void> {
  const { connection, now } = services;
  const list = await connection.read((database) => database.get('commentLists', noteId));
  // Nothing was read, or the note has been removed since: nothing is kept of it.
  if (!list) return;
  if (list.collected && list.collected.startedAt > job.createdAt) return;
  if (unlessKept && list.collected?.jobId === job.jobId) return;
  await keepOpenCollection(
    {
      job,
      readers: createJobReaders(connection),
      store: (write) => keepBeside(services, noteId, write),
      now,
    },
    noteId,
    items,
  );
}

/** Not of a note that was removed meanwhile: nothing of it comes back. */
function keepBeside<Value>(
  { connection }: Own,
  noteId: string,
  write: (stores: JobStores) => Promise<Value>,
): Promise<Value | undefined> {
  return connection.write(async (transaction) => {
    const stores = createRepositories(transaction);
    return (await stores.commentLists.find(noteId)) ? write(toJobStores(stores)) : undefined;
  });
}
