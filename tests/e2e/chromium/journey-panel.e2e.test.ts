/** The side panel beside tabs that come and go, "Load comments for me" in it, and exports while it runs. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { RecordedRequest } from '../../replica/types';
import type { WorldNote } from '../../replica/world/types';
import { watchConsole } from '../../support/browsers/page-console';
import type { PageConsole } from '../../support/browsers/page-console';
import { takeScreenshot } from '../../support/screenshots';
import { waitFor } from '../../support/wait-for';
import { answerWelcome } from '../steps/answer-welcome';
import { exportInPanel } from '../steps/export-in-panel';
import { findNote } from '../steps/find-note';
import { flattenComments } from '../steps/flatten-comments';
import { launchWithReplica } from '../steps/launch-with-replica';
import type { Stage } from '../steps/launch-with-replica';
import { openWindow } from '../steps/open-window';
import { readComments } from '../steps/read-comments';
import { readLoadingJob, readLoadingStates } from '../steps/read-loading';
import { recordGestures } from '../steps/record-gestures';

/** The shortest pause between two steps, as installed. */
const MIN_PAUSE_MS = 1_500;

let stage: Stage;
let note: WorldNote;
let site: Page;
let siteConsole: PageConsole;
let panel: Page;
let panelConsole: PageConsole;

const heading = (title: string) => panel.getByRole('heading', { level: 1, name: title });
const idsOf = (of: WorldNote) => flattenComments(of).map(({ id }) => id);
const isCommentCall = ({ kind, method, path }: RecordedRequest) =>
  kind === 'api' && method === 'GET' && path.includes('/comment/');

beforeAll(async () => {
  stage = await launchWithReplica({
    replica: {
      notes: [{ key: 'short', title: '周末烤面包', topLevelComments: 24, repliesOf: repliesOfShort }],
    },
    chromium: { realVisibility: true },
  });
  const { replica, chromium } = stage;
  note = findNote(replica, 'short');
  await answerWelcome(chromium.extension);
  site = await chromium.newPage();
  siteConsole = watchConsole(site);
  await site.bringToFront();
  await site.goto(replica.noteUrl('short'));
  await site.locator('.parent-comment').first().waitFor();
  panel = await chromium.extension.openSidePanel();
  panel.setDefaultTimeout(10_000);
  panelConsole = watchConsole(panel);
  await heading(note.title).waitFor();
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await takeScreenshot(panel, 'chromium/journey-panel/failed');
});

afterAll(() => stage.close());

function repliesOfShort(index: number): number {
  return { 0: 13, 3: 4 }[index] ?? 0;
}

describe('the panel beside the tabs of its window', () => {
  test('follows the tab to another note', async () => {
    const { replica } = stage;
    await site.goto(replica.noteUrl('video'));
    await heading(findNote(replica, 'video').title).waitFor();
    await site.goto(replica.noteUrl('short'));
    await heading(note.title).waitFor();
  });

  test('stays with a pinned note, and says that the tab shows another', async () => {
    const { replica } = stage;
    await panel.getByRole('button', { name: 'Pin this note' }).click();
    await site.goto(replica.noteUrl('video'));
    await panel.getByText('The tab shows another note now.').waitFor();
    await heading(note.title).waitFor();
    expect(await panel.getByRole('button', { name: 'Load comments for me' }).isDisabled()).toBe(true);
    await takeScreenshot(panel, 'chromium/journey-panel/pinned');
    await panel.getByRole('button', { name: 'Show the current note' }).click();
    await heading(findNote(replica, 'video').title).waitFor();
    await panel.getByText('The tab shows another note now.').waitFor({ state: 'hidden' });
    await site.goto(replica.noteUrl('short'));
    await heading(note.title).waitFor();
  });

  test('shows the note of the tab in front, and nothing of tabs in other windows', async () => {
    const { replica, chromium } = stage;
    const tea = findNote(replica, 'tea');
    const second = await chromium.context.newPage();
    await second.goto(replica.noteUrl('tea'));
    await second.bringToFront();
    await heading(tea.title).waitFor();
    await second.close();
    await site.bringToFront();
    await heading(note.title).waitFor();

    const opened = chromium.context.waitForEvent('page');
    const url = JSON.stringify(replica.noteUrl('livephoto'));
    await chromium.extension.evaluate(`chrome.windows.create({ url: ${url}, focused: false })`);
    const other = await opened;
    await other.locator('.note-scroller').waitFor();
    const { noteId } = findNote(replica, 'livephoto');
    await waitFor(async () => (await readNoteIds()).includes(noteId), {
      what: 'the other window to be read',
    });
    await heading(note.title).waitFor();
    expect(await panel.getByText('The tab shows another note now.').isVisible()).toBe(false);
    await other.close();
  });
});

describe('"Load comments for me"', () => {
  const button = (name: string) => panel.getByRole('button', { name, exact: true });
  const untilJob = (changes: object) =>
    expect.poll(() => readLoadingJob(stage.chromium.extension), { timeout: 15_000 }).toMatchObject(changes);

  test('is paused when told to be, and asks nothing more of the page', async () => {
    await site.bringToFront();
    await button('Load comments for me').click();
    await button('Pause').waitFor();
    await expect
      .poll(async () => (await readLoadingStates(stage.chromium.extension))[0]?.steps ?? 0)
      .toBeGreaterThan(0);
    await takeScreenshot(panel, 'chromium/journey-panel/loading');
    await button('Pause').click();
    await panel.getByText('Paused. What has come is kept, and it goes on whenever you like.').waitFor();
    const [state] = await readLoadingStates(stage.chromium.extension);
    expect(state).toMatchObject({ running: false, stoppedBy: 'user' });
    // A gesture that was on its way when the button was pressed may still be made.
    expect(state?.steps).toBeLessThanOrEqual(2);
    await takeScreenshot(panel, 'chromium/journey-panel/paused');
  });

  test('stops when the tab is left, and does not go on by itself when it is back', async () => {
    const { replica, chromium } = stage;
    await button('Resume').click();
    await button('Pause').waitFor();
    const other = await chromium.context.newPage();
    await other.bringToFront();
    await panel.getByText('No note is open here').waitFor();
    await waitFor(() => site.evaluate(() => document.visibilityState === 'hidden'), {
      what: 'the note to be out of sight',
    });
    await waitFor(
      async () => (await readLoadingStates(stage.chromium.extension)).every((state) => !state.running),
      {
        what: 'the loading to have stopped',
      },
    );
    const [stopped] = await readLoadingStates(stage.chromium.extension);
    await other.close();
    await site.bringToFront();
    await panel.getByText('The tab is not in front, so this stopped.').waitFor();
    const stoppedAt = stopped?.updatedAt ?? 0;
    const later = replica.requests.filter((request) => isCommentCall(request) && request.at > stoppedAt);
    expect(later).toEqual([]);
    expect(await readLoadingStates(stage.chromium.extension)).toEqual([stopped]);
  });

  test('stops when the page goes to another note, says so, and goes on when this one is open again', async () => {
    const { replica } = stage;
    await button('Resume').click();
    await button('Pause').waitFor();
    await site.goto(replica.noteUrl('video'));
    await heading(findNote(replica, 'video').title).waitFor();
    await untilJob({ state: 'paused', error: { code: 'note-left' } });
    await site.goto(replica.noteUrl('short'));
    await panel.getByText('The page moved on, so this stopped. Open the note again to go on.').waitFor();
    await takeScreenshot(panel, 'chromium/journey-panel/note-left');
    await site.locator('.parent-comment').first().waitFor();
  });

  test('loads, at a reader’s pace, everything that the site lists, with nobody to watch and its worker killed', async () => {
    const { replica, chromium } = stage;
    const listGestures = await recordGestures(site);
    await button('Resume').click();
    await untilJob({ state: 'running' });
    const known = await readComments(chromium.extension, note.noteId);
    expect(known.length).toBeLessThan(idsOf(note).length);
    const early = await exportInPanel(panel, chromium.downloadDir);
    const library = await openWindow(chromium, 'library.html#jobs');
    const line = library.getByRole('article', { name: `${note.title} · Load comments for me` });
    await line.getByText(new RegExp(`^\\d+ of ${idsOf(note).length}$`)).waitFor();
    await line.getByText('Running', { exact: true }).waitFor();
    await panel.close();
    await chromium.extension.killWorker();
    await line.getByText('Done', { exact: true }).waitFor({ timeout: 60_000 });
    await takeScreenshot(library, 'chromium/journey-panel/library');
    await library.close();
    await site.bringToFront();
    panel = await chromium.extension.openSidePanel();
    panel.setDefaultTimeout(10_000);
    panelConsole = watchConsole(panel);
    await panel.getByText('Reached the end of the page').waitFor();
    await panel.getByText(/^Collected in full .* from the page$/).waitFor();
    expect(await readLoadingJob(chromium.extension)).toMatchObject({
      state: 'done',
      progress: { rows: idsOf(note).length },
    });
    expect(replica.servedCommentIds(note.noteId).toSorted()).toEqual(idsOf(note).toSorted());

    const times = await listGestures();
    const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    expect(gaps.length).toBeGreaterThan(1);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(MIN_PAUSE_MS);

    const stored = await waitFor(
      async () => {
        const rows = await readComments(chromium.extension, note.noteId);
        return rows.length === idsOf(note).length && rows;
      },
      { what: 'every comment to be stored' },
    );
    const exportedAt = Date.parse((early.report as { exportedAt: string }).exportedAt);
    const seenBefore = stored.filter((row) => row.firstSeenAt <= exportedAt).map((row) => row.commentId);
    expect(early.ids.toSorted()).toEqual(seenBefore.toSorted());
    expect(early.ids).toEqual(expect.arrayContaining(known.map((row) => row.commentId)));
    expectShortReport(early.report, early.ids);
  });

  test('an export afterwards holds all of it, under a name and with a report that say so', async () => {
    const { chromium } = stage;
    const { ids, fileName, reportName, report, table } = await exportInPanel(panel, chromium.downloadDir);
    expect(ids.toSorted()).toEqual(idsOf(note).toSorted());
    expect(new Set(ids).size).toBe(ids.length);
    expect(fileName).toMatch(new RegExp(`^${note.title}-${note.noteId}-comments-\\d{8}-\\d{6}\\.csv$`));
    expect(reportName).toBe(fileName.replace(/\.csv$/, '.report.json'));
    const contents = new Map(flattenComments(note).map(({ id, content }) => [id, content]));
    for (const [index, row] of table.rows.entries()) {
      // A quote stands before what a spreadsheet would take for a formula.
      const written = row['Content']?.replace(/^'(?=[=+\-@])/, '');
      expect(written).toBe(contents.get(ids[index] ?? ''));
    }
    const roots = note.comments.length;
    const replies = idsOf(note).length - roots;
    expect(report).toMatchObject({
      note: { noteId: note.noteId, title: note.title },
      file: { name: fileName, rows: ids.length },
      comments: {
        state: 'complete',
        reason: null,
        expected: { value: note.commentCount, approximate: false },
        got: ids.length,
        topLevel: { got: roots },
        replies: { got: replies, expected: { value: replies } },
        shortThreads: [],
      },
    });
    await panel.getByText(`${ids.length} rows exported`).waitFor();
    await takeScreenshot(panel, 'chromium/journey-panel/export-done');
  });

  test('touched no decoy, and nobody’s console shows an error', () => {
    expect(stage.replica.decoyHits).toEqual([]);
    expect(siteConsole.errors).toEqual([]);
    expect(panelConsole.errors).toEqual([]);
  });
});

async function readNoteIds(): Promise<string[]> {
  const stores = await stage.chromium.extension.readDatabase('hongshu-companion');
  return ((stores?.['notes'] ?? []) as { noteId: string }[]).map(({ noteId }) => noteId);
}

/** What the report of an unfinished reading must say of these rows. */
function expectShortReport(report: unknown, ids: readonly string[]): void {
  const written = new Set(ids);
  const short = note.comments
    .filter(({ id }) => written.has(id))
    .map(({ id, replies }) => ({
      rootCommentId: id,
      expected: replies.length,
      got: replies.filter((reply) => written.has(reply.id)).length,
    }))
    .filter(({ expected, got }) => got < expected);
  const { comments } = report as {
    comments: {
      state: string;
      got: number;
      expected: { value: number };
      shortThreads: { rootCommentId: string; expected: { value: number }; got: number; reason: string }[];
    };
  };
  expect(comments).toMatchObject({
    state: 'short',
    reason: 'stopped',
    got: ids.length,
    expected: { value: note.commentCount },
  });
  expect(
    comments.shortThreads.map(({ expected, ...rest }) => ({ ...rest, expected: expected.value })),
  ).toEqual(expect.arrayContaining(short.map((thread) => ({ ...thread, reason: 'stopped' }))));
  expect(comments.shortThreads).toHaveLength(short.length);
}
