// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { providersEn } from '../../../../src/i18n/en/providers/providers';
import { AppError } from '../../../../src/model/errors';
import { LibraryApp } from '../../../../src/ui/library/library-app';
import { createFakePorts } from '../support/fake-ports';
import { createFamily, createRun, createSighting } from '../support/provider-samples';
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
const NOTES = [createSighting(1), createSighting(5), createSighting(3)];

async function open(world: Parameters<typeof createFakePorts>[0] = {}) {
  const fake = createFakePorts({
    ...world,
    answers: {
      'provider.list': () => [createFamily('tikhub', { state: 'ready', hasAccess: true })],
      'vault.find': () => ({ isSealed: false, isLocked: false }),
      'operation.estimate': () => ESTIMATE,
      'explore.notes': () => ({ notes: NOTES, run: createRun(1) }),
      ...world.answers,
    },
  });
  shown = await renderUi(<LibraryApp />, fake.ports);
  const named = (name: string) => fake.calls.filter((call) => call.name === name);
  return { ...fake, page: shown, named };
}

async function showPrice(page: Rendered) {
  await act(async () => {
    await vi.advanceTimersByTimeAsync(1_000);
  });
  await page.settle();
}

describe('a search', () => {
  it('pressed before the price is there waits for it, and then asks once', async () => {
    const { page, named } = await open();
    await page.type('Keyword', 'tea');
    await page.click('button', 'Search');
    await page.click('button', 'Search');
    expect(named('explore.notes')).toEqual([]);
    await showPrice(page);
    expect(named('explore.notes').map(({ input }) => input)).toEqual([
      { wanted: { operation: 'search.notes', input: { keyword: 'tea' } }, agreed: false },
    ]);
    expect(page.text()).toContain('3 found');
  });

  it('pressed before a price is there that nobody knows is not refused in silence', async () => {
    const { page, named } = await open({
      answers: {
        'operation.estimate': () => ({ ...ESTIMATE, cost: undefined }),
        'explore.notes': () => {
          throw new AppError('price-unknown');
        },
      },
    });
    await page.type('Keyword', 'tea');
    await page.click('button', 'Search');
    await showPrice(page);
    expect(named('explore.notes')).toHaveLength(1);
    expect(page.has('button', providersEn['providers.ask-anyway'])).toBe(true);
  });

  it('does not ask what was typed over while the price was waited for', async () => {
    const { page, named } = await open();
    await page.type('Keyword', 'tea');
    await page.click('button', 'Search');
    await page.type('Keyword', 'teapot');
    await showPrice(page);
    expect(named('explore.notes')).toEqual([]);
    await page.click('button', 'Search');
    expect(named('explore.notes').map(({ input }) => input)).toEqual([
      { wanted: { operation: 'search.notes', input: { keyword: 'teapot' } }, agreed: true },
    ]);
  });
});
