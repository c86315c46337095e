/** Library → Explore: what a person has written and collected, what stands under a topic; to the end, as cards, table, files. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { WorldAuthor, WorldNote, WorldTopic } from '../../replica/world/types';
import { watchConsole } from '../../support/browsers/page-console';
import type { PageConsole } from '../../support/browsers/page-console';
import { readCsv } from '../../support/read-csv';
import { takeScreenshot } from '../../support/screenshots';
import { undoCellGuard } from '../../support/undo-cell-guard';
import { askBackground } from '../steps/change-provider-settings';
import { checkLooks } from '../steps/check-looks';
import {
  WRITER,
  ask,
  askMore,
  chooseOption,
  idsOf,
  openExplore,
  readShownNotes,
} from '../steps/explore-library';
import type { ExploreStage } from '../steps/explore-library';
import { readDownload } from '../steps/read-download';
import { waitForRest } from '../steps/wait-for-rest';

const FOLDER = 'chromium/explore-lists';

let stage: ExploreStage;
let library: Page;
let said: PageConsole;

beforeAll(async () => {
  stage = await openExplore();
  ({ library } = stage);
  said = watchConsole(library);
  // A test of the key asks what its endpoints cost, too: an estimate by itself asks nobody.
  await askBackground(stage.chromium.extension, 'credential.test', { family: 'tikhub', agreed: true });
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
const look = (name: 'A person’s notes' | 'A topic') => choose('What to look for', name);
const sources = () => library.getByRole('group', { name: 'Sources and cost' }).locator('.run-line');
const show = async (name: string) => {
  await waitForRest(library);
  await takeScreenshot(library, `${FOLDER}/${name}`);
  expect(await checkLooks(library)).toEqual([]);
};
const by = (keyOf: (note: WorldNote) => number) => (notes: readonly WorldNote[]) =>
  notes.toSorted((a, b) => keyOf(b) - keyOf(a));

/** Pages until the list ends; how many there were. */
async function readToEnd(most: number): Promise<number> {
  let pages = 1;
  while (pages <= most && (await library.getByRole('button', { name: 'One more page' }).isVisible())) {
    await askMore(library);
    pages += 1;
  }
  await library.getByText('That is all.').waitFor();
  return pages;
}

describe('a person', () => {
  const writer = () => stage.replica.world.authors[WRITER] as WorldAuthor;
  const posted = () => stage.replica.world.postedBy(writer().userId);

  test('has notes that are read page by page, the price told before as the vendor names it', async () => {
    await look('A person’s notes');
    await library.getByRole('searchbox').fill(writer().userId);
    const cost = 'about $0.001 · 1 call · TikHub App V2 is asked first';
    await library.locator('#query-cost', { hasText: cost }).waitFor();
    expect(billed()).toBe(0);
    await ask(library, writer().userId, 'Show');
    expect(await readShownNotes(library)).toEqual(idsOf(posted()).slice(0, 10));
    expect(await readToEnd(5)).toBe(3);
    expect(await readShownNotes(library)).toEqual(idsOf(posted()));
    expect(posted()).toHaveLength(25);
    expect(endpoints()).toEqual(Array.from({ length: 3 }, () => 'app_v2/get_user_posted_notes'));
    expect(billed()).toBe(3);
    expect(await sources().getByText('$0.001').count()).toBe(3);
    await show('person-cards');
  });

  test('has notes that stand in a table as well, in another order at a press', async () => {
    await choose('View', 'Table');
    const table = library.getByRole('table');
    expect(await table.getByRole('row').count()).toBe(26);
    expect(await readShownNotes(library)).toEqual(idsOf(posted()));
    const header = library.getByRole('columnheader', { name: 'Saves' });
    await header.getByRole('button').click();
    const saves = async () =>
      (await readShownNotes(library)).map((id) => stage.replica.world.findNote(id)?.collectedCount ?? -1);
    expect(await saves()).toEqual((await saves()).toSorted((a, b) => b - a));
    expect(await header.getAttribute('aria-sort')).toBe('descending');
    await header.getByRole('button').click();
    expect(await saves()).toEqual((await saves()).toSorted((a, b) => a - b));
    await library.getByRole('combobox', { name: 'Order' }).selectOption({ label: 'As found' });
    expect(await readShownNotes(library)).toEqual(idsOf(posted()));
    await show('person-table');
  });

  test('has notes that are written to a CSV and a JSON', async () => {
    const expected = posted().map(toExpected);
    await library.getByRole('button', { name: 'Export CSV' }).click();
    const csv = await readDownload(stage.chromium.downloadDir, '.csv');
    const rows = readCsv(csv.text).rows.map((row) => ({
      id: undoCellGuard(row['Note id'] ?? ''),
      title: undoCellGuard(row['Title'] ?? ''),
      author: undoCellGuard(row['Author'] ?? ''),
      likes: Number(row['Likes']),
      at: row['Published'],
    }));
    expect(rows).toEqual(expected);
    await library.getByRole('button', { name: 'Export JSON' }).click();
    const json = await readDownload(stage.chromium.downloadDir, '.json');
    const objects = JSON.parse(json.text) as Record<string, unknown>[];
    expect(
      objects.map((row) => ({
        id: row['note_id'],
        title: row['title'],
        author: row['author_name'],
        likes: row['likes'],
        at: row['published_at'],
      })),
    ).toEqual(expected);
    expect(billed()).toBe(0);
  });

  test('is told about, and kept', async () => {
    await library.getByRole('button', { name: /^See the profile/ }).click();
    const card = library.locator('.query .found-person');
    await card.getByText(writer().nickname).first().waitFor();
    await library.locator('.query').getByRole('button', { name: 'Save to the library' }).click();
    await library.getByText('1 person saved.').waitFor();
    expect(billed()).toBe(1);
    await show('person-profile');
  });

  test('has public favorites; the table that was chosen stays', async () => {
    const faved = idsOf(stage.replica.world.favedBy(collector().userId));
    await choose('Which list', 'Public favorites');
    await ask(library, collector().userId, 'Show');
    await library.getByRole('table').waitFor();
    expect(await readShownNotes(library)).toEqual(faved.slice(0, 10));
    await askMore(library);
    expect(await readShownNotes(library)).toEqual(faved.slice(0, 20));
    expect(endpoints()).toEqual(Array.from({ length: 2 }, () => 'app_v2/get_user_faved_notes'));
    expect(billed()).toBe(2);
    await choose('View', 'Cards');
    expect(await readShownNotes(library)).toEqual(faved.slice(0, 20));
  });

  test('may keep the favorites to themselves', async () => {
    const { authors, favedBy } = stage.replica.world;
    const closed = authors.find(({ userId }) => favedBy(userId).length === 0) as WorldAuthor;
    await ask(library, closed.userId, 'Show');
    await library.getByText('No favorites are public here').waitFor();
    await show('no-favorites');
  });
});

/** Somebody who shows more than two pages of favorites. */
function collector(): WorldAuthor {
  const { authors, favedBy } = stage.replica.world;
  return authors.find(({ userId }) => favedBy(userId).length > 20) as WorldAuthor;
}

/** As files tell a listed note; times to the second, as the provider knows them. */
function toExpected(note: WorldNote) {
  return {
    id: note.noteId,
    title: note.title,
    author: note.author.nickname,
    likes: note.likedCount,
    at: new Date(Math.floor(note.time / 1000) * 1000).toISOString(),
  };
}

describe('a topic', () => {
  /** Topics of two pages, ten notes each. */
  const topics = () =>
    stage.replica.world.topics.filter(({ notes }) => notes.length > 10 && notes.length < 20);
  const topic = () => topics()[0] as WorldTopic;

  test.each([
    {
      sort: 'Trending',
      sent: 'trend',
      endpoint: 'app_v2/get_topic_feed',
      order: by((note) => note.likedCount),
    },
    // The first series has no such sort.
    { sort: 'Hottest', sent: 'hot', endpoint: 'app/get_topic_notes', order: by((note) => note.likedCount) },
    { sort: 'Newest', sent: 'time', endpoint: 'app_v2/get_topic_feed', order: by((note) => note.time) },
  ])('has notes of two pages, sorted by: $sort', async ({ sort, sent, endpoint, order }) => {
    await look('A topic');
    await choose('Sort', sort);
    await ask(library, `https://www.xiaohongshu.com/page/topics?id=${topic().pageId}`, 'Show');
    expect(await readToEnd(3)).toBe(2);
    expect(await readShownNotes(library)).toEqual(idsOf(order(topic().notes)));
    expect(asked().map((call) => [call.endpoint, call.query['sort']])).toEqual(
      Array.from({ length: 2 }, () => [endpoint, sent]),
    );
    expect(billed()).toBe(2);
    await show(`topic-${sent}`);
  });

  test('is told about, and kept', async () => {
    for (const { pageId, name } of topics().slice(0, 3)) {
      await library.getByRole('searchbox').fill(pageId);
      await library.getByRole('button', { name: /About the topic.*(price not known|about)/ }).click();
      await library.locator('.query .found-person', { hasText: name }).waitFor();
      await library.locator('.query').getByRole('button', { name: 'Save to the library' }).click();
      await library.getByText('1 topic saved.').last().waitFor();
    }
    expect(billed()).toBe(3);
    await show('topic-about');
  });
});

test('all of it stands in the dark, in Chinese, too', async () => {
  const [first] = stage.replica.world.topics.filter(({ notes }) => notes.length > 10);
  await askBackground(stage.chromium.extension, 'settings.change', {
    patch: { language: 'zh-CN', theme: 'dark' },
  });
  await library.waitForFunction(() => document.documentElement.lang === 'zh-CN');
  await show('dark-topic');
  await chooseOption(library, '找什么', '作者的笔记');
  await library.getByRole('searchbox').fill((stage.replica.world.authors[WRITER] as WorldAuthor).userId);
  await library.locator('#query-cost').waitFor();
  await show('dark-person');
  await library.locator('.side-nav a[href="#topics"]').click();
  await library
    .locator('.found-person', { hasText: first?.name ?? 'no topic' })
    .first()
    .waitFor();
  expect(await library.locator('.found-people > li').count()).toBe(3);
  await show('dark-topics');
  await library.locator('.side-nav a[href="#people"]').click();
  await library
    .getByText((stage.replica.world.authors[WRITER] as WorldAuthor).redId)
    .first()
    .waitFor();
  await show('dark-people');
});

test('the library said nothing bad to its console', () => {
  expect(said.errors).toEqual([]);
});
