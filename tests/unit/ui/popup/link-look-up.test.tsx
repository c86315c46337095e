// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { enrichEn } from '../../../../src/i18n/en/providers/enrich';
import { providersEn } from '../../../../src/i18n/en/providers/providers';
import { AppError } from '../../../../src/model/errors';
import type { Note } from '../../../../src/model/note';
import { PopupApp } from '../../../../src/ui/popup/popup-app';
import { createFakePorts } from '../support/fake-ports';
import { createRun } from '../support/provider-samples';
import { renderUi, type Rendered } from '../support/render-ui';
import { NOTE_ID, createNote, createNotePage } from '../support/samples';

let shown: Rendered | undefined;
beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => {
  shown?.end();
  vi.useRealTimers();
});

const FIELD = 'Note link, short link or share text';
const SHORT = 'https://xhslink.com/m/Invented1';
const SHARED = `An invented title ${SHORT} 复制后打开【小红书】查看`;
const ESTIMATE = {
  provider: 'tikhub-app',
  calls: 1,
  cost: { USD: 0.001 },
  isCached: false,
  fitsBudget: true,
};
const NO_KEY = { calls: 1, isCached: false, fitsBudget: true, gap: 'no-key' };
const NOTE_REF = {
  kind: 'note',
  host: 'www.xiaohongshu.com',
  noteId: NOTE_ID,
  via: 'explore',
  xsecToken: 'ABinventedTokenOfTheLink=',
};

async function open(answers: Record<string, (input: never) => unknown> = {}, note?: Note) {
  const kept = { note };
  const fake = createFakePorts({
    answers: {
      'page.find': () => null,
      'storage.measure': () => ({ notes: 0 }),
      'operation.estimate': () => ESTIMATE,
      'link.open': () => ({ tabId: 1, url: '' }),
      'link.resolve': () => ({ ref: NOTE_REF, run: createRun(1) }),
      'provider.list': () => [],
      'vault.find': () => ({ isSealed: false, isLocked: false }),
      ...answers,
    },
    readers: { findNote: async () => kept.note },
  });
  shown = await renderUi(<PopupApp />, fake.ports);
  const named = (name: string) => fake.calls.filter((call) => call.name === name).map(({ input }) => input);
  return { ...fake, page: shown, kept, named };
}

async function paste(page: Rendered, text: string) {
  await page.type(FIELD, text);
  await rest();
}

const rest = () =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(1_000);
  });

describe('looking a short link up', () => {
  it('offers it beside opening, with its price, and asks nobody before the press', async () => {
    const { page, named } = await open();
    await paste(page, SHARED);
    expect(page.has('button', 'Open')).toBe(true);
    expect(page.text()).toContain('about $0.001');
    expect(named('operation.estimate')).toEqual([{ operation: 'link.resolve', input: { text: SHORT } }]);
    expect(named('link.resolve')).toEqual([]);
    await page.click('button', 'Open');
    expect(named('link.open')).toEqual([{ text: SHARED }]);
    expect(named('link.resolve')).toEqual([]);
  });

  it.each([
    ['a note’s address', `https://www.xiaohongshu.com/explore/${NOTE_ID}`],
    ['a person’s address', `https://www.xiaohongshu.com/user/profile/${NOTE_ID}`],
    ['an id', NOTE_ID],
    ['nothing of the site', 'https://example.com/m/Invented1'],
  ])('is not offered for %s, which says itself what it names', async (_name, text) => {
    const { page, named } = await open();
    await paste(page, text);
    expect(page.has('button', enrichEn['enrich.link-start'])).toBe(false);
    expect(named('operation.estimate')).toEqual([]);
  });

  it.each(['no-key', 'unsupported', 'out'])('is not there where nobody can do it: %s', async (gap) => {
    const { page } = await open({ 'operation.estimate': () => ({ ...NO_KEY, gap }) });
    await paste(page, SHARED);
    expect(page.text()).not.toContain(enrichEn['enrich.link-hint']);
    expect(page.has('button', 'Open')).toBe(true);
  });

  it('leads to a note: to the site with its token, or enriched right there', async () => {
    const world = await open({
      'note.enrich': () => {
        world.kept.note = createNote();
        world.emit('note.changed', { noteId: NOTE_ID });
        return { runs: [createRun(2)] };
      },
    });
    const { page, named } = world;
    await paste(page, SHARED);
    await page.click('button', enrichEn['enrich.link-start']);
    expect(named('link.resolve')).toEqual([{ text: SHORT, agreed: true }]);
    await rest();
    expect(page.text()).toContain('It is a note');
    expect(page.text()).toContain(enrichEn['enrich.link-unread']);
    const href = page.get('link', enrichEn['enrich.link-open']).getAttribute('href') ?? '';
    expect(new URL(href).pathname).toBe(`/explore/${NOTE_ID}`);
    expect(new URL(href).searchParams.get('xsec_token')).toBe(NOTE_REF.xsecToken);
    await page.click('button', 'Enrich');
    expect(named('note.enrich')).toEqual([{ noteId: NOTE_ID, agreed: true }]);
    expect(page.text()).toContain('An invented title');
  });

  it('shows a note that is kept at once, and asks nothing more', async () => {
    const { page, named } = await open({}, createNote());
    await paste(page, SHARED);
    await page.click('button', enrichEn['enrich.link-start']);
    expect(page.text()).toContain('An invented title');
    expect(named('note.enrich')).toEqual([]);
  });

  it('leads to someone’s page', async () => {
    const ref = { kind: 'author', host: 'www.xiaohongshu.com', userId: NOTE_ID };
    const { page } = await open({ 'link.resolve': () => ({ ref, run: createRun(1) }) });
    await paste(page, SHARED);
    await page.click('button', enrichEn['enrich.link-start']);
    expect(page.text()).toContain('It is someone’s page');
    const href = page.get('link', enrichEn['enrich.link-open']).getAttribute('href') ?? '';
    expect(new URL(href).pathname).toBe(`/user/profile/${NOTE_ID}`);
  });

  it('says what is in the way, and forgets it with the next link', async () => {
    const { page } = await open({
      'link.resolve': () => {
        throw new AppError('providers-failed', { details: { runId: 'run-1' } });
      },
    });
    await paste(page, SHARED);
    await page.click('button', enrichEn['enrich.link-start']);
    expect(page.text()).toContain(providersEn['providers.failed-title']);
    await paste(page, 'https://xhslink.com/m/Invented2');
    expect(page.text()).not.toContain(providersEn['providers.failed-title']);
    expect(page.has('button', enrichEn['enrich.link-start'])).toBe(true);
  });

  it('does not show for one link what was found for another', async () => {
    const waiting: ((value: unknown) => void)[] = [];
    const { page } = await open({ 'link.resolve': () => new Promise((resolve) => waiting.push(resolve)) });
    await paste(page, SHARED);
    await page.click('button', enrichEn['enrich.link-start']);
    await paste(page, 'https://xhslink.com/m/Invented2');
    await page.click('button', enrichEn['enrich.link-start']);
    waiting[0]?.({ ref: NOTE_REF, run: createRun(1) });
    await page.settle();
    expect(page.text()).not.toContain('It is a note');
    waiting[1]?.({ ref: { ...NOTE_REF, kind: 'author', userId: NOTE_ID }, run: createRun(2) });
    await page.settle();
    expect(page.text()).toContain('It is someone’s page');
  });
});

describe('enriching in the popup', () => {
  const rough = { raw: '10+', value: 10, approximate: true };
  const asGuest = createNote({ counts: { likes: rough } });

  it('is one small line, with its price', async () => {
    const { page, named } = await open({ 'page.find': () => createNotePage() }, asGuest);
    await rest();
    expect(page.text()).toContain('about $0.001');
    await page.click('button', 'Enrich');
    expect(named('note.enrich')).toEqual([{ noteId: NOTE_ID, agreed: true }]);
  });

  it('is not there where nothing is missing, nor without a key', async () => {
    const exact = { raw: '1', value: 1, approximate: false };
    const full = createNote({
      text: '',
      place: 'Here',
      publishedAt: 1,
      counts: { likes: exact, collects: exact, comments: exact, shares: exact },
    });
    const complete = await open({ 'page.find': () => createNotePage() }, full);
    await rest();
    expect(complete.page.has('button', 'Enrich')).toBe(false);
    expect(complete.named('operation.estimate')).toEqual([]);
    shown?.end();
    const keyless = await open(
      { 'page.find': () => createNotePage(), 'operation.estimate': () => NO_KEY },
      asGuest,
    );
    await rest();
    expect(keyless.page.has('button', 'Enrich')).toBe(false);
    expect(keyless.page.text()).not.toContain(providersEn['providers.gap-no-key']);
  });
});
