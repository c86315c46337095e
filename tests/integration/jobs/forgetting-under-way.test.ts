/** What is forgotten while a job reads: the page under way does not bring it back. */
import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import type { Job } from '../../../src/model/jobs/job';
import { startBackgroundUnderTest } from '../../support/background/background-under-test';
import type { BackgroundUnderTest } from '../../support/background/background-under-test';
import { answerComments, commentSeries } from '../../support/providers/comment-world';
import type { FakeAnswer } from '../../support/providers/fake-series';
import { waitFor } from '../../support/wait-for';

const WORLD = { replies: Array.from({ length: 30 }, () => 0), page: 10, embedded: 0 };
const ANNA = 'a'.repeat(24);
/** The comments of the second page are hers. */
const HELD_PAGE = '10';

let background: BackgroundUnderTest;
let letAnswer: () => void;
const asked: string[] = [];

beforeEach(async () => {
  fakeBrowser.reset();
  asked.length = 0;
  const held = new Promise<void>((resolve) => (letAnswer = resolve));
  background = await startBackgroundUnderTest({
    providers: {
      series: [commentSeries('tikhub-app-v2')],
      answer: async (url) => {
        const cursor = url.searchParams.get('cursor') ?? '0';
        asked.push(cursor);
        if (cursor === HELD_PAGE) await held;
        return withAuthors(answerComments(WORLD, url), cursor === HELD_PAGE ? ANNA : 'b'.repeat(24));
      },
    },
  });
  await background.call('credential.save', { family: 'tikhub', key: 'tikhub-SECRET-9876', region: 'world' });
});

function withAuthors(answer: FakeAnswer, userId: string): FakeAnswer {
  const page = answer.payload as { comments: object[] };
  const author = { id: { kind: 'site', value: userId }, nickname: userId };
  return { payload: { ...page, comments: page.comments.map((comment) => ({ ...comment, author })) } };
}

const startJob = () =>
  background.call('job.start', {
    kind: 'collect-comments',
    input: { noteId: 'n1' },
    agreed: true,
  });
async function takeTurns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

const isAsked = (cursor: string) => waitFor(() => asked.includes(cursor), { what: `page ${cursor}` });
const isOver = () =>
  waitFor(
    async () => {
      const [job] = ((await background.readAll())['jobs'] ?? []) as Job[];
      return job === undefined || job.state === 'done' || job.state === 'partial';
    },
    { what: 'the job to end' },
  );

it('a person does not come back with it, and it is not asked for again', async () => {
  await startJob();
  await isAsked(HELD_PAGE);
  const forgetting = background.call('person.forget', { authorKey: `site:${ANNA}` });
  // Forgetting that waited for nothing would be over by then.
  await Promise.race([forgetting, takeTurns(1_000)]);
  letAnswer();
  expect(await forgetting).toMatchObject({ ok: true, value: { comments: 10 } });
  await isOver();

  const stored = await background.readAll();
  expect(stored['comments']).toHaveLength(20);
  expect(JSON.stringify([stored['comments'], stored['authors'], stored['responses']])).not.toContain(ANNA);
  expect(asked.filter((cursor) => cursor === HELD_PAGE)).toHaveLength(1);
});

it('a note does not come back with it, and its job ends', async () => {
  await startJob();
  await isAsked(HELD_PAGE);
  expect(await background.call('note.forget', { noteId: 'n1' })).toMatchObject({ ok: true });
  letAnswer();
  await background.services.jobs.wake();

  const stored = await background.readAll();
  for (const store of ['comments', 'notes', 'jobs', 'jobItems', 'responses'])
    expect([store, stored[store] ?? []]).toEqual([store, []]);
});
