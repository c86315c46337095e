// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Author } from '../../../../src/model/author';
import type { StoredTopic } from '../../../../src/model/providers/topic-page';
import { toExactCount } from '../../../../src/model/values/count';
import { LibraryApp } from '../../../../src/ui/library/library-app';
import { readCsv } from '../../../support/read-csv';
import { createFakePorts } from '../support/fake-ports';
import { siteId } from '../support/provider-samples';
import { renderUi, type Rendered } from '../support/render-ui';

let shown: Rendered | undefined;
beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => {
  shown?.end();
  location.hash = '';
  vi.useRealTimers();
});

const SEEN = { source: 'tikhub-app-v2', via: '/api/v1/xiaohongshu/app_v2/search_users', at: 3 };

function createAuthor(number: number, over: Partial<Author> = {}): Author {
  return {
    id: { kind: 'site', value: siteId(number) },
    nickname: `Person ${number}`,
    redId: `red${number}`,
    place: 'Shanghai',
    counts: { fans: toExactCount(number * 10) },
    observed: { nickname: SEEN },
    firstSeenAt: 1,
    lastSeenAt: 1_000 - number,
    ...over,
  };
}

const PEOPLE = [
  createAuthor(1),
  createAuthor(7),
  createAuthor(3, { id: { kind: 'masked', value: 'a68' }, nickname: '=Person 3', lastSeenAt: 990 }),
];

async function open(hash: string, world: Parameters<typeof createFakePorts>[0] = {}) {
  location.hash = hash;
  const fake = createFakePorts(world);
  shown = await renderUi(<LibraryApp />, fake.ports);
  return { ...fake, page: shown };
}

const names = () =>
  [...document.querySelectorAll('.person-line')].map((line) => line.getAttribute('aria-label'));

describe('people who are kept', () => {
  const readers = {
    listAuthors: async ({ words = '' }: { words?: string }) =>
      PEOPLE.filter(({ nickname }) => nickname?.includes(words)),
    countNotesByAuthor: async () => new Map([[`site:${siteId(1)}`, 4]]),
  };

  it('are told with their numbers, who told it, and ways to them; a masked id builds none', async () => {
    const { page } = await open('people', { readers });
    expect(names()).toEqual(['Person 1', 'Person 7', '=Person 3']);
    expect(page.text()).toContain('3 people');
    expect(page.text()).toContain('Notes kept 4');
    expect(page.text()).toContain('TikHub App V2');
    const links = [...document.querySelectorAll<HTMLAnchorElement>('.person-line a')].map((link) =>
      link.getAttribute('href'),
    );
    expect(links).toEqual([
      `#explore/author/${siteId(1)}`,
      `https://www.xiaohongshu.com/user/profile/${siteId(1)}`,
      `#explore/author/${siteId(7)}`,
      `https://www.xiaohongshu.com/user/profile/${siteId(7)}`,
    ]);
  });

  it('are found by words and ordered', async () => {
    const { page } = await open('people', { readers });
    await page.choose('Order', 'fans');
    expect(names()).toEqual(['Person 7', '=Person 3', 'Person 1']);
    await page.choose('Order', 'kept');
    expect(names()).toEqual(['Person 1', 'Person 7', '=Person 3']);
    await page.type('Find by name, RedNote id, description or place', '7');
    expect(names()).toEqual(['Person 7']);
    await page.type('Find by name, RedNote id, description or place', 'nobody');
    expect(page.text()).toContain('Nobody matches.');
  });

  it('are written to files', async () => {
    const { page, saved } = await open('people', { readers });
    await page.click('button', 'Export CSV');
    await page.click('button', 'Export JSON');
    const { rows } = readCsv(saved[0]?.text ?? '');
    expect(rows.map((row) => row['Author'])).toEqual(['Person 1', 'Person 7', "'=Person 3"]);
    expect(rows.map((row) => row['Notes kept'])).toEqual(['4', '0', '0']);
    expect((JSON.parse(saved[1]?.text ?? '') as object[])[2]).toEqual({
      author_id: 'a68',
      author_id_kind: 'masked',
      author_name: '=Person 3',
      red_id: 'red3',
      place: 'Shanghai',
      fans: 30,
      kept_notes: 0,
      source: 'tikhub-app-v2',
      endpoint: SEEN.via,
      first_seen_at: '1970-01-01T00:00:00.001Z',
      last_seen_at: '1970-01-01T00:00:00.990Z',
    });
  });

  it('are forgotten after a moment in which it can be undone', async () => {
    const { page, calls } = await open('people', {
      readers,
      answers: { 'person.forget': () => ({ notes: 4, comments: 1 }) },
    });
    const forgets = () => calls.filter(({ name }) => name === 'person.forget').map(({ input }) => input);
    await page.click('button', 'Forget Person 1');
    expect(names()).toEqual(['Person 7', '=Person 3']);
    await page.click('button', 'Undo');
    expect(names()).toHaveLength(3);
    await page.click('button', 'Forget Person 7');
    expect(forgets()).toEqual([]);
    await act(async () => {
      await vi.advanceTimersByTimeAsync(7_000);
    });
    await page.settle();
    expect(forgets()).toEqual([{ authorKey: `site:${siteId(7)}` }]);
    expect(page.text()).toContain('Person 7 is forgotten, with 4 notes and 1 comment.');
  });

  it('come back when forgetting failed', async () => {
    const { page } = await open('people', { readers });
    await page.click('button', 'Forget Person 1');
    await act(async () => {
      await vi.advanceTimersByTimeAsync(7_000);
    });
    await page.settle();
    expect(names()).toHaveLength(3);
  });

  it('are read again when one of them changed', async () => {
    const kept = [PEOPLE[0] as Author];
    const { page, emit } = await open('people', { readers: { listAuthors: async () => [...kept] } });
    kept.push(PEOPLE[1] as Author);
    emit('author.changed', { authorKey: `site:${siteId(7)}` });
    await page.settle();
    expect(names()).toEqual(['Person 1', 'Person 7']);
  });

  it('are none: the way to some', async () => {
    const { page } = await open('people');
    expect(page.text()).toContain('Nobody yet');
    await page.click('button', 'Go to Explore');
    await page.settle();
    expect(location.hash).toBe('#explore');
  });
});

describe('topics that are kept', () => {
  const TOPIC: StoredTopic = {
    topicId: siteId(44),
    name: 'Tea',
    views: toExactCount(1_200),
    observed: SEEN,
    firstSeenAt: 1,
    lastSeenAt: 2,
  };

  it('are told, lead to their notes, and are forgotten', async () => {
    const { page, calls } = await open('topics', {
      readers: { listTopics: async () => [TOPIC] },
      answers: { 'topic.forget': () => ({}) },
    });
    expect(page.text()).toContain('Tea');
    expect(page.text()).toContain('1 topic');
    expect(page.get('link', 'See the notes of “Tea” in Explore').getAttribute('href')).toBe(
      `#explore/topic/${siteId(44)}`,
    );
    await page.click('button', 'Forget Tea');
    await act(async () => {
      await vi.advanceTimersByTimeAsync(7_000);
    });
    expect(calls.at(-1)).toEqual({ name: 'topic.forget', input: { topicId: siteId(44) } });
  });
});

describe('explore, told by its address', () => {
  it('starts with a person, or with a topic', async () => {
    const { page } = await open(`explore/author/${siteId(9)}`);
    const author = page.get('textbox', 'Link of a profile, share text, or author id');
    expect((author as HTMLInputElement).value).toBe(siteId(9));
    page.end();
    const { page: other } = await open(`explore/topic/${siteId(8)}`);
    expect((other.get('textbox', 'Link or id of a topic') as HTMLInputElement).value).toBe(siteId(8));
  });
});
