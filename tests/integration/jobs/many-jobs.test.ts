/** Several jobs at once: fair turns among those that users wait for, and one place for what works in the background. */
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { Job } from '../../../src/model/jobs/job';
import { createEngineUnderTest } from '../../support/jobs/engine-under-test';
import { answerComments, commentSeries, countNeededCalls } from '../../support/providers/comment-world';
import type { CommentWorld } from '../../support/providers/comment-world';
import type { FakeAnswer } from '../../support/providers/fake-series';
import { createGatewayUnderTest, PRICED } from '../../support/providers/gateway-under-test';

/** Every thread goes on for several pages, so that each job could fill all places alone. */
const WORLD: CommentWorld = { replies: Array.from({ length: 12 }, () => 9), page: 3, embedded: 1 };
const ROWS = WORLD.replies.reduce((sum, count) => sum + 1 + count, 0);
const CALLS = countNeededCalls(WORLD);
/** Steps under way at a time, of all jobs together; see the engine. */
const PLACES = 8;
const NOTES = ['a', 'b', 'c', 'd', 'e'] as const;

/** The same comments under every note, each under ids of its own. */
function answerNote(url: URL): FakeAnswer {
  const noteId = url.searchParams.get('noteId') ?? '';
  const asked = new URL(url);
  asked.searchParams.set('rootCommentId', url.searchParams.get('rootCommentId')?.slice(noteId.length) ?? '');
  const text = JSON.stringify(answerComments(WORLD, asked));
  const own = text.replaceAll('"n1"', `"${noteId}"`).replaceAll(/"c(\d)/g, `"${noteId}c$1`);
  return JSON.parse(own) as FakeAnswer;
}

function createTest() {
  const gateway = createGatewayUnderTest([commentSeries('tikhub-app-v2')], answerNote, PRICED);
  const test = createEngineUnderTest(gateway.gateway, gateway.clock);
  const start = (noteId: string, priority?: Job['priority']) =>
    test.engine.start({
      kind: 'collect-comments',
      input: { noteId },
      noteId,
      agreed: true,
      ...(priority ? { priority } : {}),
    });
  const askedNotes = () => gateway.line.urls.map((url) => new URL(url).searchParams.get('noteId') ?? '');
  const runToEnd = async (jobs: readonly Job[]) => {
    await test.runOut();
    for (const { jobId } of jobs) {
      expect(await test.findJob(jobId)).toMatchObject({ state: 'done', progress: { rows: ROWS } });
    }
    expect(test.aside).toEqual([]);
    expect(askedNotes()).toHaveLength(CALLS * jobs.length);
  };
  return { ...test, start, askedNotes, runToEnd };
}

/** How many of these calls were each note's. */
const countBy = (notes: readonly string[]) => NOTES.map((note) => notes.filter((one) => one === note).length);

describe('five jobs at once', () => {
  it('take turns: until the first of them is over, none is far ahead of another', async () => {
    const test = createTest();
    const jobs = [];
    for (const noteId of NOTES) jobs.push(await test.start(noteId));
    await test.runToEnd(jobs);
    const asked = test.askedNotes();
    const firstEnd = Math.min(...NOTES.map((note) => asked.lastIndexOf(note)));
    for (let calls = 20; calls <= firstEnd; calls += 1) {
      const counts = countBy(asked.slice(0, calls));
      // Whoever came first had all places alone for a moment.
      const ahead = Math.max(...counts) - Math.min(...counts);
      expect(ahead, `after ${calls} calls: ${counts.join()}`).toBeLessThan(2 * PLACES);
    }
    // Whoever came last did not wait for the others.
    expect(firstEnd).toBeGreaterThan(CALLS * 4);
  });

  it('leave one place to what works in the background: it is not kept waiting, nor do they wait for it', async () => {
    const test = createTest();
    const jobs = [];
    for (const noteId of NOTES.slice(0, 4)) jobs.push(await test.start(noteId));
    await expect
      .poll(() => test.askedNotes().length, { interval: 1, timeout: 10_000 })
      .toBeGreaterThan(PLACES);
    const before = test.askedNotes().length;
    jobs.push(await test.start('e', 'background'));
    await test.runToEnd(jobs);
    const asked = test.askedNotes();
    // It has its first turn as soon as what was under way is over, although the others could fill all places.
    const first = asked.indexOf('e');
    expect(first - before).toBeLessThan(2 * PLACES);
    // As long as the others have enough to do, about one turn in so many as there are places is its own.
    const turns = 6 * PLACES;
    const own = asked.slice(first, first + turns).filter((note) => note === 'e').length;
    expect(own).toBeGreaterThan(turns / PLACES / 2);
    expect(own).toBeLessThan((turns / PLACES) * 2);
  });

  it('one that fails, pauses or is removed holds none of the others up', async () => {
    const test = createTest();
    const jobs = [];
    for (const noteId of NOTES) jobs.push(await test.start(noteId));
    const [first, second, third, ...others] = jobs;
    if (!first || !second || !third) throw new Error('no jobs');
    await expect.poll(() => test.askedNotes().length, { interval: 1 }).toBeGreaterThan(20);
    await test.engine.pause(first.jobId);
    await test.engine.cancel(second.jobId);
    await test.engine.remove(third.jobId);
    await test.runOut();
    for (const { jobId } of others)
      expect(await test.findJob(jobId)).toMatchObject({ state: 'done', progress: { rows: ROWS } });
    expect(await test.findJob(first.jobId)).toMatchObject({ state: 'paused' });
    expect(await test.findJob(second.jobId)).toMatchObject({ state: 'cancelled' });
    expect(await test.findJob(third.jobId)).toBeUndefined();
    await test.engine.resume(first.jobId);
    await test.runOut();
    expect(await test.findJob(first.jobId)).toMatchObject({ state: 'done', progress: { rows: ROWS } });
  });
});
