import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { NOW, TAB, startBackgroundUnderTest } from '../support/background/background-under-test';
import type { BackgroundUnderTest } from '../support/background/background-under-test';
import { NOTE_ID, OTHER_NOTE_ID, noteUrl, toInitialState } from '../support/background/invented-note';

let background: BackgroundUnderTest;

const reportPage = (changes: Record<string, unknown> = {}) => background.reportPage(changes);
const reportStep = (changes: Record<string, unknown> = {}) =>
  background.report('loading.report', {
    noteId: NOTE_ID,
    running: true,
    steps: 1,
    shown: 12,
    at: NOW,
    ...changes,
  });
const start = (noteId = NOTE_ID) => background.call('loading.start', { tabId: TAB.id, noteId });
const find = async () => (await background.call('loading.find', { tabId: TAB.id })) as { value: unknown };
const startsAsked = () => background.asked.filter(({ name }) => name === 'loading.start');

beforeEach(async () => {
  fakeBrowser.reset();
  background = await startBackgroundUnderTest();
});

describe('loading comments', () => {
  it('is asked of the page with the pace of the settings, and its steps are kept', async () => {
    await reportPage();
    expect(await start()).toMatchObject({ ok: true, value: { running: true, steps: 0, maxSteps: 400 } });
    expect(startsAsked()).toEqual([
      {
        tabId: TAB.id,
        name: 'loading.start',
        input: { noteId: NOTE_ID, minPauseMs: 1_500, maxPauseMs: 3_500, maxSteps: 400 },
      },
    ]);

    await reportStep({ steps: 3, shown: 40 });
    expect((await find()).value).toMatchObject({ running: true, steps: 3, shown: 40 });
    await reportStep({ running: false, steps: 4, stoppedBy: 'end' });
    expect((await find()).value).toMatchObject({ running: false, stoppedBy: 'end', maxSteps: 400 });
  });

  it('goes on when it is asked for twice', async () => {
    await reportPage();
    await start();
    await start();
    expect(startsAsked()).toHaveLength(1);
  });

  it('is refused for a note that is not in front, in a tab behind, or gone', async () => {
    await reportPage();
    expect(await start(OTHER_NOTE_ID)).toMatchObject({ error: { code: 'note-not-open' } });
    background.tabs.set(TAB.id, { tabId: TAB.id, windowId: 1, url: noteUrl(), active: false, pinned: false });
    expect(await start()).toMatchObject({ error: { code: 'note-not-open' } });
    background.tabs.clear();
    expect(await start()).toMatchObject({ error: { code: 'tab-gone' } });
    expect(startsAsked()).toEqual([]);
  });

  it('is refused while any tab shows a sign that stops everything, until it is dismissed', async () => {
    await reportPage({ captcha: true });
    expect(await start()).toMatchObject({ error: { code: 'captcha' } });
    await reportPage();
    await background.call('stop-sign.dismiss', { tabId: TAB.id });
    expect(await start()).toMatchObject({ ok: true });
  });

  it('has ended when the page is loaded anew', async () => {
    await reportPage();
    await start();
    await reportPage({ initialState: toInitialState() });
    expect((await find()).value).toMatchObject({ running: false, stoppedBy: 'note-left' });
  });

  it('was stopped by the site when the page is sent to the verification, not by moving on', async () => {
    await reportPage();
    await start();
    const url = 'https://www.xiaohongshu.com/web-login/captcha?redirectPath=x&verifyType=102';
    await reportPage({ url, initialState: 'window.__INITIAL_STATE__={}' });
    expect((await find()).value).toMatchObject({ running: false, stoppedBy: 'stop-sign' });
  });

  it('is stopped by a pause, which is no warning of the site, and the page has no other last word', async () => {
    await reportPage();
    await start();
    await background.call('settings.change', { patch: { paused: true } });
    await reportStep({ running: false, steps: 5, stoppedBy: 'user' });

    expect((await find()).value).toMatchObject({ running: false, stoppedBy: 'paused', steps: 0 });
    expect((await find()).value).not.toHaveProperty('sign');
    expect(background.asked).toContainEqual({ tabId: TAB.id, name: 'loading.stop', input: {} });
  });

  it('cannot be made up by a page that was never asked', async () => {
    await reportStep({ running: true });
    expect((await find()).value).toBeNull();
  });
});
