/** Library → Explore with every filter that providers know, and with those who do not know one. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { repeat } from '../../replica/providers/faults';
import type { WorldNote } from '../../replica/world/types';
import { watchConsole } from '../../support/browsers/page-console';
import type { PageConsole } from '../../support/browsers/page-console';
import { takeScreenshot } from '../../support/screenshots';
import { changeProviderSettings } from '../steps/change-provider-settings';
import { checkLooks } from '../steps/check-looks';
import {
  KEYWORD,
  ask,
  askMore,
  chooseOption,
  idsOf,
  listPlanned,
  openExplore,
  readShownNotes,
} from '../steps/explore-library';
import type { ExploreStage, Wanted } from '../steps/explore-library';
import { waitForRest } from '../steps/wait-for-rest';

const FOLDER = 'chromium/explore-filters';
const SEARCH = 'app_v2/search_notes';
const DAY_MS = 86_400_000;

let stage: ExploreStage;
let library: Page;
let said: PageConsole;

beforeAll(async () => {
  stage = await openExplore();
  ({ library } = stage);
  said = watchConsole(library);
});

beforeEach(() => stage.replica.clearRecords());

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await takeScreenshot(library, `${FOLDER}/failed`);
});

afterAll(() => stage.close());

/** Prices may be looked up beside what is asked. */
const asked = () => stage.replica.providerCalls.filter(({ series }) => series !== 'account');
const endpoints = () => asked().map(({ endpoint }) => endpoint);
const billed = () => stage.replica.billedCalls().count;
const choose = (group: string, name: string) => chooseOption(library, group, name);
const sortBy = (label: string) => library.getByRole('combobox', { name: 'Sort' }).selectOption({ label });
const sources = () => library.getByRole('group', { name: 'Sources and cost' }).locator('.run-line');
const show = async (name: string) => {
  await waitForRest(library);
  await takeScreenshot(library, `${FOLDER}/${name}`);
  expect(await checkLooks(library)).toEqual([]);
};
const by = (keyOf: (note: WorldNote) => number) => (notes: readonly WorldNote[]) =>
  notes.toSorted((a, b) => keyOf(b) - keyOf(a));

describe('a search', () => {
  test.each([
    { sort: 'Best match', order: (notes: readonly WorldNote[]) => notes },
    { sort: 'Newest', order: by((note) => note.time) },
    { sort: 'Most liked', order: by((note) => note.likedCount) },
    { sort: 'Most commented', order: by((note) => note.commentCount) },
    { sort: 'Most saved', order: by((note) => note.collectedCount) },
  ])('is sorted by: $sort', async ({ sort, order }) => {
    await sortBy(sort);
    await ask(library, KEYWORD);
    expect(await readShownNotes(library)).toEqual(idsOf(order(listPlanned(stage.replica)).slice(0, 20)));
    expect(endpoints()).toEqual([SEARCH]);
    expect(await sources().innerText()).toMatch(/TikHub App V2.*\$0\.01/s);
  });

  test('has no two sorts that give the same', () => {
    const planned = listPlanned(stage.replica);
    const orders = (['time', 'likedCount', 'commentCount', 'collectedCount'] as const).map((key) =>
      idsOf(by((note) => note[key])(planned)).join(),
    );
    // The notes are planned from new to old: as they stand, they are the newest first.
    expect(new Set(orders).size).toBe(4);
  });

  test.each<{ group: string; name: string; wanted: Wanted; count: number }>([
    { group: 'Type', name: 'Pictures', wanted: { type: 'normal' }, count: 30 },
    { group: 'Type', name: 'Video', wanted: { type: 'video' }, count: 15 },
    { group: 'Time', name: 'Last day', wanted: { maxAgeMs: DAY_MS }, count: 1 },
    { group: 'Time', name: 'Last week', wanted: { maxAgeMs: 7 * DAY_MS }, count: 2 },
    { group: 'Time', name: 'Last half year', wanted: { maxAgeMs: 183 * DAY_MS }, count: 31 },
  ])('is filtered by $group: $name', async ({ group, name, wanted, count }) => {
    await sortBy('Best match');
    await choose(group, name);
    await ask(library, KEYWORD);
    const expected = idsOf(listPlanned(stage.replica, wanted));
    expect(expected).toHaveLength(count);
    expect(await readShownNotes(library)).toEqual(expected.slice(0, 20));
    if (count > 20) {
      await askMore(library);
      expect(await readShownNotes(library)).toEqual(expected);
    }
    expect(billed()).toBe(Math.ceil(count / 20));
    await choose(group, group === 'Type' ? 'All' : 'Any time');
  });

  test('says that nobody is live', async () => {
    await choose('Type', 'Live');
    await ask(library, KEYWORD);
    await library.getByText('Nothing was found').waitFor();
    expect(asked().map(({ query }) => query['note_type'])).toEqual(['直播笔记']);
  });

  test('takes all filters together', async () => {
    await sortBy('Most saved');
    await choose('Type', 'Video');
    await choose('Time', 'Last half year');
    await ask(library, KEYWORD);
    const wanted = listPlanned(stage.replica, { type: 'video', maxAgeMs: 183 * DAY_MS });
    expect(await readShownNotes(library)).toEqual(idsOf(by((note) => note.collectedCount)(wanted)));
    expect(wanted).toHaveLength(11);
  });
});

describe('who cannot ask like this', () => {
  const first = (name: string) =>
    library.locator('#query-cost', { hasText: `${name} is asked first` }).waitFor();

  test('is passed over, and of those who can the next one answers where one fails', async () => {
    await changeProviderSettings(stage.chromium.extension, {
      order: ['tikhub-web-v3', 'tikhub-app-v2', 'tikhub-app'],
    });
    stage.replica.providerFaults.endpoints[SEARCH] = { failures: repeat(9, { status: 502, form: 'html' }) };
    await choose('Time', 'Any time');
    await choose('Type', 'Video');
    await sortBy('Most liked');
    await library.getByRole('searchbox').fill(KEYWORD);
    await first('TikHub Web V3');
    await sortBy('Most commented');
    await first('TikHub App V2');
    await ask(library, KEYWORD);
    const wanted = listPlanned(stage.replica, { type: 'video' });
    const expected = by((note: WorldNote) => note.commentCount)(wanted);
    expect(await readShownNotes(library)).toEqual(idsOf(expected));
    expect(endpoints()).toEqual([SEARCH, SEARCH, SEARCH, 'app/search_notes']);
    expect(billed()).toBe(1);
    await sources().getByText('TikHub App', { exact: true }).waitFor();
    await sources().getByText('3 attempts failed').click();
    const attempts = library.getByRole('list', { name: 'Attempts that failed' }).getByRole('listitem');
    expect(
      await attempts.filter({ hasText: 'TikHub App V2' }).filter({ hasText: 'not charged' }).count(),
    ).toBe(3);
    await show('passed-over');
  });

  test('leaves nobody: told before anything is asked, and when it is pressed', async () => {
    await changeProviderSettings(stage.chromium.extension, {
      off: ['tikhub-app-v2', 'tikhub-app', 'tikhub-web-v2', 'tikhub-web'],
    });
    await choose('Time', 'Last week');
    await library.locator('#query-cost', { hasText: 'None of your providers can ask like this' }).waitFor();
    await ask(library, KEYWORD);
    await library.getByText('Nobody can do this').waitFor();
    expect(asked()).toEqual([]);
    await show('nobody');
  });
});

test('the library said nothing bad to its console', () => {
  expect(said.errors).toEqual([]);
});
