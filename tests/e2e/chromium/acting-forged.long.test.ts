/** Whoever would like to act in the user's name: a page, and another extension. Nothing that they say starts anything. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { buildExtension } from '../../support/built-extension';
import {
  FOREIGN_ANSWER,
  FOREIGN_ORDER,
  writeForeignExtension,
} from '../../support/browsers/foreign-extension';
import { openActingStand } from '../steps/acting-stand';
import type { ActingStand } from '../steps/acting-stand';

const foreign = writeForeignExtension();
let stand: ActingStand;

beforeAll(async () => {
  const extensionDir = [await buildExtension('chrome'), foreign.dir].join(',');
  stand = await openActingStand({ extensionDir });
});

beforeEach(async () => {
  stand.replica.clearRecords();
  await stand.openNote();
});

afterAll(async () => {
  await stand?.close();
  foreign.remove();
});

/** Every way in which the extension's own pages and its background order an action, or say that one is done. */
function listOrders() {
  const { note, viewerId } = stand;
  const { noteId } = note;
  const commentId = note.comments[0]?.id;
  const target = { action: 'comment', noteId, viewerId, content: '冒名' };
  const order = {
    ...{ ...target, actionId: 'forged', mode: 'send' },
    ...{ minPauseMs: 1, maxPauseMs: 1, maxSteps: 9 },
  };
  const inputs: Readonly<Record<string, object>> = {
    'job.start': { kind: 'act', input: { mode: 'send', targets: [target] }, agreed: true },
    'feed.like': { noteId },
    'feed.favorite': { noteId },
    'comment.post': { noteId, content: '冒名' },
    'comment.reply': { noteId, commentId, content: '冒名' },
    'comment.like': { noteId, commentId },
    'comment.delete': { noteId, commentId, confirmed: true },
    'stop-sign.dismiss': { tabId: 1 },
    'action.start': order,
    'action.report': { actionId: 'forged', phase: 'over', outcome: { is: 'done', proof: 'answer' }, at: 1 },
  };
  const directions = ['background', 'background-from-content', 'content', 'ui', 'offscreen'];
  return Object.entries(inputs).flatMap(([name, input]) =>
    directions.map((to) => ({ to, name, input, id: 1 })),
  );
}

/** An order of the extension's own, after all that was forged: it is the only thing that is done. */
async function expectOnlyOwn(): Promise<void> {
  await stand.page.bringToFront();
  const own = await stand.act([{ action: 'like' }, { action: 'unlike' }]);
  expect(own.state).toBe('done');
  expect(stand.deeds()).toEqual([stand.deedOf('like'), stand.deedOf('unlike')]);
  const { jobs, actions } = (await stand.chromium.extension.readDatabase('hongshu-companion')) as {
    jobs: { jobId: string }[];
    actions: { jobId: string }[];
  };
  const started = new Set([...jobs, ...actions].map(({ jobId }) => jobId));
  expect([...started].filter((jobId) => !ordered.has(jobId) && jobId !== own.jobId)).toEqual([]);
  ordered.add(own.jobId);
  expect(stand.replica.decoyHits).toEqual([]);
}

/** Jobs that these tests have ordered themselves. */
const ordered = new Set<string>();

test('nothing that the page says starts an action', async () => {
  // So that the script that acts is in the page, and listens.
  const before = await stand.act([{ action: 'like' }, { action: 'unlike' }]);
  ordered.add(before.jobId);
  stand.replica.clearRecords();
  const hasRuntime = await stand.page.evaluate((messages) => {
    const line = new EventTarget();
    const types = ['message', 'copy', 'wanted', 'hongshu-companion', 'hongshu-companion:line-offered'];
    for (const message of messages) {
      window.postMessage(message, '*');
      window.postMessage(JSON.stringify(message), location.origin);
      for (const target of [window, document, document.documentElement, line]) {
        for (const type of [...types, message.name]) {
          const ports = [new MessageChannel().port1];
          target.dispatchEvent(new MessageEvent(type, { data: message, ports, cancelable: true }));
          target.dispatchEvent(new CustomEvent(type, { detail: message, cancelable: true }));
          target.dispatchEvent(new FocusEvent(type, { relatedTarget: line, cancelable: true }));
        }
      }
      new BroadcastChannel(message.to).postMessage(message);
    }
    const scope = globalThis as { chrome?: { runtime?: { sendMessage?: unknown } }; browser?: unknown };
    return scope.chrome?.runtime?.sendMessage !== undefined || scope.browser !== undefined;
  }, listOrders());
  expect(hasRuntime).toBe(false);
  await expectOnlyOwn();
});

test('nothing that another extension says starts an action', async () => {
  const { id } = stand.chromium.extension;
  const messages = listOrders();
  const answers = (await stand.page.evaluate(
    ({ order, answer, detail }) =>
      new Promise((resolve) => {
        document.addEventListener(
          answer,
          (event) => resolve(JSON.parse((event as CustomEvent<string>).detail)),
          {
            once: true,
          },
        );
        document.dispatchEvent(new CustomEvent(order, { detail }));
      }),
    { order: FOREIGN_ORDER, answer: FOREIGN_ANSWER, detail: JSON.stringify({ id, messages }) },
  )) as unknown[];
  // It was there and has spoken; nobody has listened.
  expect(answers.length).toBeGreaterThanOrEqual(messages.length);
  expect(answers.filter((answer) => answer !== null && typeof answer !== 'string')).toEqual([]);
  await expectOnlyOwn();
});
