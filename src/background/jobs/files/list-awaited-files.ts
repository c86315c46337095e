import { fileWorkSchema } from '../../../jobs/kinds/export-files';
import { ACTIVE_STATES } from '../../../model/jobs/job';
import { listJobItems } from '../../../storage/readers/jobs/list-job-items';
import type { DatabaseConnection } from '../../../storage/database';

/** Exports whose end a job has not taken note of yet, by their ids: of jobs that go on, by themselves or when the user says so. */
export function listAwaitedFiles(connection: Pick<DatabaseConnection, 'read'>): Promise<ReadonlySet<string>> {
  return connection.read(async (database) => {
    const states = [...ACTIVE_STATES, 'paused'];
    const jobs = await Promise.all(states.map((state) => database.getAllFromIndex('jobs', 'state', state)));
    const own = jobs.flat().filter(({ kind }) => kind === 'export');
    const items = await Promise.all(own.map(({ jobId }) => listJobItems(database, { jobId, state: 'open' })));
    const works = items.flat().map(({ work }) => fileWorkSchema.safeParse(work).data);
    return new Set(works.flatMap((work) => work?.exportId ?? []));
  });
}
