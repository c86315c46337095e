/** A queue of replies at the fastest pace there is, and what happens between the look and the gesture. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { WorldComment } from '../../replica/world/types';
import { waitFor } from '../../support/wait-for';
import { openActingStand } from '../steps/acting-stand';
import type { ActingStand } from '../steps/acting-stand';

const SIZE = 20;
const GAP_MS = 1_000;

const [SLOWLY, AS_BEFORE] = [
  { minPauseMs: 3_000, maxPauseMs: 3_000, maxSteps: 50 },
  { minPauseMs: 50, maxPauseMs: 120, maxSteps: 400 },
];

let stand: ActingStand;

beforeAll(async () => {
  stand = await openActingStand({ noteKey: 'popular' });
});

beforeEach(() => stand.replica.clearRecords());

afterAll(() => stand?.close());

/** Comments and replies of others, some of them far down and in folded threads. */
function chooseTargets(): readonly (WorldComment & { readonly rootId?: string })[] {
  const replies = stand.note.comments.flatMap((root) =>
    root.replies.slice(-2).map((reply) => ({ ...reply, rootId: root.id })),
  );
  return [
    ...stand.note.comments.slice(0, 10),
    ...replies.slice(0, 8),
    ...stand.note.comments.slice(100, 102),
  ];
}

test('twenty replies: each on its own comment, once, no faster than it is allowed', async () => {
  const targets = chooseTargets();
  expect(new Set(targets.map(({ id }) => id)).size).toBe(SIZE);
  const jobId = await stand.start(
    targets.map(({ id, rootId }, index) => ({
      ...{ action: 'reply', commentId: id, content: `答 ${index}` },
      ...(rootId === undefined ? {} : { rootCommentId: rootId }),
    })),
  );
  const queue = await waitFor(
    async () => {
      const now = await stand.read(jobId);
      return ['queued', 'running', 'waiting'].includes(now.state) ? undefined : now;
    },
    { what: 'twenty replies', timeoutMs: 300_000, everyMs: 500 },
  );
  expect(queue.state).toBe('done');
  expect(stand.deeds()).toEqual(
    targets.map(({ id }, index) => stand.deedOf('post', { commentId: id, content: `答 ${index}` })),
  );
  expect(queue.outcomes).toEqual(
    stand.replica.deeds.map(({ madeId }) => ({ is: 'done', proof: 'answer', commentId: madeId })),
  );
  const { attempts } = queue;
  attempts.slice(1).forEach((attempt, index) => {
    expect(attempt.at - (attempts[index]?.endedAt ?? 0)).toBeGreaterThanOrEqual(GAP_MS);
  });
  expect(stand.replica.decoyHits).toEqual([]);
}, 360_000);

describe('nothing is sent when, between the look and the gesture,', () => {
  test.each([
    ['the tab is navigated', () => stand.page.goto(stand.replica.noteUrl('video')), 'note-left'],
    [
      'the page moves on by itself',
      () => stand.page.evaluate(() => history.pushState({}, '', '/explore')),
      'note-left',
    ],
    [
      'the page itself shows another login',
      () =>
        stand.page.evaluate(() => {
          const link = document.querySelector('.user.side-bar-component a');
          link?.setAttribute('href', `/user/profile/${'5'.repeat(24)}`);
        }),
      'login-changed',
    ],
    [
      'nobody is logged in any more',
      () => stand.page.evaluate(() => document.querySelector('#global')?.setAttribute('data-logged', '0')),
      'login-wanted',
    ],
    [
      'the comment is taken away',
      () => stand.page.evaluate((id) => document.getElementById(`comment-${id}`)?.remove(), targetId()),
      'comment-not-found',
    ],
    [
      'decoys come into the bar',
      () =>
        stand.page.evaluate(() => {
          const real = document.querySelector('.engage-bar .submit') as HTMLElement;
          const decoy = real.cloneNode(true) as HTMLElement;
          decoy.setAttribute('button-hp-installed', '1');
          decoy.setAttribute('data-hp-kind', 'submit');
          real.before(decoy);
        }),
      'page-changed',
    ],
    [
      'the site begins to watch the real button',
      () =>
        stand.page.evaluate(() =>
          document.querySelector('.engage-bar .submit')?.setAttribute('data-hp-bound', '1'),
        ),
      'page-changed',
    ],
  ])('%s', async (what, happen, code) => {
    await stand.openNote();
    await stand.demand('settings.change', { patch: { loading: SLOWLY } });
    const jobId = await stand.start([{ action: 'reply', commentId: targetId(), content: `不发：${what}` }]);
    await waitFor(async () => (await findPhases()).includes('preparing'), { what: 'the look to be over' });
    await happen();
    const queue = await stand.ended(jobId);
    await stand.demand('settings.change', { patch: { loading: AS_BEFORE } });
    if (queue.state === 'paused') await stand.demand('job.cancel', { jobId });
    expect(queue.outcomes).toMatchObject([{ is: 'refused', code }]);
    expect(stand.deeds()).toEqual([]);
    expect(stand.replica.decoyHits).toEqual([]);
  });
});

test('nothing is sent when somebody else logs in in another window, between the look and the gesture', async () => {
  const { replica, chromium } = stand;
  const { context, extension } = chromium;
  await stand.openNote();
  // Long enough for a window to be opened and its page to be read, on a machine that is busy with other things.
  await stand.demand('settings.change', {
    patch: { loading: { minPauseMs: 12_000, maxPauseMs: 12_000, maxSteps: 50 } },
  });
  const own = await context.cookies('https://www.xiaohongshu.com/');
  const device = own.find(({ name }) => name === 'a1')?.value ?? '';
  const jobId = await stand.start([{ action: 'reply', commentId: targetId(), content: '不发：换人' }]);
  await waitFor(async () => (await findPhases()).includes('preparing'), { what: 'the look to be over' });
  await context.addCookies([...replica.logIn('second-member', device)]);
  const opened = { url: 'https://www.xiaohongshu.com/explore', focused: false };
  const windowId = await extension.evaluate(
    `chrome.windows.create(${JSON.stringify(opened)}).then(({ id }) => id)`,
  );
  const queue = await stand.ended(jobId);
  // The page in front was not loaded anew, and what it sends goes out under the other login by now.
  expect(queue).toMatchObject({ state: 'paused', error: { code: 'login-changed' } });
  expect(queue.outcomes).toMatchObject([{ is: 'refused', code: 'login-changed' }]);
  expect(stand.deeds()).toEqual([]);
  // Nor when the user lets it go on without having looked.
  await stand.demand('settings.change', { patch: { loading: AS_BEFORE } });
  await stand.demand('job.resume', { jobId });
  expect(await stand.ended(jobId)).toMatchObject({ state: 'paused', error: { code: 'login-changed' } });
  expect(stand.deeds()).toEqual([]);
  await stand.demand('job.cancel', { jobId });
  await extension.evaluate(`chrome.windows.remove(${String(windowId)})`);
  await context.addCookies(own);
}, 120_000);

const targetId = () => stand.note.comments[2]?.id ?? '';

/** Phases of the attempts of which no end is known. */
async function findPhases(): Promise<string[]> {
  const session = await stand.chromium.extension.readStorage('session');
  return Object.entries(session).flatMap(([key, state]) => {
    const { phase, outcome } = state as { phase: string; outcome?: object };
    return key.startsWith('acting:') && !outcome ? [phase] : [];
  });
}
