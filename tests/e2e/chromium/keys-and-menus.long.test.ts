/** Keys and the context menu, pressed and chosen in a window on a screen, where alone the browser takes them for a user's. */
import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WorldNote } from '../../replica/world/types';
import { startVirtualDisplay } from '../../support/desk/virtual-display';
import type { VirtualDisplay } from '../../support/desk/virtual-display';
import { readCsv } from '../../support/read-csv';
import { findDeskPrograms } from '../../support/setup/desk-programs';
import { undoCellGuard } from '../../support/undo-cell-guard';
import { waitFor } from '../../support/wait-for';
import { answerWelcome } from '../steps/answer-welcome';
import { findNote } from '../steps/find-note';
import { launchWithReplica } from '../steps/launch-with-replica';
import type { Stage } from '../steps/launch-with-replica';
import { readComments } from '../steps/read-comments';

/** "Export this note’s comments" stands over "Inspect", the last of a link's menu; its letter is another entry's, too. */
const BY_ARROWS = ['Up', 'Up', 'Return'];

const programs = findDeskPrograms('display');

describe.skipIf(!programs)('in a window on a screen', () => {
  let display: VirtualDisplay;
  let stage: Stage;
  let note: WorldNote;
  let site: Page;

  beforeAll(async () => {
    if (!programs) throw new Error('No screen to be had.');
    display = await startVirtualDisplay(programs);
    stage = await launchWithReplica({
      chromium: { realVisibility: true, headless: false, display: display.name },
    });
    const { replica, chromium } = stage;
    note = findNote(replica, 'tea');
    await answerWelcome(chromium.extension);
    site = await chromium.newPage();
    await site.bringToFront();
    await site.goto(replica.noteUrl('tea'));
    await site.locator('.parent-comment').first().waitFor();
    await waitForServed();
  });

  afterAll(async () => {
    await stage.close();
    await display.close();
  });

  /** Until what the page was given is stored. */
  const waitForServed = () =>
    waitFor(
      async () => {
        const stored = await readComments(stage.chromium.extension, note.noteId);
        const ids = new Set(stored.map(({ commentId }) => commentId));
        const served = stage.replica.servedCommentIds(note.noteId);
        return served.length > 0 && served.every((id) => ids.has(id));
      },
      { what: 'the comments of the page to be stored' },
    );

  const countPanels = async () =>
    Number(
      await stage.chromium.extension.evaluate(
        `chrome.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] }).then((found) => found.length)`,
      ),
    );

  /** The panel shows the note; it is closed for the next test. */
  async function expectPanel(): Promise<void> {
    await waitFor(async () => (await countPanels()) === 1, { what: 'the side panel to open' });
    const panel = await stage.chromium.extension.attachSidePanel();
    await panel.getByRole('heading', { level: 1, name: note.title }).waitFor();
    await panel.evaluate(() => window.close());
    await waitFor(async () => (await countPanels()) === 0, { what: 'the side panel to close' });
  }

  interface Download {
    readonly filename: string;
  }
  const listFiles = async () =>
    (await stage.chromium.extension.evaluate(
      `chrome.downloads.search({ state: 'complete', filenameRegex: '\\\\.csv$' })`,
    )) as Download[];

  /** What `act` saves is a file with exactly the comments that the page was given. */
  async function expectExport(act: () => Promise<void>): Promise<void> {
    const before = (await listFiles()).map(({ filename }) => filename);
    await act();
    const file = await waitFor(
      async () => (await listFiles()).find(({ filename }) => !before.includes(filename)),
      { what: 'a finished download' },
    );
    const { rows } = readCsv(readFileSync(file.filename, 'utf8'));
    const ids = rows.map((row) => undoCellGuard(row['Comment ID'] ?? ''));
    expect(ids.toSorted()).toEqual(stage.replica.servedCommentIds(note.noteId).toSorted());
  }

  /** Opens the context menu over an element, and chooses by keys, each group in the menu that the one before opened. */
  async function choose(target: Locator, ...groups: readonly (readonly string[])[]): Promise<void> {
    const others = new Set(await display.listWindows());
    const menus = new Set<string>();
    await display.rightClick(await findOnScreen(target));
    for (const keys of groups) {
      const menu = await waitFor(
        async () => (await display.listWindows()).find((window) => !others.has(window) && !menus.has(window)),
        { what: `the menu for ${keys.join()}` },
      );
      menus.add(menu);
      await display.press(...keys);
    }
    await waitFor(async () => !(await display.listWindows()).some((window) => menus.has(window)), {
      what: 'the menus to close',
    });
  }

  async function findOnScreen(target: Locator): Promise<{ x: number; y: number }> {
    await target.scrollIntoViewIfNeeded();
    const box = await target.boundingBox();
    if (!box) throw new Error('The element is not on the page.');
    // All that stands around a page stands left of it and above it, as long as no panel is open.
    const page = await site.evaluate(() => ({
      x: screenX + outerWidth - innerWidth,
      y: screenY + outerHeight - innerHeight,
    }));
    return { x: page.x + box.x + box.width / 2, y: page.y + box.y + box.height / 2 };
  }

  test('Alt+Shift+H opens the panel', async () => {
    await display.press('alt+shift+h');
    await expectPanel();
  });

  test('Alt+Shift+E exports the note in front', async () => {
    await expectExport(() => display.press('alt+shift+e'));
  });

  test('the menu of the page opens the panel', async () => {
    // "Hongshu Companion…" → "Open side panel"
    await choose(site.locator('.note-content .title'), ['h'], ['o']);
    await expectPanel();
  });

  test('the menu of the page exports the note', async () => {
    // "Hongshu Companion…" → "Export this note’s comments"
    await expectExport(() => choose(site.locator('.note-content .title'), ['h'], ['e']));
  });

  test('the menu of a link exports the note it leads to', async () => {
    await site.goto('https://www.xiaohongshu.com/explore');
    await expectExport(() => choose(linkTo(note), BY_ARROWS));
  });

  test('and opens it instead, where nothing of it is stored', async () => {
    const other = findNote(stage.replica, 'video');
    const opened = stage.chromium.context.waitForEvent('page');
    await choose(linkTo(other), BY_ARROWS);
    const page = await opened;
    await page.waitForURL((url) => url.pathname.endsWith(other.noteId));
    await page.locator('.parent-comment').first().waitFor();
  });

  const linkTo = ({ noteId }: WorldNote) => site.locator(`.laid-out a.cover[href*="${noteId}"]`);
});
