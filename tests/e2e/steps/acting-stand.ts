import type { Page } from 'playwright-core';
import type { DeedName } from '../../replica/types';
import type { WorldComment, WorldNote } from '../../replica/world/types';
import { waitFor } from '../../support/wait-for';
import { agreeToAll } from './agree-to-all';
import { demandOfBackground } from './ask-background';
import { FAST_ACTING, FAST_LOADING } from './fast-acting';
import { findNote } from './find-note';
import { launchWithReplica } from './launch-with-replica';
import type { Stage } from './launch-with-replica';

const DATABASE = 'hongshu-companion';
export interface StoredItem {
  readonly jobId: string;
  readonly itemId: string;
  readonly state: string;
  readonly error?: { readonly code: string };
}

export interface StoredAttempt {
  readonly jobId: string;
  readonly actionId: string;
  readonly commentId?: string;
  readonly content?: string;
  readonly at: number;
  readonly endedAt?: number;
  readonly outcome?: {
    readonly is: string;
    readonly code?: string;
    readonly proof?: string;
    readonly commentId?: string;
  };
}

export interface StoredQueue {
  readonly jobId: string;
  readonly state: string;
  readonly error?: { readonly code: string };
  readonly items: readonly StoredItem[];
  readonly attempts: readonly StoredAttempt[];
  readonly outcomes: readonly StoredAttempt['outcome'][];
}

/** A browser in which somebody is logged in, with a note in front, and what can be done there by orders of the extension. */
export interface ActingStand extends Stage {
  /** The note in front, and all orders are about it unless they say otherwise. */
  readonly note: WorldNote;
  readonly viewerId: string;
  readonly page: Page;
  /** Loads the note anew in its tab, in front. */
  openNote(): Promise<void>;
  start(targets: readonly object[], mode?: string): Promise<string>;
  /** A queue when it does not go on by itself any more. */
  ended(jobId: string): Promise<StoredQueue>;
  read(jobId: string): Promise<StoredQueue>;
  act(targets: readonly object[], mode?: string): Promise<StoredQueue>;
  demand(name: string, input: object): Promise<unknown>;
  /** The user has dealt with the sign that stops everything. */
  dismissSign(): Promise<void>;
  deeds(): readonly object[];
  deedOf(name: DeedName, changes?: object): object;
  /** Windows that were opened for acting are closed again. */
  awaitOneWindow(): Promise<void>;
}

export async function openActingStand(
  options: {
    readonly noteKey?: string;
    readonly extensionDir?: string;
    /** A browser that is there already, with real visibility. */
    readonly stage?: Stage;
  } = {},
): Promise<ActingStand> {
  const { noteKey = 'tea', extensionDir } = options;
  const own = { realVisibility: true, ...(extensionDir === undefined ? {} : { extensionDir }) };
  const stage = options.stage ?? (await launchWithReplica({ chromium: own }));
  const { replica, chromium } = stage;
  const { evaluate } = chromium.extension;
  const demand = (name: string, input: object) => demandOfBackground<unknown>(evaluate, name, input);
  await agreeToAll(chromium.extension);
  await demand('settings.change', { patch: { acting: FAST_ACTING, loading: FAST_LOADING } });
  const note = findNote(replica, noteKey);
  const viewerId = replica.world.authors[0]?.userId ?? '';
  const page = await chromium.newPage();
  const read = async (jobId: string): Promise<StoredQueue> => {
    const stored = (await chromium.extension.readDatabase(DATABASE)) as {
      jobs: Pick<StoredQueue, 'jobId' | 'state' | 'error'>[];
      jobItems: StoredItem[];
      actions?: StoredAttempt[];
    };
    const job = stored.jobs.find((one) => one.jobId === jobId);
    if (!job) throw new Error('There is no such job.');
    const attempts = (stored.actions ?? [])
      .filter((attempt) => attempt.jobId === jobId)
      .sort((a, b) => a.at - b.at);
    return {
      ...job,
      items: stored.jobItems.filter((item) => item.jobId === jobId),
      attempts,
      outcomes: attempts.map(({ outcome }) => outcome),
    };
  };
  const ended = (jobId: string) =>
    waitFor(
      async () => {
        const queue = await read(jobId);
        return ['queued', 'running', 'waiting'].includes(queue.state) ? undefined : queue;
      },
      { what: 'the actions to be over', timeoutMs: 90_000, everyMs: 150 },
    );
  const start = async (targets: readonly object[], mode = 'send') => {
    const full = targets.map((target) => ({ noteId: note.noteId, viewerId, ...target }));
    const order = { kind: 'act', input: { mode, targets: full }, agreed: true, confirmed: true };
    return ((await demand('job.start', order)) as { jobId: string }).jobId;
  };
  const stand: ActingStand = {
    ...stage,
    ...{ note, viewerId, page, start, ended, read, demand },
    openNote: async () => {
      await page.bringToFront();
      await page.goto('about:blank');
      await page.goto(replica.noteUrl(noteKey));
      await page.locator('.comment-item').first().waitFor();
    },
    act: async (targets, mode) => ended(await start(targets, mode)),
    dismissSign: async () => {
      await demand('stop-sign.dismiss', { tabId: -1 });
    },
    deeds: () =>
      replica.deeds.map(({ name, userId, noteId, commentId, content, code }) => ({
        ...{ name, userId, noteId, commentId, content, code },
      })),
    deedOf: (name, changes = {}) => ({
      ...{ name, userId: viewerId, noteId: note.noteId, commentId: '', content: '', code: 0 },
      ...changes,
    }),
    awaitOneWindow: async () => {
      const isOne = async () => (await evaluate('chrome.windows.getAll().then((all) => all.length)')) === 1;
      await waitFor(isOne, { what: 'no window to be left but one' });
    },
  };
  await stand.openNote();
  return stand;
}

/** A reply that the page shows only after its thread was opened, in the last thread that has some. */
export function findDeepReply(note: WorldNote): WorldComment & { readonly rootId: string } {
  const root = [...note.comments].reverse().find(({ replies }) => replies.length > 3);
  const last = root?.replies.at(-1);
  if (!root || !last) throw new Error('The note has no thread to be opened.');
  return { ...last, rootId: root.id };
}
