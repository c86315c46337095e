import { isOver, type Job } from '../../model/jobs/job';
import type { SeenJob } from './state/create-jobs-store';

/** What is shown of a note's jobs: those under way or stopped, and how the last one ended. */
export interface NoteJobs {
  /** Oldest first. */
  readonly open: readonly SeenJob[];
  /** The newest of those that are over, where nothing is under way. */
  readonly ended: SeenJob | undefined;
}

/** So long a good end of a job, or one that the user wanted, is told beside its note, ms; what is missing is told until it is put away. */
const FRESH_MS = 60 * 60_000;

/** Chooses from a note's jobs, newest first, what its panel shows now; `closed` are those put out of sight right here. */
export function findNoteJobs(jobs: readonly SeenJob[], closed: ReadonlySet<string>, now: number): NoteJobs {
  const open = jobs.filter(({ job }) => !isOver(job)).reverse();
  const last = jobs.find(({ job }) => isOver(job));
  const isShown =
    open.length === 0 && last !== undefined && isTold(last.job, now) && !closed.has(last.job.jobId);
  return { open, ended: isShown ? last : undefined };
}

function isTold({ kind, state, endedAt = 0, putAwayAt }: Job, now: number): boolean {
  if (putAwayAt !== undefined && putAwayAt >= endedAt) return false;
  // A page whose loading was ended offers to load as it did before.
  if (state === 'cancelled' && kind === 'load-comments') return false;
  return (state !== 'done' && state !== 'cancelled') || now - endedAt < FRESH_MS;
}
