import { createQueue } from '../../lib/create-queue';
import { omitUndefined } from '../../lib/omit-undefined';
import { isOver } from '../../model/jobs/job';
import type { Job } from '../../model/jobs/job';
import type { JobInput } from '../../model/jobs/job-inputs';
import type { JobKindName } from '../../model/jobs/job-kind.catalog';
import type { Amounts } from '../../model/providers/price';
import { keepFromTrash } from '../forget/trash';
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
 * Starts a job. One that is not over for the same goes on instead of a second one, on the terms of now: two windows may
 * ask, and what is paused stands where it stands. `consent-missing`, `paused` or `invalid-input` before anything is
 * written.
 */
export async function startJob(services: Services, wanted: WantedJob): Promise<Job> {
  demandStoring(await services.settings());
  const { kind, agreed, budget } = wanted;
  const input = parseJobInput(kind, wanted.input);
  const noteId = 'noteId' in input ? input.noteId : undefined;
  // What is wanted now is not to be deleted in a minute.
  await keepFromTrash(services, listNoteIds(input));
  const title = wanted.title ?? (noteId === undefined ? undefined : await findTitle(services, noteId));
  const priority = kind === 'watch-note' ? 'background' : 'user';
  const order = { kind, input, agreed, priority, ...omitUndefined({ noteId, title, budget }) } as const;
  return oneAfterTheOther(async () => {
    const same = await findSame(services, kind, input);
    const again = same && (await services.jobs.orderAgain(same.jobId, order));
    // It may have come to its end in between.
    return again && !isOver(again) ? again : services.jobs.start(order);
  });
}

/** Two windows that ask in the same moment get the same job. */
const oneAfterTheOther = createQueue();

/** The notes that a job names. */
function listNoteIds(input: JobInput<JobKindName>): string[] {
  if ('noteId' in input) return [input.noteId];
  const listed = 'from' in input && input.from.kind === 'listed' ? input.from.notes : [];
  return listed.flatMap(({ noteId }) => noteId ?? []);
}

const findSame = (services: Services, kind: JobKindName, input: unknown): Promise<Job | undefined> =>
  services.connection.read(async (database) => {
    const lists = await Promise.all(
      (['queued', 'running', 'waiting', 'paused'] as const).map((state) =>
        database.getAllFromIndex('jobs', 'state', state),
      ),
    );
    const wanted = toComparable(input);
    return lists.flat().find((job) => job.kind === kind && toComparable(job.input) === wanted);
  });

/** The token and the tab are how a note is reached, not what is wanted of it. */
const toComparable = (input: unknown): string =>
  JSON.stringify(input, (key, value: unknown) =>
    key === 'xsecToken' || key === 'tabId' ? undefined : value,
  );

const findTitle = async (services: Services, noteId: string): Promise<string | undefined> => {
  const note = await services.connection.read((database) => database.get('notes', noteId));
  return note?.title;
};
