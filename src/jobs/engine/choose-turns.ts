import type { Job } from '../../model/jobs/job';
import type { JobItem } from '../../model/jobs/job-item';
import type { PlaceKind } from '../job-kind';

/**
 * Steps under way at a time, of all jobs together, by what they are busy with; the pace of calls is held by who is asked.
 * What waits for a file or a page waits for long, so it has places of its own, and keeps nobody from asking. Gestures are
 * made one at a time, however many jobs want to: the pace is held by looking at what was done before.
 */
export const PLACES: Readonly<Record<PlaceKind, number>> = { calls: 8, files: 4, pages: 8, gestures: 1 };

/** A job that may go on, with its open items in their order and how many of its steps are under way. */
export interface Candidate {
  readonly job: Job;
  readonly items: readonly JobItem[];
  readonly underWay: number;
  readonly sideBySide: number;
  readonly places: PlaceKind;
}

/** A step, by what it takes of the places. */
export interface TakenPlace {
  readonly places: PlaceKind;
  readonly priority: Job['priority'];
}

export type ChosenTurn = Pick<Candidate, 'job' | 'places'> & { readonly item: JobItem };

/**
 * Whose turn it is, beside what has a place already: one step of what goes on in the background, so that no long work
 * keeps it waiting; else what users wait for before it, then whoever has the fewest steps under way, of gestures the job with
 * the fewest in all, then who came first.
 * No job takes more places than its kind allows.
 */
export function chooseTurns(candidates: readonly Candidate[], taken: readonly TakenPlace[]): ChosenTurn[] {
  return (['calls', 'files', 'pages', 'gestures'] as const).flatMap((kind) =>
    chooseAmong(
      candidates.filter(({ places }) => places === kind),
      PLACES[kind],
      taken.filter(({ places }) => places === kind),
    ),
  );
}

function chooseAmong(
  candidates: readonly Candidate[],
  places: number,
  taken: readonly TakenPlace[],
): ChosenTurn[] {
  const lines = candidates.map((candidate) => ({
    ...candidate,
    waiting: candidate.items.slice(0, Math.max(0, candidate.sideBySide - candidate.underWay)),
    begun: 0,
  }));
  const turns: ChosenTurn[] = [];
  let isBackgroundServed = taken.some(isBackground);
  while (taken.length + turns.length < places) {
    // The first of the background goes before all others, the next ones behind them.
    const rank = ({ job }: Candidate) => (isBackground(job) === isBackgroundServed ? 1 : 0);
    const [first] = lines
      .filter(({ waiting, begun }) => begun < waiting.length)
      .sort(
        (a, b) =>
          rank(a) - rank(b) ||
          a.underWay + a.begun - (b.underWay + b.begun) ||
          countGestures(a) - countGestures(b) ||
          a.job.createdAt - b.job.createdAt,
      );
    const item = first?.waiting[first.begun];
    if (!first || !item) break;
    first.begun += 1;
    isBackgroundServed ||= isBackground(first.job);
    turns.push({ job: first.job, item, places: first.places });
  }
  return turns;
}

/** What is done by one press does not wait for a queue, which may take days at the pace of gestures. */
const countGestures = ({ places, job }: Candidate): number =>
  places === 'gestures' ? job.progress.itemsKnown : 0;

const isBackground = ({ priority }: Pick<Job, 'priority'>): boolean => priority === 'background';
