// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { errorsEn } from '../../../../src/i18n/en/errors';
import { enrichEn } from '../../../../src/i18n/en/providers/enrich';
import { providersEn } from '../../../../src/i18n/en/providers/providers';
import { omitUndefined } from '../../../../src/lib/omit-undefined';
import { AppError, type ErrorCode } from '../../../../src/model/errors';
import { AGREED } from '../support/fake-ports';
import { AS_GUEST, ESTIMATE, FULL, NO_KEY, openDetails, type DetailsWorld } from '../support/open-details';
import { createFamily, createRun } from '../support/provider-samples';
import type { Rendered } from '../support/render-ui';
import { NOTE_ID, createNote, createNotePage } from '../support/samples';

let shown: Rendered | undefined;
beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => {
  shown?.end();
  vi.useRealTimers();
});

async function open(world: DetailsWorld = {}) {
  const opened = await openDetails(world);
  shown = opened.page;
  return opened;
}

const failing = (code: ErrorCode, details = {}) => ({
  'note.enrich': () => {
    throw new AppError(code, { details });
  },
});

describe('enriching a note in the panel', () => {
  it('says what the page leaves out, what the press costs and who is asked', async () => {
    const { page, named } = await open();
    expect(page.text()).toContain('Missing so far: exact counts and place.');
    expect(page.text()).toContain('about $0.01 · 1 call · TikHub App V2 is asked first');
    expect(named('operation.estimate')).toContainEqual({
      operation: 'note.detail',
      input: { noteId: NOTE_ID, type: 'normal' },
    });
    expect(named('note.enrich')).toEqual([]);
  });

  it('asks on one click and says what was filled, by whom and for how much', async () => {
    const world = await open({
      answers: {
        'note.enrich': () => {
          world.kept.note = FULL;
          world.emit('note.changed', { noteId: NOTE_ID });
          return { runs: [createRun(1, { provider: 'tikhub-app-v2' })] };
        },
      },
    });
    const { page, named } = world;
    await page.click('button', 'Enrich');
    expect(named('note.enrich')).toEqual([{ noteId: NOTE_ID, agreed: true }]);
    expect(page.text()).toContain('Filled by TikHub App V2: exact counts and place');
    expect(page.text()).toContain('$0.01');
    expect(page.text()).toContain('12,345');
    expect(page.text()).toContain('Guangdong');
    expect(page.text()).not.toContain(enrichEn['enrich.title']);
    await page.click('button', 'Close');
    expect(page.text()).not.toContain('Filled by');
  });

  it('claims nothing that did not come', async () => {
    const { page } = await open({
      answers: { 'note.enrich': () => ({ runs: [createRun(1, { provider: 'tikhub-app' })] }) },
    });
    await page.click('button', 'Enrich');
    expect(page.text()).toContain('TikHub App told nothing of what is missing');
  });

  it('is at work while it waits, and takes no second click', async () => {
    let answer: (value: unknown) => void = () => undefined;
    const { page, named } = await open({
      answers: { 'note.enrich': () => new Promise((resolve) => (answer = resolve)) },
    });
    await page.click('button', 'Enrich');
    expect(page.text()).toContain('Waiting for TikHub App V2…');
    expect(page.get('button', 'Enrich').getAttribute('aria-busy')).toBe('true');
    await page.click('button', 'Enrich');
    expect(named('note.enrich')).toHaveLength(1);
    answer({ runs: [createRun(1)] });
    await page.settle();
    expect(page.text()).not.toContain('Waiting for');
  });

  it('keeps the answer for its own note when another one is shown meanwhile', async () => {
    let answer: (value: unknown) => void = () => undefined;
    const other = createNote({ ...AS_GUEST, noteId: '68000000000000000000000f', title: 'Another one' });
    let inTab = NOTE_ID;
    const { page, kept, load } = await open({
      answers: {
        'page.find': () => createNotePage({ note: { noteId: inTab, shownAs: 'page' } }),
        'note.enrich': () => new Promise((resolve) => (answer = resolve)),
      },
    });
    await page.click('button', 'Enrich');
    inTab = other.noteId;
    kept.note = other;
    load(7);
    await page.settle();
    answer({ runs: [createRun(1)] });
    await page.settle();
    expect(page.text()).toContain('Another one');
    expect(page.text()).not.toContain('told nothing');
  });

  it('is quiet where nothing is missing, and free where the answer is here already', async () => {
    const { page } = await open({ note: FULL, estimate: { ...ESTIMATE, isCached: true } });
    expect(page.text()).not.toContain(enrichEn['enrich.title']);
    expect(page.has('button', 'Ask a provider')).toBe(true);
    expect(page.text()).toContain(providersEn['providers.cost-cached']);
  });

  it('says that a price is not known before the press', async () => {
    const { page } = await open({ estimate: { ...ESTIMATE, cost: undefined } });
    expect(page.text()).toContain('price not known');
  });

  it('says that the next one is asked too, where the settings let it', async () => {
    const { page } = await open();
    expect(page.text()).not.toContain(enrichEn['enrich.then-next']);
    await act(() => page.ui.settings.change({ providers: { ...AGREED.providers, fillFromNext: true } }));
    expect(page.text()).toContain(enrichEn['enrich.then-next']);
    expect(page.text()).not.toContain(enrichEn['enrich.then-video']);
  });

  it('shows nothing at all without a key', async () => {
    const { page } = await open({ estimate: NO_KEY });
    expect(page.text()).not.toContain('Enrich');
    expect(page.text()).not.toContain(providersEn['providers.gap-no-key']);
    expect(page.has('button', 'Get the profile')).toBe(false);
  });

  it('appears when a key was saved', async () => {
    const answer = { ...NO_KEY } as object;
    let estimate = answer;
    const { page, emit } = await open({ answers: { 'operation.estimate': () => estimate } });
    expect(page.has('button', 'Enrich')).toBe(false);
    estimate = ESTIMATE;
    await act(async () => {
      emit('providers.changed', {});
      await vi.advanceTimersByTimeAsync(1_000);
    });
    expect(page.has('button', 'Enrich')).toBe(true);
  });

  it('says where a note lacks something that nobody is available', async () => {
    const { page } = await open({ estimate: { ...NO_KEY, gap: 'out' } });
    expect(page.text()).toContain(providersEn['providers.gap-out']);
    expect(page.has('button', 'Enrich')).toBe(false);
  });
});

describe('when enriching fails', () => {
  it('unlocks the keys in place and goes on', async () => {
    let isLocked = true;
    const { page, named } = await open({
      estimate: { ...NO_KEY, gap: 'locked' },
      answers: {
        'note.enrich': () => {
          if (isLocked) throw new AppError('vault-locked');
          return { runs: [createRun(1)] };
        },
        'vault.unlock': () => {
          isLocked = false;
          return {};
        },
      },
    });
    await page.click('button', 'Enrich');
    await page.type('Passphrase', 'correct horse');
    await page.click('button', 'Unlock');
    expect(named('vault.unlock')).toEqual([{ passphrase: 'correct horse' }]);
    expect(named('note.enrich')).toHaveLength(2);
    expect(page.text()).toContain('told nothing of what is missing');
  });

  it('raises the budget in place and goes on', async () => {
    const { page, named } = await open({
      answers: failing('budget-reached', { scope: 'day', currency: 'USD' }),
    });
    await page.click('button', 'Enrich');
    expect(page.text()).toContain(providersEn['providers.budget-title']);
    await page.click('button', 'Raise and go on');
    expect(named('settings.change')).toMatchObject([{ patch: { providers: { dailyBudget: { USD: 4 } } } }]);
    expect(named('note.enrich')).toHaveLength(2);
  });

  it.each([
    ['no-provider', providersEn['providers.no-provider-title']],
    ['price-unknown', providersEn['providers.price-unknown-title']],
    ['provider-access-withheld', providersEn['providers.access-title']],
    ['providers-failed', providersEn['providers.failed-title']],
    ['paused', errorsEn['error.paused']],
    ['consent-missing', errorsEn['error.consent-missing']],
  ] as const)('says what is in the way: %s', async (code, words) => {
    const keptOut = { 'provider.list': () => [createFamily('tikhub', { state: 'ready', hasAccess: false })] };
    const isKeptOut = code === 'provider-access-withheld';
    const { page } = await open({ answers: { ...failing(code), ...(isKeptOut ? keptOut : {}) } });
    await page.click('button', 'Enrich');
    await page.settle();
    expect(page.text()).toContain(words);
    await page.click('button', 'Close');
    expect(page.text()).not.toContain(words);
    expect(page.has('button', 'Enrich')).toBe(true);
  });

  it('leads to the options where nobody can be asked', async () => {
    const { page, asked } = await open({ answers: failing('no-provider') });
    await page.click('button', 'Enrich');
    await page.settle();
    await page.click('button', 'Provider options');
    expect(asked).toContain('page options providers');
  });

  it('asks at an unknown price once the user says so', async () => {
    const { page, named } = await open({ answers: failing('price-unknown') });
    await page.click('button', 'Enrich');
    await page.click('button', 'Ask anyway');
    expect(named('note.enrich').at(-1)).toEqual({ noteId: NOTE_ID, agreed: true });
  });
});

describe('a note of which nobody knows the kind', () => {
  it('says what a note of unknown kind costs should it be a video, where the settings let it', async () => {
    const { page } = await open({ note: omitUndefined({ ...AS_GUEST, type: undefined }) });
    await act(() => page.ui.settings.change({ providers: { ...AGREED.providers, fillFromNext: true } }));
    await act(async () => {
      await vi.advanceTimersByTimeAsync(1_000);
    });
    expect(page.text()).toContain(enrichEn['enrich.then-video']);
  });
});
