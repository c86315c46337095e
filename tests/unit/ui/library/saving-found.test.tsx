// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { exploreEn } from '../../../../src/i18n/en/providers/explore';
import { LibraryApp } from '../../../../src/ui/library/library-app';
import { AGREED, createFakePorts } from '../support/fake-ports';
import { createFamily, createPerson, createRun, createSighting, siteId } from '../support/provider-samples';
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
  await act(async () => {
    await vi.advanceTimersByTimeAsync(1_000);
  });
  await page.settle();
}

async function search(page: Rendered) {
  await enter(page, exploreEn['explore.keyword'], 'tea');
  await page.click('button', exploreEn['explore.search']);
}

describe('what was found', () => {
  it('keeps what is chosen, with the source and time of its own page', async () => {
    const { page, named } = await open({
      answers: {
        'explore.notes': ({ wanted }: { wanted: { input: { cursor?: string } } }) =>
          wanted.input.cursor
            ? { notes: [createSighting(9)], run: createRun(2, { provider: 'justoneapi', endpoint: '/b' }) }
            : { notes: NOTES, nextCursor: 'two', run: createRun(1) },
        'library.save': ({ notes }: { notes: unknown[] }) => ({ saved: notes.length }),
      },
    });
    await search(page);
    await act(async () => {
      await vi.advanceTimersByTimeAsync(1_000);
    });
    await page.click('button', exploreEn['explore.more']);
    await page.click('checkbox', 'Select “Note number 5”');
    await page.click('checkbox', 'Select “Note number 9”');
    await page.click('button', exploreEn['explore.save']);
    expect(named('library.save').map((call) => call.input)).toEqual([
      {
        notes: [NOTES[1]],
        observation: {
          source: 'tikhub-app',
          via: '/api/v1/xiaohongshu/app/search_notes',
          at: createRun(1).at,
        },
      },
      { notes: [createSighting(9)], observation: { source: 'justoneapi', via: '/b', at: createRun(2).at } },
    ]);
    expect(page.text()).toContain('2 notes saved.');
  });

  it('keeps people who were chosen, and one person whose profile was looked at', async () => {
    const people = [createPerson(1), createPerson(2)];
    const { page, named } = await open({
      answers: {
        'explore.authors': () => ({ authors: people, run: createRun(1) }),
        'explore.author': () => ({ author: createPerson(5), run: createRun(3, { endpoint: '/profile' }) }),
        'library.save': ({ authors }: { authors: unknown[] }) => ({ saved: authors.length }),
      },
    });
    await page.click('radio', 'People');
    await enter(page, exploreEn['explore.keyword-people'], 'someone');
    await page.click('button', 'Search');
    await page.click('checkbox', 'Select “Person 2”');
    await page.click('button', exploreEn['explore.save']);
    expect(page.text()).toContain('1 person saved.');
    await page.click('button', 'Select all');
    await page.click('button', exploreEn['explore.save']);
    expect(page.text()).toContain('2 people saved.');
    await page.click('radio', 'A person’s notes');
    await enter(page, exploreEn['explore.author'], siteId(905));
    await page.click('button', 'See the profile about $0.01 · 1 call · TikHub App V2 is asked first');
    await page.click('button', exploreEn['explore.save']);
    const source = 'tikhub-app';
    const via = '/api/v1/xiaohongshu/app/search_notes';
    const { at } = createRun(1);
    expect(named('library.save').map(({ input }) => input)).toEqual([
      { authors: [people[1]], observation: { source, via, at } },
      { authors: people, observation: { source, via, at } },
      { authors: [createPerson(5)], observation: { source, via: '/profile', at: createRun(3).at } },
    ]);
  });

  it('keeps a topic whose page was looked at', async () => {
    const topic = { topicId: siteId(44), name: 'tea' };
    const { page, named } = await open({
      answers: {
        'explore.topic': () => ({ topic, run: createRun(1) }),
        'library.save': () => ({ saved: 1 }),
      },
    });
    await page.click('radio', 'A topic');
    await enter(page, exploreEn['explore.topic'], topic.topicId);
    await page.click('button', 'About the topic about $0.01 · 1 call · TikHub App V2 is asked first');
    await page.click('button', exploreEn['explore.save']);
    expect(named('library.save')[0]?.input).toMatchObject({ topic, observation: { source: 'tikhub-app' } });
    expect(page.text()).toContain('1 topic saved.');
  });
});
