/** Replies with the user's own last press: the text waits in the page's box, and what becomes of it is noticed. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { waitFor } from '../../support/wait-for';
import { openActingStand } from '../steps/acting-stand';
import type { ActingStand } from '../steps/acting-stand';
import { findNote } from '../steps/find-note';

let stand: ActingStand;

beforeAll(async () => {
  stand = await openActingStand();
});

beforeEach(async () => {
  stand.replica.clearRecords();
  await stand.openNote();
});

afterAll(() => stand?.close());

const editor = () => stand.page.locator('#content-textarea');
const send = () => stand.page.locator('.bottom button.submit');
const target = (index: number) => stand.note.comments[index]?.id ?? '';
const reply = (index: number, content: string) => ({ action: 'reply', commentId: target(index), content });

/** The phase of the attempt that is under way. */
async function awaitPhase(wanted: string): Promise<void> {
  await waitFor(
    async () => {
      const session = await stand.chromium.extension.readStorage('session');
      return Object.entries(session).some(([key, state]) => {
        const { phase, outcome } = state as { phase: string; outcome?: object };
        return key.startsWith('acting:') && !outcome && phase === wanted;
      });
    },
    { what: `the attempt to be ${wanted}`, timeoutMs: 30_000 },
  );
}

const isInView = (commentId: string) =>
  stand.page.evaluate((id) => {
    const box = document.getElementById(`comment-${id}`)?.getBoundingClientRect();
    return box !== undefined && box.top >= 0 && box.bottom <= innerHeight;
  }, commentId);

test('one after the other: sent as it is, changed by the user, and not sent', async () => {
  const jobId = await stand.start([reply(3, '第一'), reply(9, '第二'), reply(5, '第三')], 'assist');
  await awaitPhase('waiting');
  expect(await editor().textContent()).toBe('第一');
  expect(await isInView(target(3))).toBe(true);
  expect(stand.deeds()).toEqual([]);
  await send().click();
  await waitFor(async () => (await editor().textContent()) === '第二', {
    what: 'the second text',
    timeoutMs: 30_000,
  });
  await awaitPhase('waiting');
  expect(await isInView(target(9))).toBe(true);
  await editor().press('End');
  await stand.page.keyboard.insertText('，改过');
  await send().click();
  await waitFor(async () => (await editor().textContent()) === '第三', {
    what: 'the third text',
    timeoutMs: 30_000,
  });
  await awaitPhase('waiting');
  await stand.page.locator('.bottom button.cancel').click();
  const queue = await stand.ended(jobId);
  expect(queue).toMatchObject({ state: 'paused', error: { code: 'cancelled' } });
  const [first, second] = stand.replica.deeds;
  expect(stand.deeds()).toEqual([
    stand.deedOf('post', { commentId: target(3), content: '第一' }),
    stand.deedOf('post', { commentId: target(9), content: '第二，改过' }),
  ]);
  expect(queue.outcomes).toEqual([
    { is: 'done', proof: 'answer', commentId: first?.madeId },
    { is: 'done', proof: 'answer', commentId: second?.madeId, said: '第二，改过' },
    { is: 'refused', code: 'cancelled' },
  ]);
  expect(queue.attempts.map(({ content }) => content)).toEqual(['第一', '第二，改过', '第三']);
  await stand.demand('job.cancel', { jobId });
});

test('a queue that is paused presses nothing, and takes its text back', async () => {
  const jobId = await stand.start([reply(3, '等一下')], 'assist');
  await awaitPhase('waiting');
  await stand.demand('job.pause', { jobId });
  await waitFor(async () => (await editor().textContent()) === '', { what: 'the box to be empty' });
  expect(stand.deeds()).toEqual([]);
  await stand.demand('job.resume', { jobId });
  await awaitPhase('waiting');
  await send().click();
  expect(await stand.ended(jobId)).toMatchObject({ state: 'done' });
  expect(stand.deeds()).toEqual([stand.deedOf('post', { commentId: target(3), content: '等一下' })]);
});

test('what waits for the press is not pushed aside by another order', async () => {
  const jobId = await stand.start([reply(3, '先等我')], 'assist');
  await awaitPhase('waiting');
  const other = await stand.start([{ action: 'like' }, { action: 'unlike' }]);
  expect(['queued', 'running', 'waiting']).toContain((await stand.read(other)).state);
  expect(await editor().textContent()).toBe('先等我');
  await send().click();
  expect(await stand.ended(jobId)).toMatchObject({ state: 'done' });
  expect(await stand.ended(other)).toMatchObject({ state: 'done' });
  expect(stand.deeds()).toEqual([
    stand.deedOf('post', { commentId: target(3), content: '先等我' }),
    stand.deedOf('like'),
    stand.deedOf('unlike'),
  ]);
});

test('where the box does not take the text, it is on the clipboard, and the user pastes it', async () => {
  await stand.page.evaluate(() => {
    document.querySelector('#content-textarea')?.setAttribute('contenteditable', 'false');
    const ignore = (event: Event) => event.isTrusted || event.stopImmediatePropagation();
    document.addEventListener('input', ignore, true);
  });
  const jobId = await stand.start([reply(3, '粘贴的话')], 'assist');
  await awaitPhase('pasting');
  expect(await editor().textContent()).toBe('');
  expect(await isInView(target(3))).toBe(true);
  await editor().evaluate((box) => box.setAttribute('contenteditable', 'true'));
  await editor().click();
  await stand.page.keyboard.press('ControlOrMeta+V');
  await waitFor(async () => (await editor().textContent()) === '粘贴的话', { what: 'the text to be pasted' });
  await send().click();
  expect(await stand.ended(jobId)).toMatchObject({
    state: 'done',
    outcomes: [{ is: 'done', proof: 'answer' }],
  });
  expect(stand.deeds()).toEqual([stand.deedOf('post', { commentId: target(3), content: '粘贴的话' })]);
});

test('a note that is not open comes in a window of its own, which goes when it is done', async () => {
  const note = findNote(stand.replica, 'video');
  const of = { noteId: note.noteId, xsecToken: stand.replica.issueToken(note.noteId) };
  const opened = stand.chromium.context.waitForEvent('page');
  const jobId = await stand.start([{ ...of, action: 'comment', content: '新窗口' }], 'assist');
  const page = await opened;
  await awaitPhase('waiting');
  expect(await page.locator('#content-textarea').textContent()).toBe('新窗口');
  expect(await page.evaluate(() => document.visibilityState)).toBe('visible');
  await page.locator('.bottom button.submit').click();
  expect(await stand.ended(jobId)).toMatchObject({ state: 'done' });
  expect(stand.deeds()).toEqual([stand.deedOf('post', { noteId: note.noteId, content: '新窗口' })]);
  await stand.awaitOneWindow();
});
