// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { commentsEn } from '../../../../src/i18n/en/comments';
import { errorsEn } from '../../../../src/i18n/en/errors';
import { pageEn } from '../../../../src/i18n/en/page';
import { panelEn } from '../../../../src/i18n/en/panel';
import { signsEn } from '../../../../src/i18n/en/signs';
import { AppError } from '../../../../src/model/errors';
import type { Note } from '../../../../src/model/note';
import { DEFAULT_SETTINGS } from '../../../../src/model/settings';
import { SidepanelApp } from '../../../../src/ui/sidepanel/sidepanel-app';
import type { CommentView } from '../../../../src/workers/comment-view/types';
import { AGREED, createFakePorts } from '../support/fake-ports';
import { renderUi, type Rendered } from '../support/render-ui';
import { NOTE_ID, createNote, createNotePage } from '../support/samples';

let shown: Rendered | undefined;
afterEach(() => shown?.end());

const summary = {
  version: 1,
  noteId: NOTE_ID,
  total: 0,
  topLevel: 0,
  rows: 0,
  matches: 0,
  places: [],
  loading: false,
};
const emptyView: CommentView = {
  open: async (noteId) => ({ ...summary, noteId }),
  refresh: async () => summary,
  setQuery: async () => summary,
  setCollapsed: async () => summary,
  rows: async () => [],
  close: () => undefined,
};

async function open(world: Parameters<typeof createFakePorts>[0]) {
  const fake = createFakePorts(world);
  shown = await renderUi(<SidepanelApp commentView={emptyView} />, fake.ports);
  return { ...fake, page: shown };
}

const withNote = (note: Note = createNote()) => ({
  answers: { 'page.find': () => createNotePage() },
  readers: { findNote: async (id: string) => (id === note.noteId ? note : undefined) },
});
const SIGN_WORDS = {
  'note-removed': signsEn['sign.note-removed'],
  'profile-limited': signsEn['sign.profile-limited'],
  captcha: signsEn['sign.captcha'],
  'login-expired': signsEn['sign.login-expired'],
};
const TOKEN = 'ABinventedTokenOfTheTestForTheSidePanel0123456=';

describe('side panel', () => {
  it('shows nothing but the way to the welcome page before consent', async () => {
    const { page, calls } = await open({ settings: DEFAULT_SETTINGS, ...withNote() });
    expect(page.has('button', 'Finish set-up')).toBe(true);
    expect(page.text()).not.toContain('An invented title');
    expect(calls.some((call) => call.name === 'loading.start')).toBe(false);
  });

  it('lists the notes seen last where none is open, and shows one that is chosen', async () => {
    const note = createNote({ title: 'Seen yesterday' });
    const { page } = await open({
      readers: { findNote: async () => note, listNotes: async () => [note] },
      answers: { 'page.find': () => null },
    });
    expect(page.text()).toContain('No note is open here');
    await page.click('button', 'Seen yesterday');
    expect(page.has('button', 'Load comments for me')).toBe(true);
  });

  it('shows ids, token, its source and where it was read', async () => {
    const token = { xsecToken: TOKEN, xsecSource: 'pc_feed', from: 'url', seenAt: Date.now() };
    const { page } = await open(withNote(createNote({ tokens: [token] })));
    await page.click('radio', 'Details');
    expect(page.text()).toContain(NOTE_ID);
    expect(page.text()).toContain(TOKEN);
    expect(page.text()).toContain('pc_feed');
    expect(page.text()).toContain('from the address');
  });

  it('prefers a token the site has not refused, and leads to a fresh one when all are', async () => {
    const refused = { xsecToken: TOKEN, xsecSource: 'pc_feed', from: 'url', seenAt: 2_000, refusedAt: 3_000 };
    const older = { xsecToken: TOKEN.replace('AB', 'CB'), from: 'state', seenAt: 1_000 };
    const first = await open(withNote(createNote({ tokens: [refused, older] })));
    await first.page.click('radio', 'Details');
    expect(first.page.text()).toContain(older.xsecToken);
    expect(first.page.text()).not.toContain('no longer accepts');
    shown?.end();
    const second = await open(withNote(createNote({ tokens: [refused] })));
    await second.page.click('radio', 'Details');
    expect(second.page.text()).toContain('no longer accepts');
    expect(second.page.has('link', 'Search for the title')).toBe(true);
  });

  it('stays with a pinned note and says that the tab has moved on', async () => {
    const other = '68000000000000000000000f';
    let inTab = NOTE_ID;
    const { page, load } = await open({
      answers: { 'page.find': () => createNotePage({ note: { noteId: inTab, shownAs: 'page' } }) },
      readers: {
        findNote: async (noteId) => createNote({ noteId, title: noteId === other ? 'Other' : 'Mine' }),
      },
    });
    await page.click('button', 'Pin this note');
    inTab = other;
    load(7);
    await page.settle();
    expect(page.text()).toContain('Mine');
    expect(page.text()).toContain('The tab shows another note now.');
    await page.click('button', 'Show the current note');
    expect(page.text()).toContain('Other');
  });

  it.each([
    ['note-removed', 'note', false],
    ['profile-limited', 'profile', false],
    ['captcha', 'all', true],
    ['login-expired', 'login', true],
  ] as const)('says over a pinned note only what concerns it: %s of another', async (sign, stops, isSaid) => {
    const other = '68000000000000000000000f';
    let tabPage = createNotePage();
    const { page, load } = await open({ ...withNote(), answers: { 'page.find': () => tabPage } });
    await page.click('button', 'Pin this note');
    const stopSign = { sign, class: stops, at: 1 };
    tabPage = createNotePage({ note: { noteId: other, shownAs: 'page' }, stopSign, missing: ['engage-bar'] });
    load(7);
    await page.settle();
    expect(page.text()).toContain('An invented title');
    expect(page.has('button', signsEn['signs.open-author'])).toBe(false);
    expect(page.text().includes(SIGN_WORDS[sign])).toBe(isSaid);
    expect(page.text()).not.toContain('engage-bar');
    await page.click('button', 'Show the current note');
    expect(page.text()).toContain(SIGN_WORDS[sign]);
    expect(page.text()).toContain('engage-bar');
  });

  it('keeps the search when things were removed elsewhere, and starts anew when this note was', async () => {
    const calls: string[] = [];
    const view: CommentView = {
      ...emptyView,
      open: async () => (calls.push('open'), summary),
      refresh: async () => (calls.push('refresh'), summary),
    };
    const fake = createFakePorts(withNote());
    shown = await renderUi(<SidepanelApp commentView={view} />, fake.ports);
    fake.emit('stored.removed', {});
    await shown.settle();
    expect(calls).toEqual(['open', 'refresh']);
    fake.emit('stored.removed', { noteId: NOTE_ID });
    await shown.settle();
    expect(calls).toEqual(['open', 'refresh', 'open']);
  });

  it('says so when a choice cannot be saved', async () => {
    const { page } = await open({
      ...withNote(),
      answers: {
        'page.find': () => createNotePage(),
        'settings.change': () => {
          throw new AppError('storage-full');
        },
      },
    });
    await page.click('button', 'Other formats and options');
    // The choices are loaded when they are asked for.
    await vi.waitFor(async () => {
      await page.settle();
      expect(page.has('button', 'Export')).toBe(true);
    }, 10_000);
    await page.click('button', 'Export');
    expect(page.text()).toContain(errorsEn['error.storage-full']);
  });
});

describe('the note in the side panel', () => {
  it('is not read while its switch is off, which is said; scrolling would not help', async () => {
    const settings = { ...AGREED, capture: { ...AGREED.capture, notes: false } };
    const off = await open({ ...withNote(), settings });
    expect(off.page.text()).toContain(pageEn['page.off-notes']);
    expect(off.page.text()).not.toContain(commentsEn['comments.none-hint']);
    shown?.end();
    const on = await open(withNote());
    expect(on.page.text()).not.toContain(pageEn['page.off-notes']);
    expect(on.page.text()).toContain(commentsEn['comments.none-hint']);
  });

  it('calls a note without a title by its first words', async () => {
    const { page } = await open(withNote(createNote({ title: '', text: 'First words #tea[话题]#\nmore' })));
    expect(document.querySelector('h1')?.textContent).toBe('First words #tea');
    await page.click('radio', 'Details');
    expect(page.has('button', 'Copy Text')).toBe(true);
  });

  it('leads to the people who are mentioned', async () => {
    const person = { id: { kind: 'site' as const, value: '68000000000000000000000c' }, nickname: 'Someone' };
    const masked = { id: { kind: 'masked' as const, value: 'masked' }, nickname: 'Nobody' };
    const { page } = await open(withNote(createNote({ mentions: [person, masked] })));
    await page.click('radio', 'Details');
    expect(page.get('link', 'Someone').getAttribute('href')).toContain(
      '/user/profile/68000000000000000000000c',
    );
    expect(page.text()).toContain('Nobody');
    expect(page.has('link', 'Nobody')).toBe(false);
  });
});

describe('the foot and the notices of the side panel', () => {
  it('offers no export of a note of which nothing was read, and says why', async () => {
    const unread = createNote({ standing: 'removed' });
    delete unread.title;
    delete unread.type;
    delete unread.author;
    const { page } = await open(withNote(unread));
    const button = page.get('button', 'Export CSV') as HTMLButtonElement;
    expect(button.disabled).toBe(true);
    const reason = document.getElementById(button.getAttribute('aria-describedby') ?? '');
    expect(reason?.textContent).toBe(panelEn['panel.export-nothing']);
  });

  it('keeps its foot low, and says what the loading does on demand', async () => {
    const { page } = await open(withNote());
    const load = page.get('button', 'Load comments for me');
    const hint = document.getElementById(load.getAttribute('aria-describedby') ?? '');
    expect(hint?.textContent).toContain('seconds');
    expect(hint?.className).toBe('unseen');
    expect((page.get('button', 'Export CSV') as HTMLButtonElement).disabled).toBe(false);
    expect(page.get('button', 'Export CSV').parentElement).toBe(load.parentElement);
    await page.click('button', 'What loading does');
    expect(hint?.className).not.toContain('unseen');
  });

  it('shows the name of the file in one line, its end always', async () => {
    const { page, emit } = await open(withNote());
    const fileName = `${'A very long invented title '.repeat(4)}2026-05-01 1200.csv`;
    const times = { startedAt: 1, updatedAt: 1 };
    emit('export.changed', {
      exportId: 'e',
      noteId: NOTE_ID,
      state: 'done',
      rows: 1,
      expectedRows: 1,
      fileName,
      ...times,
    });
    await page.settle();
    const name = document.querySelector('.file-name');
    expect(name?.getAttribute('title')).toBe(fileName);
    expect(name?.textContent).toBe(fileName);
    expect(name?.lastElementChild?.textContent).toContain('2026-05-01 1200.csv');
  });

  it('takes a forgotten note out of sight at once, and brings it back on undo', async () => {
    const { page, calls } = await open(withNote());
    await page.click('button', 'More actions');
    await page.click('menuitem', 'Forget this note');
    expect(page.text()).not.toContain('Load comments for me');
    await page.click('button', 'Undo');
    expect(page.text()).toContain('Load comments for me');
    expect(calls.some((call) => call.name === 'note.forget')).toBe(false);
  });
});
