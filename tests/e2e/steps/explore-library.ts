import type { Page } from 'playwright-core';
import type { NotePlan, Replica } from '../../replica/types';
import type { WorldNote } from '../../replica/world/types';
import { answerWelcome } from './answer-welcome';
import { launchWithProviders } from './launch-with-providers';
import type { Stage } from './launch-with-replica';
import { saveProviderKey } from './save-provider-key';

export const KEYWORD = '观星';
const DAY_MS = 86_400_000;
/** Whose the first of the planned notes are: their place among the world's people. */
export const WRITER = 7;
const BY_WRITER = 25;

/**
 * 45 notes that only this keyword finds: every third one a video, from two hours to nine months old, the first 25 by one
 * person; the titles of some would run in a spreadsheet.
 */
export function planNotes(now = Date.now()): NotePlan[] {
  return Array.from({ length: 45 }, (_, index) => ({
    key: `sky-${String(index)}`,
    title: `${index % 9 === 4 ? '=' : ''}${KEYWORD}的第${String(index + 1)}夜`,
    type: index % 3 === 0 ? ('video' as const) : ('normal' as const),
    time: now - 7_200_000 - index * 6 * DAY_MS,
    ...(index < BY_WRITER ? { author: WRITER } : {}),
  }));
}

export interface ExploreStage extends Stage {
  readonly library: Page;
}

/** Chromium with the library open at Explore, everything agreed to, and a key of TikHub saved as a user saves it. */
export async function openExplore(notes = planNotes()): Promise<ExploreStage> {
  const stage = await launchWithProviders({ replica: { notes } });
  const { replica, chromium } = stage;
  await answerWelcome(chromium.extension);
  await saveProviderKey(chromium.extension, 'tikhub', replica.providerKey('tikhub').value);
  const library = await chromium.extension.openPage('library.html');
  library.setDefaultTimeout(15_000);
  return { ...stage, library };
}

/** What stands where an answer is shown: results, or why there are none. */
const shownAnswer = (library: Page) =>
  library
    .locator('main')
    .getByRole('region', { name: 'Results', exact: true })
    .or(library.locator('main .notice-page'));

/** Types into the one field, waits until the cost is told, and presses; resolves when the new answer is shown. */
export async function ask(library: Page, text: string, button = 'Search'): Promise<void> {
  await library.getByRole('searchbox').fill(text);
  await readCost(library);
  const [before] = await shownAnswer(library).elementHandles();
  await library.getByRole('button', { name: button, exact: true }).click();
  await before?.waitForElementState('hidden');
  await shownAnswer(library).waitFor();
}

/** The line below the field that tells what asking costs, when it is known. */
export async function readCost(library: Page): Promise<string> {
  const cost = library.locator('#query-cost', {
    hasText: /about|price not known|Answered from this browser|None of your providers/,
  });
  return cost.innerText();
}

/** Asks for one more page, and waits until it is there. */
export async function askMore(library: Page): Promise<void> {
  const runs = library.getByRole('group', { name: 'Sources and cost' }).locator('.run-line');
  const before = await runs.count();
  await library.getByRole('button', { name: 'One more page' }).click();
  await runs.nth(before).waitFor();
}

/** One of a few that stand in a row: what to look for, a filter, a view. */
export async function chooseOption(library: Page, group: string, name: string): Promise<void> {
  const options = library.getByRole('radiogroup', { name: group, exact: true });
  await options.getByRole('radio', { name, exact: true }).click();
}

/** Ids of the notes that are shown, in their order, as their links name them. */
export async function readShownNotes(library: Page): Promise<string[]> {
  const links = library.getByRole('region', { name: 'Results', exact: true }).locator('a[href*="/explore/"]');
  const urls = await links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
  return urls.map((url) => new URL(url).pathname.split('/').at(-1) ?? '');
}

export interface Wanted {
  readonly type?: WorldNote['type'];
  readonly maxAgeMs?: number;
}

/** The planned notes of a kind and an age, as the world knows them. */
export function listPlanned(replica: Replica, { type, maxAgeMs }: Wanted = {}): WorldNote[] {
  const now = Date.now();
  return replica.world.notes.filter(
    (note) =>
      note.title.includes(KEYWORD) &&
      (type === undefined || note.type === type) &&
      (maxAgeMs === undefined || now - note.time < maxAgeMs),
  );
}

export const idsOf = (notes: readonly WorldNote[]) => notes.map(({ noteId }) => noteId);
