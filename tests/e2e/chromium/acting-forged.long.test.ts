/**
 * Whoever would like to act in the user's name: a page, and another extension. Everything that the extension's own pages
 * may ask for is asked for, by name; none of it is heard, and nothing changes.
 */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { BackgroundToContent } from '../../../src/messaging/background-to-content/types';
import { backgroundToOffscreen } from '../../../src/messaging/background-to-offscreen/schemas';
import { contentToBackground } from '../../../src/messaging/content-to-background/schemas';
import { offscreenToBackground } from '../../../src/messaging/offscreen-to-background/schemas';
import { uiToBackground } from '../../../src/messaging/ui-to-background/schemas';
import { buildExtension } from '../../support/built-extension';
import {
  FOREIGN_ANSWER,
  FOREIGN_ORDER,
  writeForeignExtension,
} from '../../support/browsers/foreign-extension';
import { openActingStand } from '../steps/acting-stand';
import type { ActingStand } from '../steps/acting-stand';

const DATABASE = 'hongshu-companion';
const foreign = writeForeignExtension();
let stand: ActingStand;
/** A queue that waits for its user, and must not be let on by anybody else. */
let paused: { readonly jobId: string };

beforeAll(async () => {
  const extensionDir = [await buildExtension('chrome'), foreign.dir].join(',');
  stand = await openActingStand({ extensionDir });
  await prepareWork();
});

beforeEach(async () => {
  stand.replica.clearRecords();
  await stand.openNote();
});

afterAll(async () => {
  await stand?.close();
  foreign.remove();
});

const target = () => ({
  ...{ action: 'comment', noteId: stand.note.noteId, viewerId: stand.viewerId, content: '冒名' },
});

/** What the user has lying about, and somebody else might set going or take away. */
async function prepareWork(): Promise<void> {
  const { demand, note } = stand;
  const settings = (await demand('settings.change', { patch: {} })) as { acting: object };
  const none = { dailyCaps: { comment: 0 } };
  const { dailyCaps } = settings.acting as { dailyCaps: object };
  const acting = { ...settings.acting, dailyCaps: { ...dailyCaps, ...none.dailyCaps } };
  await demand('settings.change', { patch: { acting } });
  const input = { mode: 'send', targets: [target()] };
  paused = (await demand('job.start', { kind: 'act', input, agreed: true })) as { jobId: string };
  await demand('job.pause', { jobId: paused.jobId });
  await demand('settings.change', { patch: { acting: settings.acting } });
  await demand('templates.save', { templates: [{ name: '问候', text: '你好' }] });
  const comment = { noteId: note.noteId, commentId: note.comments[0]?.id };
  await demand('reply.draft', { ...comment, draft: '草稿', isPrepared: true });
}

/** What the background asks of pages; the compiler holds it to all there is. */
const CONTENT_CALLS: Readonly<Record<keyof BackgroundToContent, true>> = {
  ...{ 'page.describe': true, 'capture.allow': true },
  ...{ 'loading.start': true, 'loading.stop': true, 'loading.tell': true },
  ...{ 'action.start': true, 'action.stop': true, 'action.tell': true },
};

/** What each call would need to do harm, where it needs anything; all others are asked as they are. */
function toInput(name: string): object {
  const { note, viewerId } = stand;
  const { noteId } = note;
  const commentId = note.comments[0]?.id;
  const comment = { noteId, commentId };
  const { jobId } = paused;
  const order = { ...target(), ...comment, actionId: 'forged', minPauseMs: 1, maxPauseMs: 1, maxSteps: 9 };
  const outcome = { is: 'done', proof: 'answer' };
  const known: Readonly<Record<string, object>> = {
    'job.start': { kind: 'act', input: { mode: 'send', targets: [target()] }, agreed: true },
    'settings.change': { patch: { paused: true, theme: 'dark', language: 'en' } },
    'consent.answer': { agreed: false, capture: {} },
    'reply.draft': { ...comment, draft: '冒名' },
    'reply.set-aside': { ...comment, aside: { is: 'done' } },
    'reply.send-prepared': { comments: [comment] },
    'reply.leave-out': { jobId, itemId: '00000' },
    'templates.save': { templates: [{ name: '冒名', text: '冒名' }] },
    'account.switch': { agreed: true },
    'credential.save': { family: 'tikhub', key: 'forged-key' },
    'comment.delete': { ...comment, confirmed: true },
    'action.start': { ...order, mode: 'send' },
    'action.report': { actionId: 'forged', phase: 'over', outcome, at: 1 },
    'loading.start': { tabId: 1, noteId, loadId: 'forged' },
  };
  const anything = {
    ...{ ...comment, noteIds: [noteId], jobId, tabId: 1, name: '冒名', userId: viewerId, agreed: true },
    ...{ content: '冒名', text: '冒名', passphrase: 'forged', id: 'forged' },
  };
  return known[name] ?? anything;
}

/** Every message there is, to each side that takes one of that name. */
function listOrders() {
  const directions = [
    ['background', Object.keys(uiToBackground)],
    ['background-from-content', Object.keys(contentToBackground)],
    ['background-from-offscreen', Object.keys(offscreenToBackground)],
    ['content', Object.keys(CONTENT_CALLS)],
    ['offscreen', Object.keys(backgroundToOffscreen)],
  ] as const;
  return directions.flatMap(([to, names]) =>
    names.map((name) => ({ to, name, input: toInput(name), id: 1 })),
  );
}

/** What is kept of the user's own: settings, and their work without what these tests order themselves. */
async function readOwn(): Promise<unknown> {
  const { extension } = stand.chromium;
  const stored = (await extension.readDatabase(DATABASE)) as Record<string, { jobId?: string }[]>;
  const isForeign = ({ jobId }: { readonly jobId?: string }) => jobId === undefined || !ordered.has(jobId);
  const stores = ['jobs', 'jobItems', 'jobLog', 'actions', 'replyPlans', 'templates'];
  return {
    local: await extension.readStorage('local'),
    work: Object.fromEntries(stores.map((name) => [name, (stored[name] ?? []).filter(isForeign)])),
    hasNotes: (stored['notes'] ?? []).length > 0,
  };
}

/** An order of the extension's own, after all that was forged: it is the only thing that is done. */
async function expectOnlyOwn(before: unknown): Promise<void> {
  await stand.page.bringToFront();
  const own = await stand.act([{ action: 'like' }, { action: 'unlike' }]);
  ordered.add(own.jobId);
  expect(own.state).toBe('done');
  expect(stand.deeds()).toEqual([stand.deedOf('like'), stand.deedOf('unlike')]);
  expect(await readOwn()).toEqual(before);
  expect(stand.replica.decoyHits).toEqual([]);
}

/** Jobs that these tests have ordered themselves. */
const ordered = new Set<string>();

test('nothing that the page says starts an action, or changes anything', async () => {
  // So that the script that acts is in the page, and listens.
  ordered.add((await stand.act([{ action: 'like' }, { action: 'unlike' }])).jobId);
  stand.replica.clearRecords();
  const before = await readOwn();
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
  await expectOnlyOwn(before);
});

test('nothing that another extension says does, from its script in the page or from its background', async () => {
  const { extension } = stand.chromium;
  const { id } = extension;
  const messages = listOrders();
  const before = await readOwn();
  const said = (await stand.page.evaluate(
    ({ order, answer, detail }) =>
      new Promise((resolve) => {
        const hear = (event: Event) => resolve(JSON.parse((event as CustomEvent<string>).detail));
        document.addEventListener(answer, hear, { once: true });
        document.dispatchEvent(new CustomEvent(order, { detail }));
      }),
    { order: FOREIGN_ORDER, answer: FOREIGN_ANSWER, detail: JSON.stringify({ id, messages }) },
  )) as { own: unknown[]; ofBackground: unknown[] };
  // It was there and has spoken; nobody has listened.
  for (const answers of [said.own, said.ofBackground]) {
    expect(answers.length).toBeGreaterThanOrEqual(messages.length);
    expect(answers.filter((answer) => answer !== null && typeof answer !== 'string')).toEqual([]);
  }
  const lines = ['onMessageExternal', 'onConnectExternal', 'onUserScriptMessage', 'onUserScriptConnect'];
  const heard = `${JSON.stringify(lines)}.filter((name) => chrome.runtime[name]?.hasListeners())`;
  expect(await extension.evaluate(heard)).toEqual([]);
  await expectOnlyOwn(before);
});
