import * as z from 'zod/mini';
import { withoutKey } from '../../lib/without-key';
import type { ActionTarget } from '../../model/actions/action-entry';
import type { Job } from '../../model/jobs/job';
import { JOB_STATES } from '../../model/jobs/job';
import type { JobItem } from '../../model/jobs/job-item';
import { listedNoteSchema, pastedLinkSchema } from '../../jobs/notes/listed-note';
import { listNoteIds } from '../../model/export';
import { listJobs } from '../../storage/readers/jobs/list-jobs';
import { toPrefixRange } from '../../storage/comment-range';
import type { WriteTransaction } from '../../storage/database';
import { createRepositories } from '../../storage/repositories/create-repositories';
import { readJobInput } from '../jobs/parse-job-input';
import { doAside } from '../problems/do-aside';
import type { Services } from '../services';

const ITEM_STATES = ['open', 'done', 'short', 'failed', 'skipped'] as const;

/** Where notes are old, and not to be forgotten: jobs that go on may bring them anew, and are left alone. */
interface DropTerms {
  readonly leaves?: (job: Job) => boolean;
}

/**
 * Jobs that are about one of these notes alone go; jobs about many lose what they hold of them, and pass over what leads to
 * them later. Done before the notes themselves are removed: a step that is under way finds nothing to store under then, so
 * nothing comes back.
 */
export async function dropNotesFromJobs(
  services: Services,
  noteIds: readonly string[],
  { leaves }: DropTerms = {},
): Promise<void> {
  const isMeantJob = (job: Job) => leaves?.(job) !== true;
  const gone = new Set(noteIds);
  const isGone = (noteId: string | undefined) => noteId !== undefined && gone.has(noteId);
  await services.exports.forgetNotes(noteIds);
  await removeJobs(services, (job) => isMeantJob(job) && (isGone(job.noteId) || isWholeFileOf(job, gone)));
  const isNamed = (text: string | undefined) => text !== undefined && noteIds.some((id) => text.includes(id));
  await dropItems(services, 'collect-notes', {
    isMeantJob,
    passesOver: leaves ? [] : noteIds,
    isMeant: ({ noteId, itemId, label }) => isGone(noteId) || (itemId.startsWith('link/') && isNamed(label)),
    // A later page of the list, or another link, must not bring it back: its bare id stays until the job goes.
    leavesMark: ({ itemId, noteId }) => itemId === `${noteId}/note`,
    cut: (input, { left, hasLost }) => {
      const parsed = readJobInput('collect-notes', input);
      if (parsed?.from.kind !== 'listed') return parsed;
      const lines = new Set(left.flatMap(({ work }) => findPastedLine(work) ?? []));
      // A short link does not say which note it led to. Only those stay of which it is known that it was another one.
      const mayStay = (text: string | undefined) => text === undefined || !hasLost || lines.has(text);
      const notes = parsed.from.notes.filter(
        ({ noteId, text }) => !isNamed(noteId) && !isNamed(text) && mayStay(text),
      );
      return { ...parsed, from: { ...parsed.from, notes } };
    },
  });
  await dropItems(services, 'act', {
    isMeantJob,
    isMeant: ({ noteId }) => isGone(noteId),
    leavesMark: () => false,
    cut: (input) => cutTargets(input, ({ noteId }) => !gone.has(noteId)),
  });
  await dropItems(services, 'export', {
    isMeantJob,
    isMeant: ({ noteId }) => isGone(noteId),
    leavesMark: () => false,
    cut: (input) => {
      const parsed = readJobInput('export', input);
      if (!parsed) return undefined;
      const named = listNoteIds(parsed.request);
      const kept = named.filter((noteId) => !gone.has(noteId));
      if (kept.length === named.length) return input;
      const [noteId] = kept;
      return noteId === undefined ? undefined : { request: { ...parsed.request, noteId, noteIds: kept } };
    },
  });
}

/** A queue of actions without those; nothing where none is left. */
function cutTargets(input: unknown, isKept: (target: ActionTarget) => boolean): unknown {
  const parsed = readJobInput('act', input);
  const targets = parsed?.targets.filter(isKept) ?? [];
  return parsed && targets.length > 0 ? { ...parsed, targets } : undefined;
}

/** A file in which one of these notes is, beside others or alone: it is not written without it, and not at all. */
function isWholeFileOf(job: Job, gone: ReadonlySet<string>): boolean {
  if (job.kind !== 'export') return false;
  const request = readJobInput('export', job.input)?.request;
  return request?.oneFileEach !== true && listNoteIds(request ?? { noteId: '' }).some((id) => gone.has(id));
}

/** The line that the user has pasted for it, of a note of a list or a link that is still to be looked up. */
function findPastedLine(work: unknown): string | undefined {
  const note = listedNoteSchema.safeParse(work);
  if (note.success) return note.data.pasted;
  const link = pastedLinkSchema.safeParse(work);
  return link.success ? link.data.text : undefined;
}

const targetSchema = z.object({ target: z.object({ commentId: z.optional(z.string()) }) });

/** The comment that an action is about. */
function findTargetId(work: unknown): string | undefined {
  const parsed = targetSchema.safeParse(work);
  return parsed.success ? parsed.data.target.commentId : undefined;
}

/** The same for a person: rows that name them go out of every list, and jobs about their notes go. */
export async function dropPersonFromJobs(
  services: Services,
  userId: string,
  /** What they have written: nobody is to answer that any more. */
  commentIds: ReadonlySet<string>,
): Promise<void> {
  const isNamed = (text: string | undefined) => text?.toLowerCase().includes(userId) === true;
  const isTarget = (work: unknown) => commentIds.has(findTargetId(work) ?? '');
  await removeJobs(services, (job) => {
    if (job.kind !== 'collect-notes') return false;
    const from = readJobInput('collect-notes', job.input)?.from;
    return from?.kind === 'author' && from.userId === userId;
  });
  await dropItems(services, 'act', {
    isMeant: ({ work }) => isNamed(JSON.stringify(work)) || isTarget(work),
    leavesMark: () => false,
    cut: (input) => cutTargets(input, (target) => !isNamed(JSON.stringify(target)) && !isTarget({ target })),
  });
  await dropItems(services, 'enrich-authors', {
    isMeant: ({ work }) => isNamed(JSON.stringify(work)),
    passesOver: [userId],
    leavesMark: () => false,
    cut: (input) => {
      const parsed = readJobInput('enrich-authors', input);
      return parsed && { ...parsed, rows: parsed.rows.filter((row) => !isNamed(JSON.stringify(row))) };
    },
  });
}

async function removeJobs(services: Services, isMeant: (job: Job) => boolean): Promise<void> {
  const jobs = await services.connection.read((database) => listJobs(database));
  for (const { jobId } of jobs.filter(isMeant)) {
    await services.jobs.remove(jobId);
    await services.emit('job.changed', { jobId });
  }
}

interface Dropping {
  /** Absent: all jobs of the kind. */
  readonly isMeantJob?: (job: Job) => boolean;
  /** What the job may still come upon behind a link or in a list, and is to pass over then. */
  readonly passesOver?: readonly string[];
  readonly isMeant: (item: JobItem) => boolean;
  /** Whether the item's id stays, as one that is passed over. */
  readonly leavesMark: (item: JobItem) => boolean;
  /**
   * The job's input without it; `undefined` where nothing is left or it cannot be read: then nobody knows what it names,
   * and the job goes.
   */
  readonly cut: (
    input: unknown,
    items: { readonly left: readonly JobItem[]; readonly hasLost: boolean },
  ) => unknown;
}

async function dropItems(services: Services, kind: Job['kind'], dropping: Dropping): Promise<void> {
  const changed = await services.connection.write(async (transaction) => {
    const { jobs, jobItems, jobLog } = createRepositories(transaction);
    const ids: string[] = [];
    for (const job of await jobs.list(JOB_STATES)) {
      if (job.kind !== kind || dropping.isMeantJob?.(job) === false) continue;
      const all = await jobItems.list(job.jobId, ITEM_STATES);
      const items = all.filter(dropping.isMeant);
      const left = all.filter((item) => !dropping.isMeant(item));
      const input = dropping.cut(job.input, { left, hasLost: items.length > 0 });
      if (input === undefined) {
        await jobs.remove(job.jobId);
        await jobItems.removeOfJob(job.jobId);
        await jobLog.removeOfJob(job.jobId);
        ids.push(job.jobId);
        continue;
      }
      let { progress } = job;
      for (const item of items) {
        const isMarked = dropping.leavesMark(item);
        if (isMarked) await jobItems.put(toMark(item));
        else await jobItems.remove(job.jobId, item.itemId);
        progress = countOut(progress, item, isMarked);
      }
      await removeLines(transaction, job.jobId, new Set(items.map(({ itemId }) => itemId)));
      const forgotten = mayFindMore(left) ? addForgotten(job, dropping.passesOver) : {};
      await jobs.put({ ...job, input, progress, ...forgotten });
      if (items.length > 0) ids.push(job.jobId);
    }
    return ids;
  });
  for (const jobId of changed) await services.emit('job.changed', { jobId });
  // Nothing may be left to do now: then the job ends.
  if (changed.length > 0) doAside(services, services.jobs.wake());
}

/** What is behind a link, or on the next page of a list, nobody knows before it is read; what failed may be tried again. */
const mayFindMore = (left: readonly JobItem[]): boolean =>
  left.some(({ state, work }) => state !== 'done' && state !== 'skipped' && FINDING.safeParse(work).success);

const FINDING = z.union([
  z.object({ type: z.enum(['link', 'list']) }),
  // A person by a link, of whom it is not known who they are.
  z.object({ type: z.literal('person'), text: z.string(), userId: z.optional(z.undefined()) }),
]);

function addForgotten({ forgotten = [] }: Job, noteIds: readonly string[] = []): Pick<Job, 'forgotten'> {
  return noteIds.length === 0 ? {} : { forgotten: [...new Set([...forgotten, ...noteIds])] };
}

const toMark = (item: JobItem): JobItem => ({
  ...withoutKey(withoutKey(withoutKey(withoutKey(item, 'label'), 'noteId'), 'error'), 'notBefore'),
  state: 'skipped',
  work: null,
});

function countOut(progress: Job['progress'], { state }: JobItem, isMarked: boolean): Job['progress'] {
  const wasOver = state !== 'open';
  const hadFailed = state === 'failed' || state === 'short';
  const done = isMarked ? (wasOver ? 0 : 1) : wasOver ? -1 : 0;
  return {
    ...progress,
    itemsKnown: progress.itemsKnown - (isMarked ? 0 : 1),
    itemsDone: progress.itemsDone + done,
    itemsFailed: progress.itemsFailed - (hadFailed ? 1 : 0),
  };
}

/** What the log says of them names notes and people. */
async function removeLines(
  transaction: WriteTransaction,
  jobId: string,
  itemIds: ReadonlySet<string>,
): Promise<void> {
  const store = transaction.objectStore('jobLog');
  for await (const cursor of store.iterate(toPrefixRange(jobId))) {
    const { itemId } = cursor.value;
    if (itemId !== undefined && itemIds.has(itemId)) await cursor.delete();
  }
}
