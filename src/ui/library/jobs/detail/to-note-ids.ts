import type { Job } from '../../../../model/jobs/job';
import type { JobItem } from '../../../../model/jobs/job-item';

/** The notes a job is about: its own, else those of its items, each once. */
export function toNoteIds({ noteId }: Pick<Job, 'noteId'>, items: readonly JobItem[]): readonly string[] {
  if (noteId !== undefined) return [noteId];
  return [...new Set(items.flatMap((item) => item.noteId ?? []))];
}
