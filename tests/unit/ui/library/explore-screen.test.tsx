// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { providersEn } from '../../../../src/i18n/en/providers/providers';
import { exploreEn } from '../../../../src/i18n/en/providers/explore';
import { AppError } from '../../../../src/model/errors';
import { DEFAULT_SETTINGS } from '../../../../src/model/settings';
import { LibraryApp } from '../../../../src/ui/library/library-app';
import { readCsv } from '../../../support/read-csv';
import { AGREED, createFakePorts } from '../support/fake-ports';
import {
  NO_KEYS,
  createFamily,
  createPerson,
  createRun,
  createSighting,
  siteId,
} from '../support/provider-samples';
import { renderUi, type Rendered } from '../support/render-ui';

let shown: Rendered | undefined;
beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => {
  shown?.end();
  vi.useRealTimers();
});

const ESTIMATE = {
  provider: 'tikhub-app-v2',
  calls: 1,
  cost: { USD: 0.01 },
  isCached: false,
  fitsBudget: true,
};
const NOTES = [
  createSighting(1, { fields: { title: '=1+1', type: 'normal' } }),
  createSighting(5),
  createSighting(3, { counts: {} }),
];

async function open(world: Parameters<typeof createFakePorts>[0] = {}) {
  const fake = createFakePorts({
    ...world,
    answers: {
      'provider.list': () => [createFamily('tikhub', { state: 'ready', hasAccess: true })],
      'vault.find': () => ({ isSealed: false, isLocked: false }),
      'operation.estimate': () => ESTIMATE,
      'explore.notes': () => ({ notes: NOTES, run: createRun(1) }),
      'settings.change': ({ patch }: { patch: object }) => ({ ...AGREED, ...patch }),
      ...world.answers,
    },
  });
  shown = await renderUi(<LibraryApp />, fake.ports);
  const named = (name: string) => fake.calls.filter((call) => call.name === name);
  return { ...fake, page: shown, named };
}

/** Types, and waits until the cost is there. */
async function enter(page: Rendered, name: string, text: string) {
  await page.type(name, text);
  await showPrice(page);
}

async function showPrice(page: Rendered) {
  await act(async () => {
    await vi.advanceTimersByTimeAsync(1_000);
  });
  await page.settle();
}

async function search(page: Rendered) {
  await enter(page, exploreEn['explore.keyword'], 'tea');
  await page.click('button', exploreEn['explore.search']);
}

const fail =
  (code: ConstructorParameters<typeof AppError>[0], details = {}) =>
  () => {
    throw new AppError(code, { details });
  };

describe('explore', () => {
  it('says the cost before it asks, and sends the filters that were set', async () => {
    const { page, named } = await open();
    await page.choose('Sort', 'newest');
    await page.click('radio', 'Video');
    await enter(page, 'Keyword', ' tea ');
    expect(page.text()).toContain('about $0.01 · 1 call · TikHub App V2 is asked first');
    expect(named('explore.notes')).toEqual([]);
    await page.click('button', 'Search');
    const input = { keyword: 'tea', sort: 'newest', type: 'video' };
    expect(named('explore.notes')).toEqual([
      { name: 'explore.notes', input: { wanted: { operation: 'search.notes', input }, agreed: true } },
    ]);
  });

  it('says that a price is not known', async () => {
    const { page } = await open({
      answers: { 'operation.estimate': () => ({ ...ESTIMATE, cost: undefined }) },
    });
    await enter(page, 'Keyword', 'tea');
    expect(page.text()).toContain('price not known · 1 call');
  });

  it('opens notes on the site with their token, and nothing but the site', async () => {
    const notes = [createSighting(1), createSighting(2, { noteId: 'javascript:alert(1)' })];
    const { page } = await open({ answers: { 'explore.notes': () => ({ notes, run: createRun(1) }) } });
    await search(page);
    const links = [...document.querySelectorAll<HTMLAnchorElement>('.found-cards a')].map(
      (link) => link.href,
    );
    expect(links).toEqual([
      `https://www.xiaohongshu.com/explore/${siteId(1)}?xsec_token=ABinventedToken1%3D&xsec_source=pc_search`,
    ]);
  });

  it('sorts its table by a header, what is not known last', async () => {
    const { page } = await open();
    await search(page);
    await page.click('radio', 'Table');
    await page.click('button', 'Likes');
    const titles = () => [...document.querySelectorAll('.table-title')].map((cell) => cell.textContent);
    expect(titles()).toEqual(['Note number 5', '=1+1', 'Note number 3']);
    await page.click('button', 'Likes');
    expect(titles()).toEqual(['=1+1', 'Note number 5', 'Note number 3']);
    expect(document.querySelector('th[aria-sort=ascending]')?.textContent).toBe('Likes');
  });

  it('writes files: a table that no spreadsheet runs, and JSON as it is', async () => {
    const { page, saved } = await open();
    await search(page);
    await page.click('button', exploreEn['explore.export-csv']);
    await page.click('button', exploreEn['explore.export-json']);
    const [csv, json] = saved;
    expect(csv?.fileName).toMatch(/^notes-\d{8}-\d{6}\.csv$/);
    const rows = readCsv(csv?.text ?? '').rows;
    expect(rows.map((row) => row['Title'])).toEqual(["'=1+1", 'Note number 5', 'Note number 3']);
    expect(rows.map((row) => row['Likes'])).toEqual(['1', '5', '']);
    const objects = JSON.parse(json?.text ?? '') as Record<string, unknown>[];
    expect(objects[0]).toMatchObject({ note_id: siteId(1), title: '=1+1', likes: 1, source: 'TikHub App' });
    expect(objects[2]).not.toHaveProperty('likes');
  });

  it('shows who failed before, with the id to ask about', async () => {
    const failed = [
      {
        kind: 'timeout' as const,
        provider: 'tikhub-app-v2' as const,
        billed: false,
        requestId: 'req-of-the-test',
      },
    ];
    const { page } = await open({
      answers: { 'explore.notes': () => ({ notes: NOTES, run: createRun(1, { failed }) }) },
    });
    await search(page);
    expect(page.text()).toContain('1 attempt failed');
    expect(page.text()).toContain('req-of-the-test');
  });

  it('finds people, and goes on to the notes of one of them', async () => {
    const people = [createPerson(1), createPerson(2, { id: { kind: 'masked', value: 'a6800' } })];
    const { page, named } = await open({
      answers: { 'explore.authors': () => ({ authors: people, run: createRun(1) }) },
    });
    await page.click('radio', 'People');
    await enter(page, exploreEn['explore.keyword-people'], 'someone');
    await page.click('button', 'Search');
    expect(document.querySelectorAll('.found-person a').length).toBe(1);
    await page.click('button', 'NotesSee Person 1’s notes');
    await enter(page, exploreEn['explore.author'], siteId(901));
    await page.click('radio', 'Public favorites');
    await showPrice(page);
    await page.click('button', 'Show');
    expect(named('explore.notes').at(-1)?.input).toMatchObject({
      wanted: { operation: 'author.faved', input: { userId: siteId(901) } },
    });
    // A short link does not say who it is; its list is asked for all the same, without looking them up first.
    await enter(page, exploreEn['explore.author'], '看看 https://xhslink.com/m/abc 吧');
    await page.click('button', 'Show');
    expect(named('explore.author')).toEqual([]);
    expect(named('explore.notes').at(-1)?.input).toMatchObject({
      wanted: { operation: 'author.faved', input: { shareText: 'https://xhslink.com/m/abc' } },
    });
  });
});

describe('what stands in the way', () => {
  it('is no key: the way to one, before anything is typed', async () => {
    const { page, asked } = await open({ answers: { 'provider.list': () => NO_KEYS } });
    expect(page.text()).toContain(providersEn['providers.no-key-title']);
    await page.click('button', providersEn['providers.add-key']);
    expect(asked).toEqual(['page options providers']);
  });

  it('is the budget: raised in place, and it goes on', async () => {
    let isRaised = false;
    const { page, named } = await open({
      answers: {
        'explore.notes': () => {
          if (!isRaised) throw new AppError('budget-reached', { details: { currency: 'USD', scope: 'day' } });
          return { notes: NOTES, run: createRun(1) };
        },
        'settings.change': ({ patch }: { patch: object }) => ((isRaised = true), { ...AGREED, ...patch }),
      },
    });
    await search(page);
    await page.click('button', providersEn['providers.budget-raise']);
    expect(named('settings.change').at(-1)?.input).toMatchObject({
      patch: { providers: { dailyBudget: { USD: 4, CNY: 15, credit: 50 } } },
    });
    expect(page.text()).toContain('3 found');
  });

  it('is a price nobody knows: asked only after a yes', async () => {
    const { page, named } = await open({ answers: { 'explore.notes': fail('price-unknown') } });
    await search(page);
    await page.click('button', providersEn['providers.ask-anyway']);
    expect(named('explore.notes').at(-1)?.input).toMatchObject({ agreed: true });
  });

  it('is the seal: unlocked in place', async () => {
    let isLocked = true;
    const { page } = await open({
      answers: {
        'explore.notes': () => (isLocked ? fail('vault-locked')() : { notes: NOTES, run: createRun(1) }),
        'vault.unlock': () => ((isLocked = false), {}),
      },
    });
    await search(page);
    await page.type(providersEn['providers.passphrase'], 'four words of mine');
    await page.click('button', providersEn['providers.unlock']);
    expect(page.text()).toContain('3 found');
  });

  it('is the browser: asked in place, or let in elsewhere meanwhile, and it goes on', async () => {
    let hasAccess = false;
    const { page, emit } = await open({
      answers: {
        'provider.list': () => [createFamily('tikhub', { state: 'ready', hasAccess })],
        'explore.notes': () =>
          hasAccess ? { notes: NOTES, run: createRun(1) } : fail('provider-access-withheld')(),
      },
    });
    await search(page);
    expect(page.has('button', 'Allow TikHub')).toBe(true);
    hasAccess = true;
    emit('providers.changed', {});
    await page.settle();
    expect(page.text()).toContain(providersEn['providers.access-there']);
    await page.click('button', 'Try again');
    expect(page.text()).toContain('3 found');
  });

  it('is everybody failing: each attempt of the run is listed', async () => {
    const entry = {
      entryId: '1',
      at: 1,
      runId: 'r',
      family: 'tikhub' as const,
      provider: 'tikhub-app' as const,
      operation: 'search.notes' as const,
      endpoint: '/x',
      durationMs: 1,
      outcome: 'server' as const,
      requestId: 'req-7',
      billed: false,
    };
    const asked: string[] = [];
    const { page } = await open({
      answers: { 'explore.notes': fail('providers-failed', { runId: 'r' }) },
      readers: { findRun: async (runId) => (asked.push(runId), [entry]) },
    });
    await search(page);
    expect(asked).toEqual(['r']);
    expect(page.text()).toContain('An error of its own');
    expect(page.text()).toContain('req-7');
  });

  it('is nothing found', async () => {
    const { page } = await open({ answers: { 'explore.notes': () => ({ notes: [], run: createRun(1) }) } });
    await search(page);
    expect(page.text()).toContain(providersEn['providers.nothing-title']);
  });

  it('is a welcome page that was not answered', async () => {
    const { page } = await open({ settings: DEFAULT_SETTINGS });
    expect(page.has('button', 'Finish set-up')).toBe(true);
    expect(page.has('button', 'Search')).toBe(false);
  });
});
