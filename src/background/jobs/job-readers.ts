import type { JobReaders } from '../../jobs/ports';
import { ACTIVE_STATES } from '../../model/jobs/job';
import type { DatabaseConnection } from '../../storage/database';
import { listJobItems } from '../../storage/readers/jobs/list-job-items';
import { readComments } from '../../storage/readers/read-comments';
import { sumSpent } from './sum-spent';

/** What jobs read of the extension's own storage. */
export const createJobReaders = (connection: DatabaseConnection): JobReaders => ({
  listActive: () =>
    connection.read(async (database) => {
      const byState = database.transaction('jobs').store.index('state');
      return (await Promise.all(ACTIVE_STATES.map((state) => byState.getAll(state)))).flat();
    }),
  listOpenItems: (jobId, limit) =>
    connection.read((database) => listJobItems(database, { jobId, state: 'open', limit })),
  listItems: (jobId, state) => connection.read((database) => listJobItems(database, { jobId, state })),
  sumSpent: (jobId, without) => sumSpent(connection, jobId, without),
  findItem: (jobId, itemId) => connection.read((database) => database.get('jobItems', [jobId, itemId])),
  findNote: (noteId) => connection.read((database) => database.get('notes', noteId)),
  readComments: async function* (noteId) {
    yield* readComments(await connection.open(), noteId);
  },
});
