// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { pageEn } from '../../../../src/i18n/en/page';
import { signsEn } from '../../../../src/i18n/en/signs';
import { popupEn } from '../../../../src/i18n/en/popup';
import { AppError } from '../../../../src/model/errors';
import { DEFAULT_SETTINGS } from '../../../../src/model/settings';
import { PopupApp } from '../../../../src/ui/popup/popup-app';
import { AGREED, TAB, createFakePorts } from '../support/fake-ports';
import { renderUi, type Rendered } from '../support/render-ui';
import { NOTE_ID, createComment, createNote, createNotePage } from '../support/samples';

let shown: Rendered | undefined;
afterEach(() => shown?.end());

async function open(world: Parameters<typeof createFakePorts>[0]) {
  const fake = createFakePorts(world);
  shown = await renderUi(<PopupApp />, fake.ports);
  return { ...fake, page: shown };
}
const onNote = { 'page.find': () => createNotePage() };
const stored = {
  findNote: async () => createNote(),
  countComments: async () => 312,
  listNewestComments: async () => [createComment(3), createComment(2), createComment(1)],
};

describe('popup on a note', () => {
  it('asks to finish the set-up before anything else, and asks the page nothing', async () => {
    const { page, calls, asked } = await open({ settings: DEFAULT_SETTINGS, answers: onNote });
    await page.click('button', 'Finish set-up');
    expect(asked).toEqual(['page welcome']);
    expect(page.has('button', 'Export CSV')).toBe(false);
    expect(calls.some((call) => call.name === 'export.start')).toBe(false);
  });

  it('shows the open note, its coverage and its latest comments', async () => {
    const { page } = await open({ answers: onNote, readers: stored });
    expect(page.text()).toContain('An invented title');
    expect(page.text()).toContain('Invented author');
    expect(page.text()).toContain('1,234');
    expect(page.text()).toContain('captured 312 of 944');
    expect(page.text()).toMatch(/Comment number 3.*Comment number 2.*Comment number 1/);
  });

  it('grows while comments come in', async () => {
    let captured = 1;
    const readers = { ...stored, countComments: async () => captured };
    const { page, emit } = await open({ answers: onNote, readers });
    captured = 20;
    emit('comments.changed', { noteId: NOTE_ID, added: 19 });
    await page.settle();
    expect(page.text()).toContain('captured 20 of 944');
  });

  it('exports in one click and shows progress, outcome and failure in place', async () => {
    const state = { exportId: 'e', noteId: NOTE_ID, rows: 0, expectedRows: 312, startedAt: 1, updatedAt: 1 };
    const answers = { ...onNote, 'export.start': () => ({ ...state, state: 'writing' }) };
    const { page, emit, calls } = await open({ answers, readers: stored });
    await page.click('button', 'Export CSV');
    expect(calls.at(-1)).toMatchObject({ name: 'export.start', input: { noteId: NOTE_ID, format: 'csv' } });
    emit('export.changed', { ...state, state: 'writing', rows: 100 });
    await page.settle();
    expect(page.text()).toContain('100 of 312 rows');
    emit('export.changed', { ...state, state: 'done', rows: 312, fileName: 'file.csv' });
    await page.settle();
    expect(page.text()).toContain('312 rows exported');
    expect(page.text()).toContain('file.csv');
    const error = { code: 'download-failed' as const, message: '', retryable: true, details: {} };
    emit('export.changed', { ...state, state: 'failed', error });
    await page.settle();
    expect(page.text()).toContain('The export did not work');
  });

  it('opens the panel of its own window', async () => {
    const { page, asked } = await open({ answers: onNote, readers: stored });
    await page.click('button', 'Open side panel');
    expect(asked).toEqual(['panel 3', 'close']);
  });

  it('says so when the browser does not open the panel', async () => {
    const fake = createFakePorts({ answers: onNote, readers: stored });
    const openPanel = () => Promise.reject(new Error('not now'));
    shown = await renderUi(<PopupApp />, { ...fake.ports, openPanel });
    for (const name of ['Open side panel', 'Show all']) {
      await shown.click('button', name);
      expect(shown.ui.toasts.shown.value.map((toast) => toast.text)).toEqual([
        popupEn['popup.panel-refused'],
      ]);
      for (const { id } of shown.ui.toasts.shown.value) shown.ui.toasts.dismiss(id);
    }
    expect(fake.asked).toEqual([]);
  });

  it('pauses and says so', async () => {
    const answers = { ...onNote, 'settings.change': () => ({ ...AGREED, paused: true }) };
    const { page, calls } = await open({ answers, readers: stored });
    await page.click('switch', 'Pause');
    expect(calls.at(-1)).toEqual({ name: 'settings.change', input: { patch: { paused: true } } });
    expect(page.text()).toContain('Paused: nothing new is kept.');
  });
});

describe('popup on a note that is not read', () => {
  const unread = { findNote: async () => undefined };
  const OFF = { ...AGREED, capture: { ...AGREED.capture, notes: false } };

  it('says that a pause is why, and nothing of a switch', async () => {
    const { page } = await open({ settings: { ...AGREED, paused: true }, answers: onNote, readers: unread });
    expect(page.text()).toContain(popupEn['popup.note-unread']);
    expect(page.text()).not.toContain(pageEn['page.off-notes']);
  });

  it('says that its switch is why, and nothing of a pause', async () => {
    const { page, asked } = await open({ settings: OFF, answers: onNote, readers: unread });
    expect(page.text()).toContain(pageEn['page.off-notes']);
    expect(page.text()).not.toContain(popupEn['popup.note-unread']);
    await page.click('button', pageEn['page.switch-on']);
    expect(asked).toEqual(['page options']);
  });

  it('says so too where the note is known already, and promises no comments', async () => {
    const readers = { ...stored, countComments: async () => 0, listNewestComments: async () => [] };
    const { page } = await open({ settings: OFF, answers: onNote, readers });
    expect(page.text()).toContain('An invented title');
    expect(page.text()).toContain(pageEn['page.off-notes']);
    expect(page.text()).not.toContain(popupEn['popup.no-comments']);
  });
});

describe('popup where something is in the way', () => {
  it('asks the browser for access within the click', async () => {
    const { page, asked } = await open({
      hasAccess: false,
      grants: true,
      tab: { ...TAB, url: undefined },
      answers: onNote,
      readers: stored,
    });
    page.get('button', 'Allow on this site').click();
    expect(asked).toEqual(['request access']);
    await page.settle();
    expect(page.text()).toContain('An invented title');
  });

  it('offers to reload a page that does not answer', async () => {
    const answers = {
      'page.find': () => {
        throw new AppError('page-not-reached');
      },
    };
    const { page, asked } = await open({ answers });
    await page.click('button', 'Reload');
    expect(asked).toEqual(['reload 7']);
  });

  it('says what the site refused and lets the user go on after a verification', async () => {
    const stopSign = { sign: 'captcha', class: 'all' as const, at: 1 };
    const answers = { 'page.find': () => createNotePage({ stopSign }), 'stop-sign.dismiss': () => ({}) };
    const { page, calls } = await open({ answers, readers: stored });
    expect(page.text()).toContain('Complete the verification in the page');
    await page.click('button', 'Done, go on');
    expect(calls.some((call) => call.name === 'stop-sign.dismiss')).toBe(true);
  });

  it.each([
    ['note-removed', 'it may have been deleted'],
    ['note-under-review', 'under review'],
    ['note-forbidden', 'limits who can see this note'],
    ['token-refused', 'The token of this link has expired'],
    ['login-wanted', 'gives more only after login'],
    ['a-sign-of-tomorrow', 'did not give what was asked for'],
  ])('says what %s means', async (sign, words) => {
    const { page } = await open({
      answers: { 'page.find': () => createNotePage({ stopSign: { sign, class: 'note', at: 1 } }) },
    });
    expect(page.text()).toContain(words);
  });

  it('says of a removed note that what was kept is still here, where anything was', async () => {
    const stopSign = { sign: 'note-removed', class: 'note' as const, at: 1 };
    const answers = { 'page.find': () => createNotePage({ stopSign }) };
    const unknown = await open({ answers });
    expect(unknown.page.text()).toContain('it may have been deleted');
    expect(unknown.page.text()).not.toContain(signsEn['signs.kept']);
    unknown.page.end();
    const known = await open({ answers, readers: stored });
    expect(known.page.text()).toContain(signsEn['signs.kept']);
  });

  it('opens a pasted text, and says when it names nothing', async () => {
    const answers = {
      'page.find': () => null,
      'link.open': ({ text }: { text: string }) => {
        if (!text.includes('xhslink')) throw new AppError('link-not-recognised');
        return { tabId: 1, url: text };
      },
    };
    const { page, calls, asked } = await open({ answers });
    await page.type('Note link, short link or share text', 'nothing at all');
    await page.click('button', 'Open');
    expect(page.text()).toContain('does not look like a link');
    await page.type('Note link, short link or share text', 'look https://xhslink.com/a/invented');
    await page.click('button', 'Open');
    expect(calls.at(-1)).toEqual({
      name: 'link.open',
      input: { text: 'look https://xhslink.com/a/invented' },
    });
    expect(asked).toEqual(['close']);
  });

  it('lists what was seen lately where there is no note', async () => {
    const readers = { listNotes: async () => [createNote({ title: 'Seen lately' })] };
    const { page } = await open({ answers: { 'page.find': () => null }, readers });
    expect(page.text()).toContain('No note here');
    expect(page.text()).toContain('Seen lately');
  });
});
