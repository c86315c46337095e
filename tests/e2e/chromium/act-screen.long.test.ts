/** Library → Act: everything that can be done, ordered there of a note by its link, each seen on the server and as a result. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { DeedName } from '../../replica/types';
import { takeScreenshot } from '../../support/screenshots';
import { waitFor } from '../../support/wait-for';
import { openActingStand } from '../steps/acting-stand';
import type { ActingStand, StoredAttempt } from '../steps/acting-stand';
import { openWindow } from '../steps/open-window';
import { press } from '../steps/press-buttons';

let stand: ActingStand;
let library: Page;
let ordered = 0;

beforeAll(async () => {
  stand = await openActingStand();
  library = await openWindow(stand.chromium, 'library.html#act');
  library.setDefaultTimeout(20_000);
  await library.getByRole('textbox', { name: 'Note', exact: true }).fill(stand.replica.noteUrl('tea'));
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await takeScreenshot(library, 'chromium/act-screen/failed');
});

afterAll(() => stand?.close());

const readAttempts = async () =>
  ((await stand.chromium.extension.readDatabase('hongshu-companion')) as { actions: StoredAttempt[] })
    .actions;

/** Fills the form and starts it; resolves with what came of it. */
async function order(action: string, fields: { commentId?: string; content?: string } = {}) {
  ordered += 1;
  const form = library.getByRole('region', { name: 'What is to be done' });
  await form.getByRole('combobox', { name: 'Action', exact: true }).selectOption({ label: action });
  if (fields.commentId !== undefined)
    await form.getByRole('textbox', { name: 'Comment id' }).fill(fields.commentId);
  if (fields.content !== undefined) {
    await form.getByRole('textbox', { name: 'Text', exact: true }).fill(fields.content);
    await form.getByRole('radio', { name: 'Press for me' }).click();
  }
  await press(library, 'Start');
  if (action.startsWith('Delete')) {
    await press(library, 'Delete…');
    await press(library, 'Delete for good');
  }
  return waitFor(
    async () => {
      const attempts = await readAttempts();
      const last = attempts.toSorted((a, b) => a.at - b.at).at(-1);
      return attempts.length === ordered ? last?.outcome : undefined;
    },
    { what: `${action} to be over`, timeoutMs: 60_000, everyMs: 150 },
  );
}

const ROOT = () => stand.note.comments[2]?.id ?? '';
let made = '';

test.each<[string, DeedName, () => { commentId?: string; content?: string }]>([
  ['Like', 'like', () => ({})],
  ['Take the like back', 'unlike', () => ({})],
  ['Collect', 'collect', () => ({})],
  ['Take out of the collection', 'uncollect', () => ({})],
  ['Comment', 'post', () => ({ content: '从库里说' })],
  ['Reply to a comment', 'post', () => ({ commentId: ROOT(), content: '从库里答' })],
  ['Like a comment', 'like-comment', () => ({ commentId: ROOT() })],
  ['Take a comment’s like back', 'unlike-comment', () => ({ commentId: ROOT() })],
  ['Delete a comment of your own', 'delete', () => ({ commentId: made })],
])('%s', async (action, name, toFields) => {
  stand.replica.clearRecords();
  const fields = toFields();
  const outcome = await order(action, fields);
  expect(outcome).toMatchObject({ is: 'done' });
  expect(stand.deeds()).toEqual([stand.deedOf(name, fields)]);
  if (action === 'Comment') made = outcome.commentId ?? '';
});

test('lists each with what came of it', async () => {
  const log = library.getByRole('region', { name: 'What was done' });
  const done = log.getByText(/^Done, /);
  await waitFor(async () => (await done.count()) === ordered, { what: `${ordered} results` });
  await takeScreenshot(library, 'chromium/act-screen/done');
});
