import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { watchConsole } from '../../support/browsers/page-console';
import { waitFor } from '../../support/wait-for';
import { agreeToAll } from './agree-to-all';
import { findNote } from './find-note';
import { launchWithReplica } from './launch-with-replica';
import type { Stage } from './launch-with-replica';
import { rewriteResponses } from './rewrite-responses';
import type { Rewrite } from './rewrite-responses';

/** A site that can turn hostile, and the extension beside it. */
export interface HostileStage extends Stage {
  readonly site: Page;
  /** The real side panel. */
  readonly panel: Page;
  /** From now on the site answers so; gives the addresses that it has answered so until now. */
  turnHostile(patterns: readonly string[], rewrite: Rewrite): Promise<readonly string[]>;
  turnGood(): Promise<void>;
  /** A note, untouched, is read as ever; what came before it has been through by then. And nothing has run. */
  expectGoodNote(key: 'tea' | 'video'): Promise<void>;
  /** No text of a stranger has run or become an element, and nothing of the extension shows an error. */
  expectNothingRan(): Promise<void>;
  readStore(name: string): Promise<Record<string, unknown>[]>;
}

/** Opens a good note and the panel; everything that can be kept is kept. */
export async function openHostileStage(): Promise<HostileStage> {
  const stage = await launchWithReplica();
  const { chromium, replica } = stage;
  await agreeToAll(chromium.extension);
  const workerErrors: string[] = [];
  for (const worker of chromium.context.serviceWorkers())
    worker.on('console', (message) => {
      if (message.type() === 'error') workerErrors.push(message.text());
    });
  const site = await chromium.newPage();
  await site.bringToFront();
  await site.goto(replica.noteUrl('livephoto'));
  const panel = await chromium.extension.openSidePanel();
  const panelConsole = watchConsole(panel);
  const showsNote = (key: string) =>
    panel.getByRole('heading', { level: 1, name: findNote(replica, key).title }).waitFor();
  await showsNote('livephoto');

  let undo: (() => Promise<void>) | undefined;
  const turnGood = async () => {
    await undo?.();
    undo = undefined;
  };
  const readStore = async (name: string) => {
    const stores = await chromium.extension.readDatabase('hongshu-companion');
    return (stores?.[name] ?? []) as Record<string, unknown>[];
  };
  const expectNothingRan = async () => {
    await expectNoTrace(panel, stage);
    expect(panelConsole.errors).toEqual([]);
    expect(workerErrors).toEqual([]);
  };
  return {
    ...stage,
    site,
    panel,
    readStore,
    turnGood,
    expectNothingRan,
    async turnHostile(patterns, rewrite) {
      const rewritten: string[] = [];
      undo = await rewriteResponses(site, patterns, (body, url) => {
        const changed = rewrite(body, url);
        if (changed !== undefined) rewritten.push(url);
        return changed;
      });
      return rewritten;
    },
    async expectGoodNote(key) {
      await turnGood();
      await site.goto('about:blank');
      await site.goto(replica.noteUrl(key));
      await showsNote(key);
      await site.locator('.parent-comment').first().waitFor();
      const { noteId } = findNote(replica, key);
      await waitFor(
        async () => {
          const stored = new Set((await readStore('comments')).map(({ commentId }) => commentId));
          const served = replica.servedCommentIds(noteId);
          return served.length > 0 && served.every((id) => stored.has(id));
        },
        { what: 'the comments of the good note to be stored' },
      );
      await expectNothingRan();
    },
  };
}

async function expectNoTrace(panel: Page, { chromium }: Stage): Promise<void> {
  const probe = 'String([globalThis.pwned, ({}).polluted, [].polluted])';
  expect(await panel.evaluate(probe)).toBe(',,');
  for (const worker of chromium.context.serviceWorkers()) expect(await worker.evaluate(probe)).toBe(',,');
  expect(await panel.locator('img[src="x"], script:not([src])').count()).toBe(0);
  const addresses = await panel
    .locator('a[href], img[src], video[src]')
    .evaluateAll((elements) =>
      elements.map((element) => element.getAttribute('href') ?? element.getAttribute('src') ?? ''),
    );
  for (const address of addresses) expect(address).toMatch(/^(https:|data:image\/|blob:)/);
}
