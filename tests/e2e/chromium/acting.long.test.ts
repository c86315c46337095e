/**
 * Actions with the user's own session, each checked on the server: which account, which target, once. Ordered by a page of
 * the extension.
 */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { WorldNote } from '../../replica/world/types';
import { findDeepReply, openActingStand } from '../steps/acting-stand';
import type { ActingStand, StoredQueue } from '../steps/acting-stand';
import { findNote } from '../steps/find-note';
import { openCard } from '../steps/open-card';

let stand: ActingStand;

beforeAll(async () => {
  stand = await openActingStand();
});

beforeEach(() => stand.replica.clearRecords());

afterEach(() => {
  const { decoyHits, requests } = stand.replica;
  expect(decoyHits).toEqual([]);
  // What reaches the site's API was sent, and signed, by the page itself.
  const others = requests.filter(
    ({ kind, method, signedByPage }) => kind === 'api' && method !== 'OPTIONS' && !signedByPage,
  );
  expect(others).toEqual([]);
});

afterAll(() => stand?.close());

/** Everything that can be done to a note and its comments, once, and what the server has to have heard of it. */
async function doEverything(note: WorldNote, of: object): Promise<void> {
  const { act, deeds, deedOf, viewerId } = stand;
  const [target] = note.comments;
  const deep = findReply(note);
  const first = await act(
    [
      { action: 'like' },
      { action: 'like' },
      { action: 'unlike' },
      { action: 'favorite' },
      { action: 'unfavorite' },
      { action: 'like-comment', commentId: target?.id },
      { action: 'like-comment', commentId: target?.id },
      { action: 'unlike-comment', commentId: target?.id },
      { action: 'comment', content: '好喝[赞R] 👍' },
      { action: 'reply', ...deep, content: '有的' },
    ].map((one) => ({ ...one, ...of })),
  );
  const done = { is: 'done', proof: 'answer' };
  const [comment, reply] = stand.replica.deeds.slice(-2).map(({ madeId }) => madeId);
  expect(first.outcomes).toEqual([
    ...[done, { is: 'already' }, done, done, done, done, { is: 'already' }, done],
    { ...done, commentId: comment },
    { ...done, commentId: reply },
  ]);
  const second = await act(
    [
      { action: 'delete-own-comment', commentId: comment },
      { action: 'delete-own-comment', commentId: target?.id },
    ].map((one) => ({ ...one, ...of })),
  );
  expect(target?.author.userId).not.toBe(viewerId);
  expect(second.outcomes).toEqual([done, { is: 'refused', code: 'not-own-comment' }]);
  const on = { noteId: note.noteId };
  const onTarget = { ...on, commentId: target?.id };
  expect(deeds()).toEqual([
    deedOf('like', on),
    deedOf('unlike', on),
    deedOf('collect', on),
    deedOf('uncollect', on),
    deedOf('like-comment', onTarget),
    deedOf('unlike-comment', onTarget),
    deedOf('post', { ...on, content: '好喝[赞R] 👍' }),
    deedOf('post', { ...on, commentId: deep.commentId, content: '有的' }),
    deedOf('delete', { ...on, commentId: comment }),
  ]);
}

function findReply(note: WorldNote): { commentId: string; rootCommentId?: string } {
  const hasReplies = note.comments.some(({ replies }) => replies.length > 3);
  if (!hasReplies) return { commentId: note.comments.at(-1)?.id ?? '' };
  const { id, rootId } = findDeepReply(note);
  return { commentId: id, rootCommentId: rootId };
}

describe('everything that can be done', () => {
  test('on a note that is open by itself', { timeout: 240_000 }, async () => {
    await doEverything(stand.note, {});
    await stand.awaitOneWindow();
  });

  test('on a note over the feed', { timeout: 240_000 }, async () => {
    const { page, replica } = stand;
    await page.bringToFront();
    await page.goto('https://www.xiaohongshu.com/explore');
    await page.locator('.laid-out section.note-item').first().waitFor();
    const noteId = await openCard(page, await findCardWithComments(page));
    await page.locator('.note-detail-mask .comment-item').first().waitFor();
    await doEverything(findNote(replica, noteId), { noteId });
    expect(await page.locator('.note-detail-mask').count()).toBe(1);
    await stand.awaitOneWindow();
  });

  test('on a note that is not open, in a window of its own', { timeout: 240_000 }, async () => {
    const note = findNote(stand.replica, 'video');
    await doEverything(note, { noteId: note.noteId, xsecToken: stand.replica.issueToken(note.noteId) });
    await stand.awaitOneWindow();
  });
});

/** A card of the feed whose note has comments of others. */
async function findCardWithComments(page: Page): Promise<number> {
  const hrefs = await page.evaluate(() =>
    [...document.querySelectorAll('.laid-out section.note-item')].map((card) => [
      card.getAttribute('data-index'),
      card.querySelector('a')?.getAttribute('href'),
    ]),
  );
  for (const [index, href] of hrefs) {
    const note = stand.replica.world.findNote(/[0-9a-f]{24}$/.exec(href ?? '')?.[0] ?? '');
    const [first] = note?.comments ?? [];
    if (note && !note.commentsClosed && first && first.author.userId !== stand.viewerId) return Number(index);
  }
  throw new Error('No card of the feed leads to a note with comments.');
}

describe('a reply', () => {
  test('finds its target far down in a folded thread, by its id', { timeout: 240_000 }, async () => {
    const note = findNote(stand.replica, 'popular');
    const root = note.comments.find(({ replies }, index) => index >= 99 && replies.length > 10);
    const target = root?.replies.at(-1);
    const queue = await stand.act([
      {
        ...{ action: 'reply', noteId: note.noteId, xsecToken: stand.replica.issueToken(note.noteId) },
        ...{ commentId: target?.id, rootCommentId: root?.id, content: '在这里' },
      },
    ]);
    expect(queue).toMatchObject({ state: 'done', outcomes: [{ is: 'done', proof: 'answer' }] });
    expect(stand.deeds()).toEqual([
      stand.deedOf('post', { noteId: note.noteId, commentId: target?.id, content: '在这里' }),
    ]);
    // Ten comments a page: the target's thread is at least on the tenth.
    const pages = stand.replica.requests.filter(
      ({ path, query, method }) =>
        method === 'GET' && path.endsWith('/v2/comment/page') && query.includes(note.noteId),
    );
    expect(pages.length).toBeGreaterThanOrEqual(10);
    await stand.awaitOneWindow();
  });

  test('rehearsed is not sent, and leaves the box empty', async () => {
    await stand.openNote();
    const [target] = stand.note.comments;
    const queue = await stand.act(
      [{ action: 'reply', commentId: target?.id, content: '试一试' }],
      'rehearse',
    );
    expect(queue).toMatchObject({ state: 'done', outcomes: [{ is: 'rehearsed' }] });
    expect(stand.deeds()).toEqual([]);
    expect(await stand.page.locator('#content-textarea').textContent()).toBe('');
  });
});

describe('when the site does not go along', () => {
  beforeEach(() => stand.openNote());

  test('the action is forbidden', async () => {
    stand.replica.faults.deeds.code = -10000;
    const queue = await stand.act([{ action: 'comment', content: '不行' }]);
    stand.replica.faults.deeds.code = undefined;
    expect(queue).toMatchObject({
      state: 'failed',
      outcomes: [{ is: 'refused', code: 'action-forbidden', siteCode: -10000 }],
    });
  });

  test('comments are closed under a note', async () => {
    const { noteId } = findNote(stand.replica, 'closed');
    const of = { noteId, xsecToken: stand.replica.issueToken(noteId) };
    const queue = await stand.act([{ ...of, action: 'comment', content: '不收' }]);
    expect(queue).toMatchObject({
      state: 'failed',
      outcomes: [{ is: 'refused', code: 'comments-closed', siteCode: 10001 }],
    });
    await stand.awaitOneWindow();
  });

  test.each([
    ['removed', 'note-removed'],
    ['under-review', 'note-under-review'],
  ])('a note is not there: %s', async (key, code) => {
    const { noteId } = findNote(stand.replica, key);
    const of = { noteId, xsecToken: stand.replica.issueToken(noteId) };
    const queue = await stand.act([{ ...of, action: 'like' }]);
    expect(queue).toMatchObject({ state: 'failed', outcomes: [{ is: 'refused', code }] });
    expect(stand.deeds()).toEqual([]);
    await stand.awaitOneWindow();
  });

  test('the network is slow', async () => {
    const { faults } = stand.replica;
    Object.assign(faults, { latencyMs: 1_500 });
    faults.deeds.latencyMs = 2_000;
    const queue = await stand.act([{ action: 'like' }, { action: 'comment', content: '慢慢来' }]);
    Object.assign(faults, { latencyMs: 0 });
    faults.deeds.latencyMs = 0;
    expect(queue.outcomes).toMatchObject([
      { is: 'done', proof: 'answer' },
      { is: 'done', proof: 'answer' },
    ]);
    expect(stand.deeds()).toEqual([stand.deedOf('like'), stand.deedOf('post', { content: '慢慢来' })]);
    await stand.act([{ action: 'unlike' }]);
  });

  test.each([
    ['comment', {}],
    ['reply', { isReply: true }],
    ['like', {}],
  ] as const)(
    'the answer to a %s is lost: uncertain, and found by looking again',
    async (action, { isReply }: { isReply?: true }) => {
      const { faults, deeds } = stand.replica;
      const target = stand.note.comments[1];
      const content = action === 'like' ? {} : { content: `丢了回执 ${action}` };
      faults.deeds.isLost = true;
      const sent = await stand.act([{ action, ...content, ...(isReply ? { commentId: target?.id } : {}) }]);
      faults.deeds.isLost = false;
      expect(sent).toMatchObject({ state: 'failed', outcomes: [{ is: 'uncertain' }] });
      expect(sent.items[0]?.error?.code).toBe('not-confirmed');
      // The page in front was drawn before: the look opens the note anew.
      const found = await lookAgain(sent);
      expect(found).toMatchObject({ state: 'done', outcomes: [{ is: 'done', proof: 'page' }] });
      expect(deeds).toHaveLength(1);
      expect(found.outcomes[0]?.commentId).toBe(action === 'like' ? undefined : deeds[0]?.madeId);
      await stand.awaitOneWindow();
      if (action !== 'like') return;
      await stand.openNote();
      await stand.act([{ action: 'unlike' }]);
    },
  );

  test('what never got through is not done, says the second look, and is sent when the user says so', async () => {
    const { faults } = stand.replica;
    faults.deeds.status = 502;
    const content = '没有送到';
    const sent = await stand.act([{ action: 'comment', content }]);
    faults.deeds.status = undefined;
    expect(sent).toMatchObject({ outcomes: [{ is: 'uncertain' }] });
    const looked = await lookAgain(sent);
    expect(looked).toMatchObject({ state: 'failed', outcomes: [{ is: 'refused', code: 'not-done' }] });
    expect(stand.deeds()).toEqual([]);
    expect(await lookAgain(sent)).toMatchObject({ state: 'done' });
    expect(stand.deeds()).toEqual([stand.deedOf('post', { content })]);
  });
});

async function lookAgain({ jobId }: StoredQueue): Promise<StoredQueue> {
  await stand.demand('job.retry', { jobId });
  return stand.ended(jobId);
}

test('a guest is told to log in, and nothing is sent', async () => {
  await stand.chromium.signIn('guest');
  await stand.openNote();
  const queue = await stand.act([{ action: 'like' }]);
  expect(queue).toMatchObject({ state: 'paused', outcomes: [{ is: 'refused', code: 'login-wanted' }] });
  await expect(stand.demand('feed.like', { noteId: stand.note.noteId })).rejects.toThrow('login-wanted');
  expect(stand.deeds()).toEqual([]);
});
