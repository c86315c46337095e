import { omitUndefined } from '../../lib/omit-undefined';
import type { Job } from '../../model/jobs/job';
import type { JobKindName } from '../../model/jobs/job-kind.catalog';
import type { Amounts } from '../../model/providers/price';
import { demandStoring } from '../gate';
import type { Services } from '../services';
import { parseJobInput } from './parse-job-input';

/** What a page of the extension orders. */
export interface WantedJob {
  readonly kind: JobKindName;
  readonly input: unknown;
  readonly title?: string | undefined;
  readonly agreed: boolean;
  readonly budget?: Amounts | undefined;
}

/**
 * Starts a job. One that is under way for the same is answered instead of a second one: two windows may ask.
 * `consent-missing`, `paused` or `invalid-input` before anything is written.
 */
export async function startJob(services: Services, wanted: WantedJob): Promise<Job> {
  demandStoring(await services.settings());
  const { kind, agreed, budget } = wanted;
  const input = parseJobInput(kind, wanted.input);
  const noteId = 'noteId' in input ? input.noteId : undefined;
  const same = await findSame(services, kind, input);
  if (same) return same;
  const title = wanted.title ?? (noteId === undefined ? undefined : await findTitle(services, noteId));
  const priority = kind === 'watch-note' ? 'background' : 'user';
  return services.jobs.start({ kind, input, agreed, priority, ...omitUndefined({ noteId, title, budget }) });
}

const findSame = (services: Services, kind: JobKindName, input: unknown): Promise<Job | undefined> =>
  services.connection.read(async (database) => {
    const lists = await Promise.all(
      (['queued', 'running', 'waiting', 'paused'] as const).map((state) =>
        database.getAllFromIndex('jobs', 'state', state),
      ),
    );
    const wanted = JSON.stringify(input);
    return lists.flat().find((job) => job.kind === kind && JSON.stringify(job.input) === wanted);
  });

const findTitle = async (services: Services, noteId: string): Promise<string | undefined> => {
  const note = await services.connection.read((database) => database.get('notes', noteId));
  return note?.title;
};
