import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { JobInput } from '../../../src/model/jobs/job-inputs';
import type { Observation } from '../../../src/model/values/observation';
import { createRepositories } from '../../../src/storage/repositories/create-repositories';
import { collect, countDoor, createTest, listed } from '../../support/jobs/collecting-notes';
import { createEngineUnderTest } from '../../support/jobs/engine-under-test';
import { noteOf } from '../../support/providers/fake-series';
import type { FakeAnswer } from '../../support/providers/fake-series';
import { answerNoteList, answerTwoComments, fullNote, noteIdOf } from '../../support/providers/note-world';

const searched = (most: number, changes: Partial<JobInput<'collect-notes'>> = {}) => ({
  from: { kind: 'search' as const, input: { keyword: 'tea' } },
  most,
  details: true,
  comments: false,
  ...changes,
});
describe('collecting notes of a search', () => {
  it('reads no more pages and keeps no more notes than are wanted', async () => {
    const gateway = createTest({});
    const { job, notes, items } = await collect(gateway, searched(30));
    expect(notes.map(({ noteId }) => noteId)).toEqual(
      Array.from({ length: 30 }, (_, index) => noteIdOf(index + 1)),
    );
    expect(notes.every(({ text }) => text === 'text')).toBe(true);
    expect(countDoor(gateway, 'search')).toBe(2);
    expect(countDoor(gateway, 'detail')).toBe(30);
    expect(job).toMatchObject({ state: 'done', progress: { rows: 30, billedCalls: 32, itemsKnown: 31 } });
    expect(items.find(({ noteId }) => noteId === noteIdOf(7))).toMatchObject({
      label: `title ${noteIdOf(7)}`,
      state: 'done',
    });
  });

  it.each([
    ['author-notes', { kind: 'author', userId: 'u1' }, { userId: 'u1' }],
    [
      'topic-notes',
      { kind: 'topic', input: { topicId: 't1', sort: 'newest' } },
      { topicId: 't1', sort: 'newest' },
    ],
  ] as const)('asks for %s of whom it is wanted, page after page', async (door, from, asked) => {
    const urls: URL[] = [];
    const gateway = createTest({ [door]: (url) => (urls.push(url), answerNoteList(45, 20, url)) });
    const { job, notes } = await collect(gateway, { ...searched(100), from });
    expect(notes).toHaveLength(45);
    expect(countDoor(gateway, 'detail')).toBe(45);
    expect(job).toMatchObject({ state: 'done', progress: { billedCalls: 48 } });
    expect(urls.map(({ searchParams }) => Object.fromEntries(searchParams))).toMatchObject(
      [{}, { cursor: '20' }, { cursor: '40' }].map((at) => ({ ...asked, ...at })),
    );
  });

  it('ends where the list does, and where it goes in a circle or gives nothing new', async () => {
    const whole = createTest({});
    expect((await collect(whole, searched(500, { details: false }))).notes).toHaveLength(45);
    expect(whole.line.asked).toHaveLength(3);
    const page = (nextCursor: string, number: number): FakeAnswer => ({
      payload: { notes: [noteOf(noteIdOf(number))], nextCursor },
    });
    const circle = createTest({ search: (_url, times) => page('a', times) });
    expect((await collect(circle, searched(500, { details: false }))).notes).toHaveLength(2);
    const stale = createTest({ search: (_url, times) => page(`cursor ${times}`, 1) });
    expect((await collect(stale, searched(500, { details: false }))).notes).toHaveLength(1);
    expect(stale.line.asked).toHaveLength(2);
  });

  it('begins anew with the next one when who was read fails in the middle, and counts each note once', async () => {
    const gateway = createTest({
      search: (url) =>
        url.pathname.startsWith('/tikhub') && url.searchParams.get('cursor') === '20'
          ? { fail: { kind: 'bad-request', billed: false } }
          : answerNoteList(45, url.pathname.startsWith('/just') ? 10 : 20, url),
    });
    const { job, notes } = await collect(gateway, searched(500, { details: false }));
    expect(notes).toHaveLength(45);
    expect(job).toMatchObject({ state: 'done', progress: { rows: 45, duplicates: 20, restarts: 1 } });
  });
});

describe('collecting notes that were pasted', () => {
  it('follows short links alone, and asks once for a note that is named twice', async () => {
    const [first, second] = [noteIdOf(1), noteIdOf(2)];
    const gateway = createTest({ link: () => ({ payload: { noteId: second, xsecToken: 'T' } }) });
    const { job, notes, items } = await collect(
      gateway,
      listed([
        { noteId: first },
        { text: `看看 https://www.xiaohongshu.com/explore/${first}?xsec_token=ABC 复制` },
        { text: 'http://xhslink.com/a/short' },
        { text: 'nothing of the site' },
        { text: 'https://www.xiaohongshu.com/user/profile/5ff0e6410000000001008400' },
      ]),
    );
    expect(notes.map(({ noteId }) => noteId)).toEqual([first, second]);
    expect(countDoor(gateway, 'link')).toBe(1);
    expect(countDoor(gateway, 'detail')).toBe(2);
    expect(
      new URL(gateway.line.urls.find((url) => url.includes(second)) ?? '').searchParams.get('xsecToken'),
    ).toBe('T');
    expect(items.map(({ itemId, state, error }) => [itemId, state, error?.code]).sort()).toEqual([
      [`${first}/note`, 'done', undefined],
      [`${second}/note`, 'done', undefined],
      ['link/3', 'failed', 'link-not-recognised'],
      ['link/4', 'failed', 'nothing-found'],
    ]);
    expect(job).toMatchObject({
      state: 'partial',
      progress: { itemsKnown: 4, itemsDone: 4, itemsFailed: 2, rows: 2 },
    });
  });

  it('names the note that is gone, and collects the others with all their comments', async () => {
    const gone = noteIdOf(2);
    const gateway = createTest({
      detail: (url) =>
        url.searchParams.get('noteId') === gone
          ? { fail: { kind: 'not-found', billed: false } }
          : { payload: { note: fullNote(url.searchParams.get('noteId') ?? '') } },
    });
    const notes = [1, 2, 3].map((number) => ({ noteId: noteIdOf(number) }));
    const { job, comments, lists, items } = await collect(gateway, listed(notes, { comments: true }));
    expect(comments).toHaveLength(4);
    expect(items.filter(({ state }) => state === 'failed')).toMatchObject([
      { noteId: gone, error: { code: 'providers-failed', details: { isFinal: true, kind: 'not-found' } } },
    ]);
    expect(lists.map(({ noteId, collected }) => [noteId, collected?.state, collected?.billedCalls])).toEqual([
      [noteIdOf(1), 'complete', 1],
      [noteIdOf(3), 'complete', 1],
    ]);
    expect(job).toMatchObject({ state: 'partial', progress: { itemsKnown: 5, itemsFailed: 1 } });
  });

  it('asks through the door of the note’s kind, with the token that is known', async () => {
    const gateway = createTest({});
    const test = createEngineUnderTest(gateway.gateway, gateway.clock);
    const noteId = noteIdOf(9);
    const seen: Observation = { source: 'page', via: 'url', at: gateway.clock.now() };
    const token = { xsecToken: 'KNOWN', xsecSource: 'pc_feed' };
    await test.connection.write((transaction) =>
      createRepositories(transaction).notes.merge(
        { noteId, fields: { type: 'video' }, counts: {}, token },
        seen,
      ),
    );
    await collect(gateway, listed([{ noteId }]), test);
    const asked = new URL(gateway.line.urls[0] ?? '').searchParams;
    expect([asked.get('type'), asked.get('xsecToken')]).toEqual(['video', 'KNOWN']);
  });

  it('asks a second source for what is missing only where the settings say so, and once', async () => {
    const sparse = {
      detail: (url: URL) => ({
        payload: { note: noteOf(url.searchParams.get('noteId') ?? '', { title: 'short' }) },
      }),
    };
    const once = createTest(sparse, { fillFromNext: false });
    await collect(once, listed([{ noteId: noteIdOf(1) }]));
    expect(once.line.asked).toEqual(['/tikhub-app-v2/detail']);
    const twice = createTest(sparse, { fillFromNext: true });
    const { job } = await collect(twice, listed([{ noteId: noteIdOf(1) }]));
    expect(twice.line.asked).toEqual(['/tikhub-app-v2/detail', '/justoneapi/detail']);
    expect(job).toMatchObject({ state: 'done', progress: { rows: 1, billedCalls: 2, itemsKnown: 1 } });
    const alone = createTest(
      {
        detail: (url) =>
          url.pathname.startsWith('/just')
            ? { fail: { kind: 'balance', billed: false } }
            : sparse.detail(url),
      },
      { fillFromNext: true },
    );
    expect((await collect(alone, listed([{ noteId: noteIdOf(1) }]))).job?.state).toBe('done');
  });

  it('asks for nothing again that was answered not long ago', async () => {
    const gateway = createTest({});
    const input = searched(20, { comments: true });
    await collect(gateway, input);
    const asked = gateway.line.asked.length;
    const again = await collect(gateway, input);
    expect(gateway.line.asked).toHaveLength(asked);
    expect(again.job).toMatchObject({ state: 'done', progress: { billedCalls: 0, rows: 20 + 40 } });
  });
});

describe('only what is new of notes', () => {
  it('asks for each as it is now, reads comments until known rows, and leaves what a collection came to', async () => {
    const sorts: (string | null)[] = [];
    const gateway = createTest({
      comments: (url) => {
        sorts.push(url.searchParams.get('sort'));
        return answerTwoComments(url);
      },
    });
    const whole = listed([{ noteId: noteIdOf(1) }, { noteId: noteIdOf(2) }], { comments: true });
    const first = await collect(gateway, whole);
    expect(first.lists.map(({ collected }) => collected?.jobId)).toEqual([
      first.job?.jobId,
      first.job?.jobId,
    ]);
    gateway.clock.set(gateway.clock.now() + 60_000);
    const again = await collect(gateway, { ...whole, onlyNew: true }, first.test);
    expect(again.job).toMatchObject({ state: 'done', progress: { itemsFailed: 0 } });
    expect(countDoor(gateway, 'detail')).toBe(4);
    expect(sorts).toEqual([null, null, 'latest', 'latest']);
    expect(again.lists.map(({ collected }) => collected)).toEqual(
      first.lists.map(({ collected }) => collected),
    );
    expect(again.comments).toHaveLength(first.comments.length);
  });
});
