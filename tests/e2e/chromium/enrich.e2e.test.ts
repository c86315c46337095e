/** From the first key to an enriched note and its author in the real panel, as a guest; and what may stand in the way. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { toPlaceName } from '../../replica/providers/app-bodies/place-names';
import type { WorldNote } from '../../replica/world/types';
import { watchConsole } from '../../support/browsers/page-console';
import type { PageConsole } from '../../support/browsers/page-console';
import { takeScreenshot } from '../../support/screenshots';
import { answerWelcome } from '../steps/answer-welcome';
import { askBackground, changeProviderSettings } from '../steps/change-provider-settings';
import { checkLooks } from '../steps/check-looks';
import { findNote } from '../steps/find-note';
import { launchWithProviders } from '../steps/launch-with-providers';
import type { Stage } from '../steps/launch-with-replica';
import { saveProviderKey } from '../steps/save-provider-key';
import { waitForRest } from '../steps/wait-for-rest';

const FOLDER = 'chromium/enrich';

let stage: Stage;
let site: Page;
let panel: Page;
let note: WorldNote;
const consoles: PageConsole[] = [];

interface StoredNote {
  readonly noteId: string;
  readonly observed: Readonly<Record<string, { source: string; via: string }>>;
  readonly video?: { readonly streams: readonly { readonly url: string }[] };
}

const inEnglish = (count: number) => new Intl.NumberFormat('en').format(count);
const billed = () => stage.replica.billedCalls().count;
/** What was asked about notes and people; prices are looked up beside it. */
const endpoints = () =>
  stage.replica.providerCalls.filter(({ series }) => series !== 'account').map(({ endpoint }) => endpoint);
const numbers = () => panel.getByRole('region', { name: 'Numbers', exact: true });

beforeAll(async () => {
  stage = await launchWithProviders({ chromium: { session: 'guest' } });
  const { replica, chromium } = stage;
  note = findNote(replica, 'video');
  await answerWelcome(chromium.extension);
  site = await chromium.newPage();
  await openNote('video');
  panel = await chromium.extension.openSidePanel();
  panel.setDefaultTimeout(20_000);
  consoles.push(watchConsole(panel));
  await panel.getByRole('radio', { name: 'Details' }).check({ force: true });
  await numbers().waitFor();
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await takeScreenshot(panel, `${FOLDER}/failed`);
});

afterAll(() => stage.close());

async function openNote(key: string): Promise<void> {
  await site.bringToFront();
  await site.goto(stage.replica.noteUrl(key));
  await site.locator('.note-scroller').waitFor();
}

async function show(page: Page, name: string): Promise<void> {
  await waitForRest(page);
  await takeScreenshot(page, `${FOLDER}/${name}`);
  expect(await checkLooks(page)).toEqual([]);
  // What scrolls is the panel's middle, never the panel itself.
  expect(await page.evaluate(() => document.documentElement.scrollTop)).toBe(0);
}

async function readNote(noteId: string): Promise<StoredNote | undefined> {
  const stores = await stage.chromium.extension.readDatabase('hongshu-companion');
  return ((stores?.['notes'] ?? []) as StoredNote[]).find((one) => one.noteId === noteId);
}

describe('from no key to an enriched note', () => {
  test('without a key the panel offers nothing', async () => {
    await panel
      .getByText(/page as delivered/)
      .first()
      .waitFor({ state: 'attached' });
    expect(await panel.getByRole('button', { name: 'Enrich' }).count()).toBe(0);
    expect(await numbers().textContent()).not.toContain(inEnglish(note.likedCount));
    await show(panel, 'no-key');
  });

  test('the first key: the panel says what is missing, and what it costs', async () => {
    const { replica, chromium } = stage;
    await saveProviderKey(chromium.extension, 'tikhub', replica.providerKey('tikhub').value);
    await site.bringToFront();
    await panel.getByText('Missing so far: exact counts and place.').waitFor();
    await panel.getByText('about $0.01 · 1 call · TikHub App V2 is asked first').first().waitFor();
    await show(panel, 'offered');
    expect(billed()).toBe(0);
  });

  test('one click: exact counts and the place, by one billed call', async () => {
    stage.replica.clearRecords();
    await panel.getByRole('button', { name: 'Enrich', exact: true }).click();
    await panel.getByText('Filled by TikHub App V2: exact counts and place').waitFor();
    for (const count of [note.likedCount, note.collectedCount, note.shareCount]) {
      await numbers().getByText(inEnglish(count), { exact: true }).first().waitFor();
    }
    const place = toPlaceName(note.ipLocation ?? '');
    await panel.getByText(`Place ${place}`).waitFor();
    expect(endpoints()).toEqual(['app_v2/get_video_note_detail']);
    expect(billed()).toBe(1);
    const stored = await readNote(note.noteId);
    expect(stored?.observed['place']).toMatchObject({ source: 'tikhub-app-v2' });
    expect(stored?.observed['counts.likes']).toMatchObject({ source: 'tikhub-app-v2' });
    expect(stored?.video?.streams.length).toBeGreaterThan(0);
    await show(panel, 'filled');
  });

  test('each field says where it comes from', async () => {
    const provenance = panel.locator('details', { hasText: 'Where this comes from' });
    await provenance.locator('summary').click();
    await provenance
      .getByText(/^TikHub App V2 · /)
      .first()
      .waitFor();
    const place = provenance.locator('.provenance-line', { has: panel.getByText('place', { exact: true }) });
    expect(await place.textContent()).toContain('TikHub App V2');
    await place.scrollIntoViewIfNeeded();
    await show(panel, 'provenance');
    await provenance.locator('summary').click();
  });

  test('a second look costs nothing', async () => {
    await openNote('tea');
    await openNote('video');
    await panel.getByRole('button', { name: 'Ask a provider' }).click();
    await panel.getByText('answer kept here').waitFor();
    await numbers().getByText(inEnglish(note.likedCount), { exact: true }).first().waitFor();
    expect(billed()).toBe(1);
    expect(endpoints()).toHaveLength(1);
    await show(panel, 'second-look');
  });
});

describe('the author', () => {
  const card = () => panel.getByRole('region', { name: 'Author', exact: true });

  test('is asked for by a press alone, with one call', async () => {
    stage.replica.clearRecords();
    const { author } = note;
    await card().getByRole('button', { name: 'Get the profile' }).click();
    await card()
      .getByText(/^Filled by TikHub App V2/)
      .waitFor();
    for (const count of [author.fans, author.follows, author.likedAndCollected]) {
      await card().getByText(inEnglish(count), { exact: true }).first().waitFor();
    }
    await card().getByText(author.redId, { exact: true }).first().waitFor();
    expect(endpoints()).toEqual(['app_v2/get_user_info']);
    expect(billed()).toBe(1);
    await card().scrollIntoViewIfNeeded();
    await show(panel, 'author');
    await card().getByText('Where the profile comes from').click();
    await card()
      .getByText(/^TikHub App V2 · /)
      .first()
      .waitFor();
    await card().getByRole('button', { name: 'Renew the profile' }).click();
    await card().getByText('answer kept here').waitFor();
    expect(billed()).toBe(1);
  });
});

describe('what may stand in the way', () => {
  test('the first series fails: the next one answers, and the attempt is shown', async () => {
    const { replica } = stage;
    replica.clearRecords();
    replica.providerFaults.endpoints['app_v2/get_image_note_detail'] = {
      failures: Array.from({ length: 9 }, () => ({ status: 400 })),
    };
    await openNote('tea');
    await panel.getByRole('button', { name: 'Enrich', exact: true }).click();
    await panel.getByText('Filled by TikHub App: exact counts and place').waitFor();
    await panel.getByText(/attempts? failed/).click();
    await panel.getByRole('list', { name: 'Attempts that failed' }).waitFor();
    await show(panel, 'next-answered');
    delete replica.providerFaults.endpoints['app_v2/get_image_note_detail'];
    expect(billed()).toBe(1);
    await askBackground(stage.chromium.extension, 'provider.retry', { family: 'tikhub' });
  });

  test('nobody answers: every attempt is shown, and trying again goes on', async () => {
    const { replica } = stage;
    await openNote('livephoto');
    replica.providerFaults.tikhub.body = 'html';
    await panel.getByRole('button', { name: 'Enrich', exact: true }).click();
    await panel.getByText('Nobody gave an answer').waitFor({ timeout: 60_000 });
    await panel.getByRole('list', { name: 'Attempts that failed' }).scrollIntoViewIfNeeded();
    await show(panel, 'failed-attempts');
    replica.providerFaults.tikhub.body = 'normal';
    replica.clearRecords();
    // Who failed again and again rests, until the user says that it is mended.
    await askBackground(stage.chromium.extension, 'provider.retry', { family: 'tikhub' });
    await panel.getByRole('button', { name: 'Try again' }).click();
    await panel.getByText(/^Filled by TikHub App V2/).waitFor();
    expect(billed()).toBe(1);
  });

  test('the budget is used up: it is raised in place, and nothing is lost', async () => {
    await changeProviderSettings(stage.chromium.extension, { dailyBudget: { USD: 0.001 } });
    await openNote('popular');
    await panel.getByText('Today’s budget has no room for it').first().waitFor();
    stage.replica.clearRecords();
    await panel.getByRole('button', { name: 'Enrich', exact: true }).click();
    await panel.getByRole('button', { name: 'Raise and go on' }).scrollIntoViewIfNeeded();
    await show(panel, 'budget');
    expect(endpoints()).toEqual([]);
    await panel.getByRole('textbox', { name: 'Limit per day (USD)' }).fill('5');
    await panel.getByRole('button', { name: 'Raise and go on' }).click();
    await panel.getByText(/^Filled by TikHub App/).waitFor();
    expect(billed()).toBe(1);
  });
});

describe('by itself, when the settings say so', () => {
  test('the panel shows the new values as they come', async () => {
    const { replica } = stage;
    await changeProviderSettings(stage.chromium.extension, { autoEnrich: { isOn: true, dailyCap: 5 } });
    replica.clearRecords();
    const opened = findNote(replica, 'feed-9');
    await openNote('feed-9');
    await panel.getByRole('heading', { level: 1, name: opened.title }).waitFor();
    await numbers().getByText(inEnglish(opened.likedCount), { exact: true }).first().waitFor();
    expect(billed()).toBe(1);
    await changeProviderSettings(stage.chromium.extension, { autoEnrich: { isOn: false, dailyCap: 5 } });
  });
});

test('the panel said nothing bad to its console', () => {
  expect(consoles).toHaveLength(1);
  expect(consoles.flatMap(({ errors }) => errors)).toEqual([]);
});
