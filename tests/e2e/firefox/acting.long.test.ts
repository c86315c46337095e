/** A like and a reply in real Firefox, each checked on the server. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startReplica } from '../../replica/start';
import type { Replica } from '../../replica/types';
import { buildExtension } from '../../support/built-extension';
import { launchFirefox } from '../../support/firefox';
import type { RunningFirefox } from '../../support/firefox';
import { waitFor } from '../../support/wait-for';

let replica: Replica;
let firefox: RunningFirefox;

beforeAll(async () => {
  const extensionDir = await buildExtension('firefox');
  replica = await startReplica({});
  firefox = await launchFirefox({ replica, extensionDir, locale: 'en-US', session: 'member' });
});

afterAll(async () => {
  await firefox?.close();
  await replica?.close();
});

async function demand(name: string, input: object): Promise<unknown> {
  const call = JSON.stringify({ to: 'background', name, input });
  const answer = JSON.parse(
    String(
      await firefox.extension.evaluate(
        `browser.runtime.sendMessage(${call}).then((answer) => JSON.stringify(answer))`,
      ),
    ),
  ) as { ok: boolean; value: unknown };
  if (!answer.ok) throw new Error(`${name} was refused: ${JSON.stringify(answer)}`);
  return answer.value;
}

test('likes the note that is open, and answers a comment', { timeout: 180_000 }, async () => {
  const note = replica.world.findNote('tea');
  const viewerId = replica.world.authors[0]?.userId;
  if (!note || !viewerId) throw new Error('The replica has no note "tea", or nobody to log in.');
  const capture = { notes: true, authors: false, feeds: false, searches: false, notifications: false };
  await demand('consent.answer', { agreed: true, capture });
  const { acting } = (await demand('settings.change', { patch: {} })) as { acting: object };
  await demand('settings.change', {
    patch: { acting: { ...acting, minGapMs: 1_000, jitterMs: 0, quietHours: null, sendsQueues: true } },
  });
  const site = await firefox.newPage();
  await site.goto(replica.noteUrl('tea'));
  await site.bringToFront();
  await site.waitForSelector('.comment-item');
  const { noteId } = note;
  const commentId = note.comments[1]?.id;
  const targets = [
    { action: 'like', noteId, viewerId },
    { action: 'reply', noteId, viewerId, commentId, content: '有的👍' },
  ];
  await demand('job.start', { kind: 'act', input: { mode: 'send', targets }, agreed: true });
  const actions = await waitFor(
    async () => {
      const stores = await firefox.extension.readDatabase('hongshu-companion');
      const made = (stores?.['actions'] ?? []) as { at: number; outcome?: object }[];
      return made.length === 2 && made.every(({ outcome }) => outcome) ? made : undefined;
    },
    { what: 'both to be over', timeoutMs: 120_000, everyMs: 500 },
  );
  const of = { userId: viewerId, noteId, code: 0 };
  expect(replica.deeds).toMatchObject([
    { ...of, name: 'like' },
    { ...of, name: 'post', commentId, content: '有的👍' },
  ]);
  expect(actions.sort((a, b) => a.at - b.at).map(({ outcome }) => outcome)).toEqual([
    { is: 'done', proof: 'answer' },
    { is: 'done', proof: 'answer', commentId: replica.deeds[1]?.madeId },
  ]);
  expect(replica.decoyHits).toEqual([]);
  expect(await firefox.extension.listErrors()).toEqual([]);
});

test('knows nothing of several accounts in the build of the store', { timeout: 60_000 }, async () => {
  expect(await firefox.extension.evaluate('typeof browser.contextualIdentities')).toBe('undefined');
  const options = await firefox.extension.openPage('options.html#accounts');
  const readText = () => options.evaluate(() => document.body.innerText);
  const text = await waitFor(
    async () => {
      const shown = await readText();
      return shown.includes('Stored content') ? shown : undefined;
    },
    { what: 'the options' },
  );
  expect(text).not.toContain('Accounts');
});
