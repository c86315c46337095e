import { describe, expect, it } from 'vitest';
import { chooseTurns } from '../../../../src/jobs/engine/choose-turns';
import type { Candidate, TakenPlace } from '../../../../src/jobs/engine/choose-turns';
import { NO_PROGRESS } from '../../../../src/model/jobs/job-progress';
import type { Job } from '../../../../src/model/jobs/job';

interface Given extends Partial<Omit<Candidate, 'job' | 'items'>> {
  readonly items?: number;
  readonly createdAt?: number;
  readonly priority?: Job['priority'];
}

/** A job that may go on, of eight steps side by side at the most unless said otherwise. */
function candidate(jobId: string, given: Given = {}): Candidate {
  const { items = 8, createdAt = 1, priority = 'user', ...rest } = given;
  return {
    job: {
      jobId,
      kind: 'collect-comments',
      input: {},
      state: 'running',
      progress: NO_PROGRESS,
      agreed: true,
      priority,
      createdAt,
      updatedAt: 1,
    },
    items: Array.from({ length: items }, (_, order) => {
      const itemId = `${jobId}${order}`;
      return { jobId, itemId, order, state: 'open', work: {}, attempt: 0, rows: 0 };
    }),
    underWay: 0,
    sideBySide: 8,
    places: 'calls',
    ...rest,
  };
}

const background = (jobId: string) => candidate(jobId, { items: 1, sideBySide: 1, priority: 'background' });
const taken = (count: number, place: Partial<TakenPlace> = {}): TakenPlace[] =>
  Array.from({ length: count }, () => ({ places: 'calls', priority: 'user', ...place }));
const choose = (candidates: readonly Candidate[], places: readonly TakenPlace[] = []) =>
  chooseTurns(candidates, places).map(({ item }) => item.itemId);

describe('whose turn it is', () => {
  it('is shared out evenly: whoever has the fewest under way, then who came first', () => {
    const jobs = [
      candidate('a', { createdAt: 2, underWay: 2 }),
      candidate('b'),
      candidate('c', { createdAt: 3 }),
    ];
    expect(choose(jobs, taken(2))).toEqual(['b0', 'c0', 'b1', 'c1', 'b2', 'a0']);
  });

  it('comes of gestures to what is done by one press before a queue, and to the first of equals', () => {
    const one = (jobId: string, createdAt: number, itemsKnown: number): Candidate => {
      const made = candidate(jobId, { createdAt, items: 1, sideBySide: 1, places: 'gestures' });
      return { ...made, job: { ...made.job, progress: { ...NO_PROGRESS, itemsKnown } } };
    };
    expect(choose([one('queue', 1, 30), one('late', 3, 1), one('early', 2, 1)])).toEqual(['early0']);
    expect(choose([one('queue', 1, 30), one('later', 2, 30)])).toEqual(['queue0']);
  });

  it('is nobody’s while all places are taken, and of no job more often than its kind allows', () => {
    expect(choose([candidate('a')], taken(8))).toEqual([]);
    expect(choose([candidate('a', { sideBySide: 3, underWay: 1 })], taken(1))).toEqual(['a0', 'a1']);
  });

  it('comes to one step of the background at a time, whatever else there is to do', () => {
    const jobs = [candidate('a'), background('w'), background('x')];
    expect(choose(jobs)).toEqual(['w0', 'a0', 'a1', 'a2', 'a3', 'a4', 'a5', 'a6']);
    expect(choose(jobs, taken(7))).toEqual(['w0']);
    const isServed = taken(1, { priority: 'background' });
    expect(choose(jobs, [...taken(6), ...isServed])).toEqual(['a0']);
  });

  it('comes to the background more often where nobody waits', () => {
    expect(choose([background('w'), background('x'), candidate('a', { items: 1 })])).toEqual([
      'w0',
      'a0',
      'x0',
    ]);
  });

  it('of those who wait for files or pages takes nobody’s place who asks, nor the other way round', () => {
    const files = ['f', 'g', 'h', 'i', 'j'].map((id) => candidate(id, { items: 1, places: 'files' }));
    const page = candidate('p', { items: 1, places: 'pages' });
    const all = choose([...files, page, candidate('a')]);
    expect(all).toEqual(['a0', 'a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7', 'f0', 'g0', 'h0', 'i0', 'p0']);
    expect(choose([candidate('a')], taken(4, { places: 'files' }))).toHaveLength(8);
    expect(choose([...files, candidate('a')], taken(8))).toEqual(['f0', 'g0', 'h0', 'i0']);
  });

  it('lets one job at a time act in a page, the one that came first', () => {
    const [first, second] = ['x', 'y'].map((id, at) =>
      candidate(id, { items: 1, createdAt: at, places: 'gestures' }),
    );
    if (!first || !second) throw new Error('there are two');
    expect(choose([second, first, candidate('a', { items: 1 })])).toEqual(['a0', 'x0']);
    expect(choose([second], taken(1, { places: 'gestures' }))).toEqual([]);
  });
});
