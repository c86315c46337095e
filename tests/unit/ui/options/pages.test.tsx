// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../../src/model/settings';
import { OptionsApp } from '../../../../src/ui/options/options-app';
import { WelcomeApp } from '../../../../src/ui/welcome/welcome-app';
import { AGREED, createFakePorts } from '../support/fake-ports';
import { renderUi, type Rendered } from '../support/render-ui';
import { NOTE_ID, createNote } from '../support/samples';

let shown: Rendered | undefined;
afterEach(() => {
  shown?.end();
  location.hash = '';
});
const measured = { notes: 3, comments: 4567, authors: 2, usedBytes: 1_500, persisted: false };
const gone = { comments: 12, notes: 1 };

describe('welcome page', () => {
  const answers = { 'consent.answer': () => AGREED };

  it('sends yes with exactly what is switched on', async () => {
    const fake = createFakePorts({ settings: DEFAULT_SETTINGS, answers });
    shown = await renderUi(<WelcomeApp />, fake.ports);
    (document.querySelectorAll('[role=switch]')[2] as HTMLElement).click();
    await shown.settle();
    await shown.click('button', 'Agree and start');
    const capture = { notes: true, authors: false, feeds: true, searches: false, notifications: false };
    expect(fake.calls).toEqual([{ name: 'consent.answer', input: { agreed: true, capture } }]);
    expect(shown.text()).toContain('Ready');
  });

  it('sends no, and says that nothing is kept', async () => {
    const fake = createFakePorts({
      settings: DEFAULT_SETTINGS,
      answers: { 'consent.answer': () => DEFAULT_SETTINGS },
    });
    shown = await renderUi(<WelcomeApp />, fake.ports);
    await shown.click('button', 'Not now');
    expect(fake.calls).toMatchObject([{ name: 'consent.answer', input: { agreed: false } }]);
    expect(shown.text()).toContain('nothing is kept');
  });

  it('stays with the question when the answer could not be kept', async () => {
    const fake = createFakePorts({ settings: DEFAULT_SETTINGS });
    shown = await renderUi(<WelcomeApp />, fake.ports);
    await shown.click('button', 'Agree and start');
    expect(shown.has('button', 'Agree and start')).toBe(true);
    expect(shown.text()).toContain('Something unexpected happened');
  });
});

describe('options page', () => {
  it('says what is stored', async () => {
    location.hash = '#stored';
    const fake = createFakePorts({ answers: { 'storage.measure': () => measured } });
    shown = await renderUi(<OptionsApp />, fake.ports);
    expect(shown.text()).toContain('4,567');
    expect(shown.text()).toContain('1.5 kB');
    expect(shown.text()).toContain('the browser may clear it by itself');
  });

  it('forgets a note after a moment in which it can be undone', async () => {
    location.hash = '#stored';
    const answers = { 'storage.measure': () => measured, 'note.forget': () => gone };
    const readers = { findNote: async () => createNote(), countComments: async () => 12 };
    const fake = createFakePorts({ answers, readers });
    shown = await renderUi(<OptionsApp />, fake.ports);
    const find = async (page: Rendered) => {
      await page.type('Link of a note or a profile', `https://www.xiaohongshu.com/explore/${NOTE_ID}`);
      await page.click('button', 'Find');
      await page.click('button', 'Forget this note');
    };
    await find(shown);
    await shown.click('button', 'Undo');
    shown.ui.toasts.flush();
    expect(fake.calls.some((call) => call.name === 'note.forget')).toBe(false);
    await find(shown);
    shown.ui.toasts.flush();
    await shown.settle();
    expect(fake.calls.at(-1)).toEqual({ name: 'note.forget', input: { noteId: NOTE_ID } });
  });

  it('copies a text for a report, and clears the list', async () => {
    location.hash = '#about';
    const problem = {
      at: Date.UTC(2026, 0, 2, 3, 4, 5),
      code: 'page-changed',
      where: 'page',
      missing: 'comment-page: comments.0.id',
      times: 3,
    };
    const failure = {
      name: 'TypeError',
      message: 'undefined is not a function',
      frames: ['background.js:1:2'],
    };
    const list: unknown[] = [problem, { at: 0, code: 'unexpected', where: 'popup', failure, times: 1 }];
    const answers = {
      'storage.measure': () => measured,
      'problem.list': () => [...list],
      'problem.clear': () => ((list.length = 0), {}),
    };
    const fake = createFakePorts({ answers });
    const copied: string[] = [];
    vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(async (text) => void copied.push(text));
    shown = await renderUi(<OptionsApp />, fake.ports);
    expect(shown.text()).toContain('comment-page: comments.0.id');
    expect(shown.text()).toContain('Seen 3 times');
    await shown.click('button', 'Copy diagnostics');
    expect(copied).toEqual([
      [
        'Hongshu Companion 1.2.3',
        'browser: Chromium 156, en-US',
        'language: auto, theme: auto',
        'consent: yes, paused: no',
        'kept: notes',
        'loading: 1500-3500 ms, 400 steps',
        'csv: excel',
        'stored: 3 notes, 4567 comments, 2 profiles, 1500 bytes',
        'problems: 2',
        '- 2026-01-02T03:04:05.000Z page-changed (page) comment-page: comments.0.id x3',
        '- 1970-01-01T00:00:00.000Z unexpected (popup) TypeError: undefined is not a function',
        '    background.js:1:2',
        '',
      ].join('\n'),
    ]);
    await shown.click('button', 'Clear the list');
    expect(shown.text()).toContain('No problems on record.');
  });

  it('deletes everything only after the word was typed', async () => {
    location.hash = '#stored';
    const answers = { 'storage.measure': () => measured, 'everything.delete': () => ({}) };
    const fake = createFakePorts({ answers });
    shown = await renderUi(<OptionsApp />, fake.ports);
    await shown.click('button', 'Delete everything…');
    await shown.click('button', 'Delete everything');
    expect(fake.calls.some((call) => call.name === 'everything.delete')).toBe(false);
    await shown.type('Type “delete” to confirm', 'Delete');
    await shown.click('button', 'Delete everything');
    expect(fake.calls.some((call) => call.name === 'everything.delete')).toBe(true);
    expect(shown.text()).toContain('Everything is deleted.');
  });
});
