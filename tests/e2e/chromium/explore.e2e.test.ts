/** Library → Explore with a key: found, paged, ordered, chosen, opened with its token, saved, written to files; people too. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { WorldNote } from '../../replica/world/types';
import { watchConsole } from '../../support/browsers/page-console';
import type { PageConsole } from '../../support/browsers/page-console';
import { readCsv } from '../../support/read-csv';
import { takeScreenshot } from '../../support/screenshots';
import { undoCellGuard } from '../../support/undo-cell-guard';
import { waitFor } from '../../support/wait-for';
import { checkLooks } from '../steps/check-looks';
import {
  KEYWORD,
  ask,
  askMore,
  idsOf,
  listPlanned,
  openExplore,
  readShownNotes,
} from '../steps/explore-library';
import type { ExploreStage } from '../steps/explore-library';
import { readDownload } from '../steps/read-download';
import { waitForRest } from '../steps/wait-for-rest';

const FOLDER = 'chromium/explore';

let stage: ExploreStage;
let library: Page;
let said: PageConsole;

beforeAll(async () => {
  stage = await openExplore();
  ({ library } = stage);
  said = watchConsole(library);
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await takeScreenshot(library, `${FOLDER}/failed`);
});

afterAll(() => stage.close());

const billed = () => stage.replica.billedCalls().count;
const byTable = () => library.getByRole('radio', { name: 'Table' }).check({ force: true });
const show = async (name: string) => {
  await waitForRest(library);
  await takeScreenshot(library, `${FOLDER}/${name}`);
  expect(await checkLooks(library)).toEqual([]);
};

interface StoredNote {
  readonly noteId: string;
  readonly title?: string;
  readonly tokens: readonly unknown[];
  readonly observed: Readonly<Record<string, { source: string; via: string }>>;
}
interface StoredAuthor {
  readonly id: { readonly value: string };
  readonly redId?: string;
  readonly observed: StoredNote['observed'];
}
const readStore = async <Row>(store: 'notes' | 'authors') =>
  ((await stage.chromium.extension.readDatabase('hongshu-companion'))?.[store] ?? []) as Row[];

describe('notes', () => {
  test('are found by filters, the cost shown before, one page after the other', async () => {
    await library.getByRole('combobox', { name: 'Sort' }).selectOption('most-liked');
    await library.getByRole('searchbox').fill(KEYWORD);
    await library.getByText('about $0.01 · 1 call · TikHub App V2 is asked first').waitFor();
    expect(billed()).toBe(0);
    await ask(library, KEYWORD);
    const planned = listPlanned(stage.replica).toSorted((a, b) => b.likedCount - a.likedCount);
    expect(await readShownNotes(library)).toEqual(idsOf(planned.slice(0, 20)));
    await show('cards');
    await askMore(library);
    await askMore(library);
    expect(await readShownNotes(library)).toEqual(idsOf(planned));
    expect(billed()).toBe(3);
    await library.getByText('45 found').waitFor();
  });

  test('stand in a table, sorted by its headers', async () => {
    await byTable();
    await library.getByRole('button', { name: 'Comments', exact: true }).click();
    const shown = await readShownNotes(library);
    const counts = shown.map((id) => stage.replica.world.findNote(id)?.commentCount ?? -1);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    expect(shown.toSorted()).toEqual(idsOf(listPlanned(stage.replica)).toSorted());
    await show('table');
  });

  test('are saved as chosen, with where they were found', async () => {
    const [first, second] = listPlanned(stage.replica) as [WorldNote, WorldNote];
    for (const { title } of [first, second])
      await library.getByRole('checkbox', { name: `Select “${title}”` }).check();
    await library.getByText('2 selected').waitFor();
    await library.getByRole('button', { name: 'Save to the library' }).click();
    await library.getByText('2 notes saved.').waitFor();
    const stored = await readStore<StoredNote>('notes');
    expect(stored.map(({ noteId }) => noteId).toSorted()).toEqual([first.noteId, second.noteId].toSorted());
    for (const { title, tokens, observed } of stored) {
      expect([first.title, second.title]).toContain(title);
      expect(tokens).toHaveLength(1);
      expect(observed['title']).toMatchObject({
        source: 'tikhub-app-v2',
        via: '/api/v1/xiaohongshu/app_v2/search_notes',
      });
    }
  });

  test('are written to a CSV and a JSON that say what the world says', async () => {
    await library.getByRole('button', { name: 'Select all' }).click();
    await library.getByRole('button', { name: 'Export CSV' }).click();
    const csv = await readDownload(stage.chromium.downloadDir, '.csv');
    await library.getByRole('button', { name: 'Export JSON' }).click();
    const json = await readDownload(stage.chromium.downloadDir, '.json');
    const { world } = stage.replica;
    const rows = readCsv(csv.text).rows.map((row) => ({
      id: undoCellGuard(row['Note id'] ?? ''),
      title: undoCellGuard(row['Title'] ?? ''),
      author: undoCellGuard(row['Author'] ?? ''),
      likes: Number(row['Likes']),
      comments: Number(row['Comments']),
      at: row['Published'],
    }));
    const expected = rows.map(({ id }) => toExpected(world.findNote(id)));
    expect(rows).toEqual(expected);
    expect(rows).toHaveLength(45);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(45);
    const objects = JSON.parse(json.text) as Record<string, unknown>[];
    expect(
      objects.map((row) => ({
        id: row['note_id'],
        title: row['title'],
        author: row['author_name'],
        likes: row['likes'],
        comments: row['comments'],
        at: row['published_at'],
      })),
    ).toEqual(expected);
    // As the file stands, no cell would run.
    expect(csv.text).toContain(`'=${KEYWORD}`);
  });

  test('open on the site with the token they were found with', async () => {
    const [note] = listPlanned(stage.replica) as [WorldNote];
    const opened = stage.chromium.context.waitForEvent('page');
    await library.getByRole('link', { name: note.title, exact: true }).click();
    const site = await opened;
    await site.locator('.note-scroller').waitFor();
    const url = new URL(site.url());
    expect(url.pathname).toBe(`/explore/${note.noteId}`);
    expect(stage.replica.tokensOf(note.noteId).map(({ token }) => token)).toContain(
      url.searchParams.get('xsec_token'),
    );
    await site.close();
  });
});

/** As files tell a note; times to the second, as the provider knows them. */
function toExpected(note: WorldNote | undefined) {
  if (!note) throw new Error('A row is no note of this world.');
  return {
    id: note.noteId,
    title: note.title,
    author: note.author.nickname,
    likes: note.likedCount,
    comments: note.commentCount,
    at: new Date(Math.floor(note.time / 1000) * 1000).toISOString(),
  };
}

describe('people', () => {
  const NAME = '不加冰';
  const people = () => stage.replica.world.authors.filter(({ nickname }) => nickname.includes(NAME));

  test('are found, and saved as chosen', async () => {
    await library.getByRole('radio', { name: 'People', exact: true }).check({ force: true });
    await ask(library, NAME);
    await library.getByText(`${people().length} found`).waitFor();
    await show('people-found');
    await library.getByRole('button', { name: 'Save to the library' }).click();
    await library.getByText(`${people().length} people saved.`).waitFor();
    const stored = await readStore<StoredAuthor>('authors');
    const known = people().map(({ userId, redId }) => ({ userId, redId }));
    expect(sortById(stored.map(({ id, redId }) => ({ userId: id.value, redId })))).toEqual(sortById(known));
    for (const { observed } of stored)
      expect(observed['nickname']).toMatchObject({ source: 'tikhub-app-v2' });
  });

  test('stand in the library, lead to their notes, and are forgotten', async () => {
    const [first] = people();
    if (!first) throw new Error('Nobody has that name.');
    await library.getByRole('link', { name: 'People', exact: true }).click();
    const list = library.getByRole('feed', { name: 'People who are kept' });
    const one = list.getByRole('article').filter({ hasText: first.redId });
    await one.getByText('TikHub App V2').first().waitFor();
    expect(await list.getByRole('article').count()).toBe(people().length);
    await show('people-kept');
    await one.getByRole('button', { name: /^Forget/ }).click();
    await one.waitFor({ state: 'detached' });
    const toast = library.locator('.toast', { hasText: 'Forgetting this person' });
    await toast.getByRole('button', { name: 'Close' }).click();
    await waitFor(
      async () => !(await readStore<StoredAuthor>('authors')).some(({ id }) => id.value === first.userId),
      { what: 'the person to be forgotten' },
    );
    await list
      .getByRole('link', { name: /’s notes in Explore$/ })
      .first()
      .click();
    const field = library.getByRole('searchbox', { name: /Link of a profile/ });
    const id = await field.inputValue();
    expect(people().map(({ userId }) => userId)).toContain(id);
  });
});

const sortById = <Row extends { readonly userId: string }>(rows: readonly Row[]) =>
  rows.toSorted((a, b) => a.userId.localeCompare(b.userId));

test('the library said nothing bad to its console', () => {
  expect(said.errors).toEqual([]);
});
