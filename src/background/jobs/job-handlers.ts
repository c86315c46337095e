import type { Handlers } from '../../messaging/contract';
import type { jobCalls } from '../../messaging/ui-to-background/job-calls';
import { demandStoring } from '../gate';
import { estimateJob } from './estimate/estimate-job';
import { exportPeople } from './export-people';
import { startJob } from './start-job';
import type { Services } from '../services';

/** Durable work, as the pages of the extension start and steer it. */
export function createJobHandlers(services: Services): Handlers<typeof jobCalls> {
  const { jobs } = services;
  return {
    'job.start': (order) => startJob(services, order),
    'job.estimate': ({ kind, input, budget }) => estimateJob(services, kind, input, budget),
    'job.pause': ({ jobId }) => jobs.pause(jobId),
    'job.resume': async ({ jobId }) => {
      demandStoring(await services.settings());
      return jobs.resume(jobId);
    },
    'job.cancel': ({ jobId }) => jobs.cancel(jobId),
    'job.retry': async ({ jobId }) => {
      demandStoring(await services.settings());
      return jobs.retry(jobId);
    },
    'job.people-csv': ({ jobId, language }) => exportPeople(services, jobId, language),
    'job.remove': async ({ jobId }) => {
      await jobs.remove(jobId);
      await services.emit('job.changed', { jobId });
      return {};
    },
    'job.set-budget': ({ jobId, budget }) => jobs.setBudget(jobId, budget),
  };
}
