import type { Handlers } from '../../messaging/contract';
import type { jobCalls } from '../../messaging/ui-to-background/job-calls';
import { AppError } from '../../model/errors';
import type { Job } from '../../model/jobs/job';
import type { JobKindName } from '../../model/jobs/job-kind.catalog';
import { createRepositories } from '../../storage/repositories/create-repositories';
import { demandStoring } from '../gate';
import { closeOpenCollections } from './collected/close-open-collections';
import { estimateJob } from './estimate/estimate-job';
import { exportPeople } from './export-people';
import { readJobInput } from './parse-job-input';
import { startJob } from './start-job';
import type { Services } from '../services';

/** Remembers that the user has seen how the job ended. `nothing-found` for one that is not there. */
async function putAway(services: Services, jobId: string): Promise<Job> {
  const job = await services.connection.write(async (transaction) => {
    const { jobs } = createRepositories(transaction);
    const found = await jobs.find(jobId);
    if (!found) throw new AppError('nothing-found', { details: { reason: 'job' } });
    // The clock may have been set back since it ended.
    const seen = { ...found, putAwayAt: Math.max(services.now(), found.endedAt ?? 0) };
    await jobs.put(seen);
    return seen;
  });
  await services.emit('job.changed', { jobId, ...(job.noteId ? { noteId: job.noteId } : {}) });
  return job;
}

/** Throws `deletion-unconfirmed` for an order that deletes a comment; see `comment.delete`. */
function demandNoDeletion({ kind, input }: { readonly kind: JobKindName; readonly input?: unknown }): void {
  const order = kind === 'act' ? readJobInput(kind, input) : undefined;
  if (!order || order.mode === 'rehearse') return;
  if (order.targets.some(({ action }) => action === 'delete-own-comment'))
    throw new AppError('deletion-unconfirmed');
}

/** Durable work, as the pages of the extension start and steer it. */
export function createJobHandlers(services: Services): Handlers<typeof jobCalls> {
  const { jobs } = services;
  return {
    'job.start': async ({ confirmed = false, ...order }) => {
      if (!confirmed) demandNoDeletion(order);
      return startJob(services, order);
    },
    'job.estimate': ({ kind, input, budget }) => estimateJob(services, kind, input, budget),
    'job.list-stuck': async () => [...jobs.listStuck()].map(([jobId, { code }]) => ({ jobId, code })),
    'job.pause': ({ jobId }) => jobs.pause(jobId),
    'job.resume': async ({ jobId }) => {
      demandStoring(await services.settings());
      return jobs.resume(jobId);
    },
    'job.cancel': async ({ jobId }) => {
      const job = await jobs.cancel(jobId);
      await closeOpenCollections(services, { jobId });
      return job;
    },
    'job.conclude': async ({ jobId }) => {
      demandStoring(await services.settings());
      return jobs.conclude(jobId);
    },
    'job.retry': async ({ jobId, itemId }) => {
      demandStoring(await services.settings());
      return jobs.retry(jobId, itemId);
    },
    'job.people-csv': ({ jobId, language }) => exportPeople(services, jobId, language),
    'job.put-away': ({ jobId }) => putAway(services, jobId),
    'job.remove': async ({ jobId }) => {
      await closeOpenCollections(services, { jobId });
      await jobs.remove(jobId);
      await services.emit('job.changed', { jobId });
      return {};
    },
    'job.set-budget': ({ jobId, budget }) => jobs.setBudget(jobId, budget),
  };
}
