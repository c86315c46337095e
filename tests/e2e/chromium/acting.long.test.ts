/**
 * Actions with the user's own session, each checked on the server: which account, which target, once. Ordered by a page of
 * the extension; a page of the site that tries is refused (`guards`).
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { DeedName } from '../../replica/types';
import type { WorldComment, WorldNote } from '../../replica/world/types';
import { waitFor } from '../../support/wait-for';
import { agreeToAll } from '../steps/agree-to-all';
import { demandOfBackground } from '../steps/ask-background';
import { findNote } from '../steps/find-note';
import { launchWithReplica } from '../steps/launch-with-replica';
import type { Stage } from '../steps/launch-with-replica';

interface StoredItem {
  readonly jobId: string;
  readonly itemId: string;
  readonly state: string;
  readonly error?: { readonly code: string };
}

interface StoredAttempt {
  readonly jobId: string;
  readonly at: number;
  readonly outcome?: {
    readonly is: string;
    readonly code?: string;
    readonly proof?: string;
    readonly commentId?: string;
  };
}

const PACE = {
  ...{ minGapMs: 1_000, jitterMs: 0, quietHours: null, rehearse: false, sendsQueues: false },
  dailyCaps: Object.fromEntries(
    [
      'like',
      'unlike',
      'favorite',
      'unfavorite',
      'comment',
      'reply',
      'like-comment',
      'unlike-comment',
      'delete-own-comment',
    ].map((action) => [action, 500]),
  ),
};

let stage: Stage;
let tea: WorldNote;
let viewerId: string;
let page: Page;

async function act(targets: readonly object[], mode = 'send') {
  const { extension } = stage.chromium;
  const full = targets.map((target) => ({ noteId: tea.noteId, viewerId, ...target }));
  const { jobId } = await demandOfBackground<{ jobId: string }>(extension.evaluate, 'job.start', {
    kind: 'act',
    input: { mode, targets: full },
    agreed: true,
  });
  const job = await waitFor(
    async () => {
      const { jobs = [] } = (await extension.readDatabase('hongshu-companion')) as {
        jobs?: { jobId: string; state: string }[];
      };
      return jobs.find((one) => one.jobId === jobId && !['queued', 'running', 'waiting'].includes(one.state));
    },
    { what: 'the actions to be over', timeoutMs: 60_000, everyMs: 200 },
  );
  const stored = (await extension.readDatabase('hongshu-companion')) as {
    jobItems: StoredItem[];
    actions: StoredAttempt[];
  };
  return {
    state: job.state,
    items: stored.jobItems.filter((item) => item.jobId === jobId),
    outcomes: stored.actions
      .filter((attempt) => attempt.jobId === jobId)
      .sort((a, b) => a.at - b.at)
      .map(({ outcome }) => outcome),
  };
}

const deeds = () =>
  stage.replica.deeds.map(({ name, userId, noteId, commentId, content, code }) => ({
    ...{ name, userId, noteId, commentId, content, code },
  }));
const deedOf = (name: DeedName, changes: object = {}) => ({
  ...{ name, userId: viewerId, noteId: tea.noteId, commentId: '', content: '', code: 0 },
  ...changes,
});

beforeAll(async () => {
  stage = await launchWithReplica({ chromium: { realVisibility: true } });
  const { replica, chromium } = stage;
  await agreeToAll(chromium.extension);
  await demandOfBackground(chromium.extension.evaluate, 'settings.change', {
    patch: { acting: PACE, loading: { minPauseMs: 50, maxPauseMs: 120, maxSteps: 400 } },
  });
  tea = findNote(replica, 'tea');
  viewerId = replica.world.authors[0]?.userId ?? '';
  page = await chromium.newPage();
  // Pages that are behind others hardly draw.
  await page.bringToFront();
  await page.goto(replica.noteUrl('tea'));
  await page.locator('.comment-item').first().waitFor();
});

beforeEach(() => stage.replica.clearRecords());

afterAll(() => stage?.close());

describe('on a note that is open', () => {
  test('likes it, says that it is liked already, and takes the like back', async () => {
    const liked = await act([{ action: 'like' }]);
    expect(liked).toMatchObject({ state: 'done', outcomes: [{ is: 'done', proof: 'answer' }] });
    expect(deeds()).toEqual([deedOf('like')]);
    expect(await act([{ action: 'like' }])).toMatchObject({ state: 'done', outcomes: [{ is: 'already' }] });
    expect(await act([{ action: 'unlike' }])).toMatchObject({ state: 'done', outcomes: [{ is: 'done' }] });
    expect(deeds()).toEqual([deedOf('like'), deedOf('unlike')]);
  });

  test('collects it, and takes that back', async () => {
    expect(await act([{ action: 'favorite' }, { action: 'unfavorite' }])).toMatchObject({ state: 'done' });
    expect(deeds()).toEqual([deedOf('collect'), deedOf('uncollect')]);
  });

  test('comments, with the id that the site gave, and deletes that comment', async () => {
    const written = await act([{ action: 'comment', content: '好喝[赞R] 👍' }]);
    const [deed] = stage.replica.deeds;
    expect(deeds()).toEqual([deedOf('post', { content: '好喝[赞R] 👍' })]);
    expect(written.outcomes).toEqual([{ is: 'done', proof: 'answer', commentId: deed?.madeId }]);
    const deleted = await act([{ action: 'delete-own-comment', commentId: deed?.madeId }]);
    expect(deleted).toMatchObject({ state: 'done', outcomes: [{ is: 'done' }] });
    expect(deeds()[1]).toEqual(deedOf('delete', { commentId: deed?.madeId }));
  });

  test('answers a reply deep in a folded thread, by its id', async () => {
    const target = findDeepReply(tea);
    const answered = await act([
      { action: 'reply', commentId: target.id, rootCommentId: target.rootId, content: '有的' },
    ]);
    expect(answered).toMatchObject({ state: 'done', outcomes: [{ is: 'done', proof: 'answer' }] });
    expect(deeds()).toEqual([deedOf('post', { commentId: target.id, content: '有的' })]);
  });

  test('likes a comment once, and takes that back', async () => {
    const [first] = tea.comments;
    const commentId = first?.id;
    const both = await act([
      { action: 'like-comment', commentId },
      { action: 'like-comment', commentId },
      { action: 'unlike-comment', commentId },
    ]);
    expect(both.outcomes).toMatchObject([{ is: 'done' }, { is: 'already' }, { is: 'done' }]);
    expect(deeds()).toEqual([deedOf('like-comment', { commentId }), deedOf('unlike-comment', { commentId })]);
  });

  test('deletes nobody else’s comment', async () => {
    const other = tea.comments.find(({ author }) => author?.userId !== viewerId);
    const refused = await act([{ action: 'delete-own-comment', commentId: other?.id }]);
    expect(refused).toMatchObject({
      state: 'failed',
      outcomes: [{ is: 'refused', code: 'not-own-comment' }],
    });
    expect(deeds()).toEqual([]);
  });

  test('rehearses without sending, and leaves the box empty', async () => {
    const [first] = tea.comments;
    const rehearsed = await act([{ action: 'reply', commentId: first?.id, content: '试一试' }], 'rehearse');
    expect(rehearsed).toMatchObject({ state: 'done', outcomes: [{ is: 'rehearsed' }] });
    expect(deeds()).toEqual([]);
    expect(await page.locator('#content-textarea').textContent()).toBe('');
  });
});

describe('when the site does not go along', () => {
  test.each([
    ['comments are closed', { code: 10001 }, { is: 'refused', code: 'comments-closed' }, 'failed'],
    ['the action is forbidden', { code: -10000 }, { is: 'refused', code: 'action-forbidden' }, 'failed'],
    ['the login has expired', { code: -100 }, { is: 'refused', code: 'login-wanted' }, 'paused'],
  ])('says that %s', async (_what, fault, outcome, state) => {
    const { faults } = stage.replica;
    Object.assign(faults.deeds, fault);
    const refused = await act([{ action: 'comment', content: `不行 ${fault.code}` }]);
    faults.deeds.code = undefined;
    expect(refused).toMatchObject({ state, outcomes: [outcome] });
    await page.reload();
    await page.locator('.comment-item').first().waitFor();
  });

  test('an answer that is lost is uncertain, and a second look finds the comment, once', async () => {
    const { faults } = stage.replica;
    faults.deeds.isLost = true;
    const sent = await act([{ action: 'comment', content: '丢了回执' }]);
    faults.deeds.isLost = false;
    expect(sent).toMatchObject({ state: 'failed', outcomes: [{ is: 'uncertain' }] });
    expect(sent.items[0]?.error?.code).toBe('not-confirmed');
    await page.reload();
    await page.locator('.comment-item').first().waitFor();
    const { extension } = stage.chromium;
    const jobId = sent.items[0]?.jobId;
    await demandOfBackground(extension.evaluate, 'job.retry', { jobId });
    await waitFor(
      async () => {
        const { actions } = (await extension.readDatabase('hongshu-companion')) as {
          actions: StoredAttempt[];
        };
        return actions.some((one) => one.jobId === jobId && one.outcome?.is === 'done');
      },
      { what: 'the comment to be found', timeoutMs: 30_000 },
    );
    expect(stage.replica.deeds.filter(({ content }) => content === '丢了回执')).toHaveLength(1);
  });

  test('a stop sign in the middle of a queue stops all of it', async () => {
    const { faults } = stage.replica;
    const contents = ['一', '二', '三', '四'];
    const running = act(contents.map((content) => ({ action: 'comment', content: `排队 ${content}` })));
    await waitFor(() => stage.replica.deeds.length === 2, { what: 'two comments', timeoutMs: 30_000 });
    faults.deeds.status = 461;
    const stopped = await running;
    faults.deeds.status = undefined;
    expect(stopped.state).toBe('paused');
    expect(stage.replica.deeds).toHaveLength(2);
    expect(stage.replica.decoyHits).toEqual([]);
  });
});

/** A reply that the page shows only after its thread was opened. */
function findDeepReply(note: WorldNote): WorldComment & { readonly rootId: string } {
  const root = [...note.comments].reverse().find(({ replies = [] }) => replies.length > 3) as WorldComment;
  const last = root.replies?.at(-1) as WorldComment;
  return { ...last, rootId: root.id };
}
