import type { Job } from '../../model/jobs/job';
import { jobInputs } from '../../model/jobs/job-inputs';
import { pastedLinkSchema } from './listed-note';

/** Whether the note was forgotten since the job began, and the job comes upon it again. */
export const isForgotten = (
  { forgotten = [] }: Pick<Job, 'forgotten'>,
  { noteId }: { readonly noteId?: string | undefined },
): boolean => noteId !== undefined && forgotten.includes(noteId);

/** The job without the line that was pasted for a note, now that it is known which one it leads to. */
export function withoutPastedLine(job: Job, work: unknown): Job {
  const link = pastedLinkSchema.safeParse(work).data;
  const input =
    job.kind === 'collect-notes' ? jobInputs['collect-notes'].safeParse(job.input).data : undefined;
  if (!link || input?.from.kind !== 'listed') return job;
  const notes = input.from.notes.filter(({ text }) => text !== link.text);
  return { ...job, input: { ...input, from: { ...input.from, notes } } };
}
