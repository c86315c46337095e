import type { Job } from '../../model/jobs/job';
import type { JobItem } from '../../model/jobs/job-item';

/** A job that may go on, with its open items in their order and how many of its steps are under way. */
export interface Candidate {
  readonly job: Job;
  readonly items: readonly JobItem[];
  readonly underWay: number;
  readonly sideBySide: number;
}

/**
 * Whose turn it is, for so many free places: what users wait for before what goes on in the background, then whoever has
 * the fewest steps under way, then who came first. No job takes more places than its kind allows.
 */
export function chooseTurns(candidates: readonly Candidate[], places: number): { job: Job; item: JobItem }[] {
  const lines = candidates.map((candidate) => ({
    ...candidate,
    waiting: candidate.items.slice(0, Math.max(0, candidate.sideBySide - candidate.underWay)),
    taken: 0,
  }));
  const turns: { job: Job; item: JobItem }[] = [];
  while (turns.length < places) {
    const [first] = lines
      .filter(({ waiting, taken }) => taken < waiting.length)
      .sort(
        (a, b) =>
          toRank(a.job) - toRank(b.job) ||
          a.underWay + a.taken - (b.underWay + b.taken) ||
          a.job.createdAt - b.job.createdAt,
      );
    const item = first?.waiting[first.taken];
    if (!first || !item) break;
    first.taken += 1;
    turns.push({ job: first.job, item });
  }
  return turns;
}

const toRank = ({ priority }: Job): number => (priority === 'user' ? 0 : 1);
