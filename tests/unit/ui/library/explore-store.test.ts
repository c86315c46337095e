import { describe, expect, it } from 'vitest';
import { AppError } from '../../../../src/model/errors';
import { createExploreStore } from '../../../../src/ui/library/explore/state/create-explore-store';
import { createSelection } from '../../../../src/ui/library/explore/state/create-selection';
import type { ListQuestion } from '../../../../src/ui/library/explore/state/list-question';
import { createFakePorts } from '../support/fake-ports';
import { createRun, createSighting } from '../support/provider-samples';

const QUESTION: ListQuestion = { operation: 'search.notes', input: { keyword: 'tea' } };
interface Asked {
  wanted: { input: { cursor?: string; keyword?: string } };
}

/** Pages by cursor, the first under the empty one. */
function withPages(pages: Record<string, { ids: number[]; next?: string; brokenOff?: 'no-cursor' }>) {
  const fake = createFakePorts({
    answers: {
      'explore.notes': ({ wanted }: Asked) => {
        const page = pages[wanted.input.cursor ?? ''];
        if (!page) throw new AppError('providers-failed');
        const { next: nextCursor, brokenOff } = page;
        return { notes: page.ids.map((id) => createSighting(id)), nextCursor, brokenOff, run: createRun(1) };
      },
    },
  });
  const store = createExploreStore(fake.ports);
  const found = () => (store.found.value.state === 'ready' ? store.found.value.value : undefined);
  const numbers = () => found()?.rows.map((row) => Number(row.id.slice(2)));
  return { ...fake, store, found, numbers };
}

describe('a list that is read page by page', () => {
  it('grows, says each thing once, and passes the cursor on as it came', async () => {
    const { store, numbers, found, calls } = withPages({
      '': { ids: [1, 2, 2], next: '{"page":2}' },
      '{"page":2}': { ids: [2, 3], next: 'three' },
    });
    await store.ask(QUESTION, true);
    await store.askMore(false);
    expect(numbers()).toEqual([1, 2, 3]);
    expect(found()).toMatchObject({ nextCursor: 'three', lastAdded: 1 });
    expect(calls.map((call) => call.input)).toEqual([
      { wanted: QUESTION, agreed: true },
      { wanted: { ...QUESTION, input: { keyword: 'tea', cursor: '{"page":2}' } }, agreed: false },
    ]);
  });

  it.each([
    ['a page with nothing new', { ids: [1], next: 'b' }],
    ['a cursor that does not move', { ids: [2], next: 'a' }],
    ['no further cursor', { ids: [2] }],
  ])('ends at %s', async (_, second) => {
    const { store, found } = withPages({ '': { ids: [1], next: 'a' }, a: second });
    await store.ask(QUESTION, true);
    await store.askMore(true);
    expect(found()).not.toHaveProperty('nextCursor');
  });

  it('says that it does not end by itself where its source promises more and gives no way to it', async () => {
    const { store, found } = withPages({
      '': { ids: [1], next: 'a' },
      a: { ids: [2], brokenOff: 'no-cursor' },
    });
    await store.ask(QUESTION, true);
    expect(found()).toMatchObject({ isBrokenOff: false, nextCursor: 'a' });
    await store.askMore(true);
    expect(found()).toMatchObject({ isBrokenOff: true, lastAdded: 1 });
    expect(found()).not.toHaveProperty('nextCursor');
  });

  it('keeps what it has when a further page fails, and goes on from there', async () => {
    const pages: Record<string, { ids: number[]; next?: string }> = { '': { ids: [1], next: 'a' } };
    const { store, numbers } = withPages(pages);
    await store.ask(QUESTION, true);
    await store.askMore(true);
    expect(store.more.value).toMatchObject({ isBusy: false, error: { code: 'providers-failed' } });
    expect(numbers()).toEqual([1]);
    pages['a'] = { ids: [2] };
    await store.askMore(true);
    expect(numbers()).toEqual([1, 2]);
    expect(store.more.value).toEqual({ isBusy: false });
  });

  it('drops an answer to an older question', async () => {
    const gates: Record<string, () => void> = {};
    const fake = createFakePorts({
      answers: {
        'explore.notes': async ({ wanted }: Asked) => {
          const keyword = wanted.input.keyword ?? '';
          await new Promise<void>((resolve) => (gates[keyword] = resolve));
          return { notes: [createSighting(keyword === 'old' ? 1 : 2)], run: createRun(1) };
        },
      },
    });
    const store = createExploreStore(fake.ports);
    const old = store.ask({ operation: 'search.notes', input: { keyword: 'old' } }, true);
    const next = store.ask({ operation: 'search.notes', input: { keyword: 'new' } }, true);
    gates['new']?.();
    await next;
    gates['old']?.();
    await old;
    expect(store.found.value).toMatchObject({ value: { rows: [{ note: createSighting(2) }] } });
  });
});

describe('a selection', () => {
  const shown = ['a', 'b', 'c', 'd', 'e'];

  it('takes a range from the last one, in both directions, and takes it away again', () => {
    const { ids, toggle } = createSelection();
    toggle('d', shown, false);
    toggle('b', shown, true);
    expect([...ids.value].sort()).toEqual(['b', 'c', 'd']);
    toggle('d', shown, true);
    expect([...ids.value]).toEqual([]);
  });

  it('without a last one takes the one alone', () => {
    const { ids, toggle } = createSelection();
    toggle('c', shown, true);
    expect([...ids.value]).toEqual(['c']);
  });
});
