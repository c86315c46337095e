import type { Job } from '../../model/jobs/job';
import { jobInputs } from '../../model/jobs/job-inputs';
import { listedPersonWorkSchema } from '../people/listed-person';
import { pastedLinkSchema } from './listed-note';

/** Whether the note, or the person of a list, was forgotten since the job began, and the job comes upon it again. */
export function isForgotten(
  { forgotten = [] }: Pick<Job, 'forgotten'>,
  { noteId, work }: { readonly noteId?: string | undefined; readonly work?: unknown },
): boolean {
  if (forgotten.length === 0) return false;
  const userId = listedPersonWorkSchema.safeParse(work).data?.userId;
  return [noteId, userId].some((id) => id !== undefined && forgotten.includes(id));
}

/** The job without the line that was pasted for a note or a person, now that it is known which one it leads to. */
export function withoutPastedLine(job: Job, work: unknown): Job {
  const person = listedPersonWorkSchema.safeParse(work).data;
  if (person) return withoutRow(job, person.text);
  const link = pastedLinkSchema.safeParse(work).data;
  const input =
    job.kind === 'collect-notes' ? jobInputs['collect-notes'].safeParse(job.input).data : undefined;
  if (!link || input?.from.kind !== 'listed') return job;
  const notes = input.from.notes.filter(({ text }) => text !== link.text);
  return { ...job, input: { ...input, from: { ...input.from, notes } } };
}

function withoutRow(job: Job, pasted: string | undefined): Job {
  const input =
    job.kind === 'enrich-authors' ? jobInputs['enrich-authors'].safeParse(job.input).data : undefined;
  if (!input) return job;
  return { ...job, input: { ...input, rows: input.rows.filter(({ text }) => text !== pasted) } };
}
