/** Lists whose source says that more follow, and gives no way to them: nothing of them counts as whole, and all is named. */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { findCompleteness } from '../../../src/workers/library/notes/find-completeness';
import type { JobOrder } from '../../../src/jobs/engine/engine';
import type { CommentsRead, NotesRead } from '../../../src/model/providers/operation-output';
import { findCommentList } from '../../../src/storage/readers/find-comment-list';
import { createEngineUnderTest } from '../../support/jobs/engine-under-test';
import { CASE_SERIES, KIND_CASES } from '../../support/jobs/kind-cases';
import { readCoverage } from '../../support/jobs/read-coverage';
import { commentOf, noteOf } from '../../support/providers/fake-series';
import type { FakeAnswer } from '../../support/providers/fake-series';
import { createGatewayUnderTest, PRICED } from '../../support/providers/gateway-under-test';

const { before, order: refreshing, answer: answerGrown } = KIND_CASES['refresh-comments'];
const collecting: JobOrder = {
  kind: 'collect-comments',
  input: { noteId: 'n1' },
  noteId: 'n1',
  agreed: true,
};
const NO_THREADS = { noteId: 'n1', threads: {}, dropped: 0 };

beforeEach(() => fakeBrowser.reset());

function start(first: (url: URL, times: number) => FakeAnswer) {
  let answer = first;
  const gateway = createGatewayUnderTest(CASE_SERIES, (url, times) => answer(url, times), PRICED);
  const test = createEngineUnderTest(gateway.gateway, gateway.clock);
  const run = async (order: JobOrder) => {
    const { jobId } = await test.engine.start(order);
    await test.runOut();
    expect(test.aside).toEqual([]);
    return look(jobId);
  };
  const look = async (jobId: string) => {
    const database = await test.connection.open();
    const [job, items, log, list, stored] = await Promise.all([
      test.findJob(jobId),
      database.getAll('jobItems'),
      database.getAll('jobLog'),
      findCommentList(database, 'n1'),
      database.count('comments'),
    ]);
    const own = items.filter((item) => item.jobId === jobId);
    return {
      jobId,
      state: job?.state,
      items: Object.fromEntries(own.map(({ itemId, state }) => [itemId, state])),
      events: log.filter((line) => line.jobId === jobId).map(({ event }) => event),
      list,
      coverage: await readCoverage(test.connection, 'n1'),
      inLibrary: findCompleteness({ counts: {} }, list, stored),
    };
  };
  return {
    gateway,
    test,
    run,
    look,
    answerWith: (other: typeof answer) => {
      answer = other;
    },
  };
}

const give = (payload: Partial<CommentsRead> & Pick<CommentsRead, 'comments'>): FakeAnswer => ({
  payload: { ...NO_THREADS, ...payload },
});

describe('a list of comments that breaks off', () => {
  it.each(['no-cursor', 'repeated-cursor', 'empty-page'] as const)(
    'is short where nobody knows how many there are, and was not returned: %s',
    async (brokenOff) => {
      const { run } = start(() => give({ comments: [commentOf('a')], brokenOff }));
      expect(await run(collecting)).toMatchObject({
        ...{ state: 'partial', items: { n1: 'short' }, inLibrary: 'partial' },
        list: { hasMore: false, collected: { state: 'short', endedBy: brokenOff } },
        coverage: { state: 'short', reason: 'not-returned', rows: 1, shortThreads: [] },
      });
    },
  );

  it('says so in the log of its job', async () => {
    const { run } = start(() => give({ comments: [commentOf('a')], brokenOff: 'no-cursor' }));
    expect((await run(collecting)).events).toContain('broken-off');
  });

  it('is whole where as many came as its source says there are', async () => {
    const said = { comments: 1, topLevel: 1 };
    const { run } = start(() => give({ comments: [commentOf('a')], said, brokenOff: 'empty-page' }));
    expect(await run(collecting)).toMatchObject({
      ...{ state: 'done', items: { n1: 'done' }, inLibrary: 'complete' },
      list: { collected: { state: 'complete', endedBy: 'empty-page' } },
      coverage: { state: 'complete', shortThreads: [] },
    });
  });

  it('stays broken off when another part of it follows that has an end', async () => {
    const { run } = start((url) =>
      url.searchParams.has('cursor')
        ? give({ comments: [commentOf('f')] })
        : give({ comments: [commentOf('a')], brokenOff: 'no-cursor', nextCursor: 'f', nextArea: 'f' }),
    );
    expect(await run(collecting)).toMatchObject({
      list: { collected: { state: 'short', endedBy: 'no-cursor', topLevel: 2 } },
      coverage: { state: 'short', reason: 'not-returned', rows: 2 },
    });
  });

  it('begins anew when it is taken again, and is read to its end then', async () => {
    const { run, look, test, answerWith, gateway } = start(() =>
      give({ comments: [commentOf('a')], brokenOff: 'no-cursor' }),
    );
    const { jobId } = await run(collecting);
    answerWith((url) =>
      url.searchParams.has('cursor')
        ? give({ comments: [commentOf('b')] })
        : give({ comments: [commentOf('a')], nextCursor: '2' }),
    );
    gateway.clock.set(gateway.clock.now() + 60_000);
    await test.engine.retry(jobId);
    await test.runOut();
    expect(await look(jobId)).toMatchObject({
      state: 'done',
      list: { collected: { state: 'unknown', endedBy: 'end', topLevel: 2 } },
      coverage: { state: 'unknown', rows: 2 },
    });
  });
});

describe('a thread that breaks off', () => {
  /** One thread of which one reply comes along, and a second page gives another one. */
  const answerThread =
    (root: Partial<ReturnType<typeof commentOf>>, brokenOff?: 'no-cursor') =>
    (url: URL): FakeAnswer =>
      url.pathname.endsWith('/replies')
        ? give({
            rootCommentId: 'a',
            comments: [commentOf('a-2', 'a')],
            ...(brokenOff === undefined ? {} : { brokenOff }),
          })
        : give({
            comments: [{ ...commentOf('a'), ...root }, commentOf('a-1', 'a')],
            threads: { a: { hasMore: true } },
          });

  it('is named where nobody knows how many replies it has', async () => {
    const { run } = start(answerThread({}, 'no-cursor'));
    expect(await run(collecting)).toMatchObject({
      ...{ state: 'partial', items: { n1: 'done', 'n1/a': 'short' }, inLibrary: 'partial' },
      list: { collected: { state: 'short', endedBy: 'end', failedThreads: [] } },
      coverage: {
        ...{ state: 'short', reason: 'not-returned', rows: 3 },
        shortThreads: [{ rootCommentId: 'a', expected: undefined, got: 2, reason: 'not-returned' }],
      },
    });
  });

  it('is not named where its end was said, or all came that its root promises', async () => {
    const ended = start(answerThread({}));
    expect(await ended.run(collecting)).toMatchObject({ state: 'done', coverage: { shortThreads: [] } });
    const replyCount = { raw: '2', value: 2, approximate: false };
    const promised = start(answerThread({ replyCount }, 'no-cursor'));
    expect(await promised.run(collecting)).toMatchObject({ state: 'done', coverage: { shortThreads: [] } });
  });

  it('that failed is named, too, without a number', async () => {
    const { run } = start((url) =>
      url.pathname.endsWith('/replies')
        ? { fail: { kind: 'bad-request', billed: false } }
        : answerThread({})(url),
    );
    expect((await run(collecting)).coverage).toMatchObject({
      ...{ state: 'short', reason: 'failed' },
      shortThreads: [{ rootCommentId: 'a', expected: undefined, got: 1, reason: 'failed' }],
    });
  });
});

describe('a refresh whose list breaks off before what is known', () => {
  it('leaves the gap open, says that more was not returned, and the next one closes it', async () => {
    if (!before) throw new Error('no case');
    const { run, answerWith, gateway } = start(before.answer);
    await run(before.order);
    gateway.clock.set(gateway.clock.now() + 25 * 3_600_000);
    answerWith((url) => {
      const { payload, ...rest } = answerGrown(url);
      if (url.pathname !== '/comments') return { payload, ...rest };
      const { nextCursor, ...page } = payload as CommentsRead;
      return { payload: { ...page, ...(nextCursor === undefined ? {} : { brokenOff: 'no-cursor' }) } };
    });
    expect(await run(refreshing)).toMatchObject({
      ...{ state: 'partial', items: { n1: 'short' }, inLibrary: 'partial' },
      list: { hasGap: true, isBrokenOff: true },
      coverage: { state: 'short', reason: 'not-returned' },
    });

    gateway.clock.set(gateway.clock.now() + 25 * 3_600_000);
    answerWith(answerGrown);
    expect(await run(refreshing)).toMatchObject({
      ...{ state: 'done', coverage: { state: 'complete' } },
      list: { hasGap: false, isBrokenOff: false },
    });
  });
});

describe('a list of notes that breaks off', () => {
  const notes: JobOrder = {
    kind: 'collect-notes',
    input: { from: { kind: 'author', userId: 'u1' }, most: 100, details: false, comments: false },
    agreed: true,
  };
  const page = (more: Omit<NotesRead, 'notes'>, ...ids: string[]): FakeAnswer => ({
    payload: { notes: ids.map((id) => noteOf(id, { title: id })), ...more },
  });

  it('says so in its job, and begins anew when it is taken again', async () => {
    const { run, look, test, answerWith, gateway } = start(() =>
      page({ brokenOff: 'no-cursor' }, 'n1', 'n2'),
    );
    const first = await run(notes);
    expect(first).toMatchObject({ state: 'partial', items: { list: 'short' } });
    expect(first.events).toContain('broken-off');
    answerWith((url) =>
      url.searchParams.has('cursor') ? page({}, 'n3') : page({ nextCursor: '2' }, 'n1', 'n2'),
    );
    gateway.clock.set(gateway.clock.now() + 60_000);
    await test.engine.retry(first.jobId);
    await test.runOut();
    expect(await look(first.jobId)).toMatchObject({ state: 'done', items: { list: 'done' } });
    expect(await (await test.connection.open()).count('notes')).toBe(3);
  });

  it('says nothing of the kind where there are as many as were wanted', async () => {
    const { run } = start(() => page({ brokenOff: 'no-cursor' }, 'n1', 'n2'));
    const wanted = { ...notes, input: { ...notes.input, most: 2 } } as JobOrder;
    expect(await run(wanted)).toMatchObject({ state: 'done', items: { list: 'done' } });
  });
});
