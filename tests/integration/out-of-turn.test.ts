import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { raiseSign } from '../../src/background/pages/raise-sign';
import { stopLoading } from '../../src/background/loading/stop-loading';
import { takeLiveState } from '../../src/background/sightings/take-live-state';
import { DEFAULT_SETTINGS } from '../../src/model/settings';
import type { TabPage } from '../../src/model/page-state';
import { readSettings } from '../../src/storage/readers/read-settings';
import { loadingStates } from '../../src/storage/session';
import { answerConsent, changeSettings, clearSettings } from '../../src/storage/settings';
import { NOW, TAB, siteSender, startBackgroundUnderTest } from '../support/background/background-under-test';
import type { BackgroundUnderTest } from '../support/background/background-under-test';
import {
  NOTE_ID,
  OTHER_NOTE_ID,
  noteUrl,
  toCommentBody,
  toCommentRow,
  toInitialState,
  toStateNote,
} from '../support/background/invented-note';

const OTHER_TAB = 8;
const LIVE_STATE = JSON.stringify({ noteId: NOTE_ID, entry: { note: toStateNote() }, loggedIn: true });
let background: BackgroundUnderTest;

const frontNote = async () => (await background.services.tracker.find(TAB.id))?.note?.noteId;
const find = async () =>
  ((await background.call('page.find', { tabId: TAB.id })) as { value: TabPage | null }).value;
const startLoading = () => background.call('loading.start', { tabId: TAB.id, noteId: NOTE_ID });
const reportStep = async (running: boolean) => {
  const loadId = (await loadingStates.find(TAB.id))?.loadId;
  const counts = { steps: 2, shown: 20, expanded: 0 };
  return background.report('loading.report', { loadId, noteId: NOTE_ID, running, ...counts, at: NOW });
};

/** Another tab of the site, on which the site asks for a captcha. */
async function showCaptchaElsewhere(): Promise<void> {
  const url = noteUrl(OTHER_NOTE_ID);
  background.tabs.set(OTHER_TAB, { tabId: OTHER_TAB, windowId: 2, url, active: true, pinned: false });
  await background.report(
    'page.report',
    { url, title: '', visible: true, captcha: true, at: NOW },
    siteSender({ tab: { id: OTHER_TAB, windowId: 2 }, url }),
  );
}

beforeEach(async () => {
  fakeBrowser.reset();
  background = await startBackgroundUnderTest();
});

describe('a report of a page that was left', () => {
  it('changes nothing when it comes after that of the page in front', async () => {
    await background.reportPage({ url: noteUrl(OTHER_NOTE_ID), at: NOW - 10 });
    await background.reportPage({
      url: noteUrl(),
      captcha: true,
      initialState: toInitialState(),
      at: NOW - 20,
    });
    expect(await frontNote()).toBe(OTHER_NOTE_ID);
    expect((await find())?.stopSign).toBeUndefined();
  });

  it('counts when the clock was set back in between', async () => {
    await background.services.tracker.update(TAB.id, () => ({
      tabId: TAB.id,
      windowId: TAB.windowId,
      url: noteUrl(OTHER_NOTE_ID),
      note: { noteId: OTHER_NOTE_ID, shownAs: 'page' },
      viewer: {},
      missing: [],
      updatedAt: NOW + 3_600_000,
      reportedAt: NOW + 3_600_000,
    }));
    await background.reportPage();
    expect(await frontNote()).toBe(NOTE_ID);
  });

  it('of the same place may still bring its state', async () => {
    await background.reportPage({ at: NOW - 10 });
    await background.reportPage({ initialState: toInitialState(), at: NOW - 20 });
    expect((await background.readAll())['notes']).toMatchObject([{ noteId: NOTE_ID, type: 'normal' }]);
  });
});

describe('what is known of a tab', () => {
  const known = async () =>
    ((await background.call('page.known', { tabId: TAB.id })) as { value: TabPage | null }).value;

  it('is told without asking its page, and is what asking it tells as long as nothing changes', async () => {
    expect(await known()).toBeNull();
    await background.reportPage();
    expect(await known()).toMatchObject({ note: { noteId: NOTE_ID } });
    expect(await known()).toEqual(await find());
  });

  it('has the sign that stops everything, wherever it was given', async () => {
    await background.reportPage();
    await showCaptchaElsewhere();
    expect(await known()).toMatchObject({ note: { noteId: NOTE_ID }, stopSign: { sign: 'captcha' } });
  });

  it('is nothing once consent was taken back', async () => {
    await background.reportPage();
    await answerConsent(undefined, DEFAULT_SETTINGS.capture);
    expect(await known()).toBeNull();
  });
});

describe('a sign of a note', () => {
  it('is not said of the note that has come to the front meanwhile', async () => {
    await background.reportPage();
    const sign = { sign: 'note-removed', class: 'note' } as const;
    await raiseSign(background.services, TAB.id, sign, OTHER_NOTE_ID);
    expect((await find())?.stopSign).toBeUndefined();
    await raiseSign(background.services, TAB.id, sign, NOTE_ID);
    expect((await find())?.stopSign).toMatchObject({ sign: 'note-removed' });
  });
});

describe('a sign that stops everything', () => {
  it('is shown in every tab of the site, and dismissed from any', async () => {
    await background.reportPage();
    await showCaptchaElsewhere();
    expect(background.events).toContainEqual({ name: 'page.changed', payload: { tabId: TAB.id } });
    expect(await startLoading()).toMatchObject({ error: { code: 'captcha' } });
    expect(await find()).toMatchObject({ note: { noteId: NOTE_ID }, stopSign: { sign: 'captcha' } });

    await background.call('stop-sign.dismiss', { tabId: TAB.id });
    expect((await find())?.stopSign).toBeUndefined();
    expect(await startLoading()).toMatchObject({ ok: true });
  });

  it('outlives the tab in which it was given, and is dismissed elsewhere', async () => {
    await background.reportPage();
    await showCaptchaElsewhere();
    background.tabs.delete(OTHER_TAB);
    await background.services.tracker.forget(OTHER_TAB);
    expect(await startLoading()).toMatchObject({ error: { code: 'captcha' } });
    expect(await find()).toMatchObject({ stopSign: { sign: 'captcha' } });

    await background.call('stop-sign.dismiss', { tabId: TAB.id });
    expect((await find())?.stopSign).toBeUndefined();
    expect(await startLoading()).toMatchObject({ ok: true });
  });

  it('outlives a pause', async () => {
    await background.reportPage({ captcha: true });
    await background.call('settings.change', { patch: { paused: true } });
    await background.call('settings.change', { patch: { paused: false } });
    await background.reportPage();
    expect(await startLoading()).toMatchObject({ error: { code: 'captcha' } });

    await background.call('stop-sign.dismiss', { tabId: TAB.id });
    expect(await startLoading()).toMatchObject({ ok: true });
  });
});

describe('loading that is stopped by a sign', () => {
  it('does not run again because a step was reported at the same time', async () => {
    await background.reportPage();
    await startLoading();
    await expect.poll(() => loadingStates.find(TAB.id)).toMatchObject({ running: true });
    await Promise.all([
      reportStep(true),
      stopLoading(background.services, { stoppedBy: 'stop-sign', sign: 'captcha' }),
      reportStep(true),
    ]);
    await reportStep(false);
    expect(await loadingStates.find(TAB.id)).toMatchObject({
      running: false,
      stoppedBy: 'stop-sign',
      sign: 'captcha',
    });
  });
});

describe('changes of settings at once', () => {
  it('do not undo each other', async () => {
    const capture = { ...DEFAULT_SETTINGS.capture, feeds: true };
    await Promise.all([
      changeSettings({ paused: true }),
      answerConsent(undefined, capture),
      changeSettings({ theme: 'dark' }),
    ]);
    const settings = await readSettings();
    expect(settings).toMatchObject({ paused: true, theme: 'dark', capture });
    expect(settings.consent).toBeUndefined();
  });

  it('do not bring back a consent that was deleted', async () => {
    await Promise.all([changeSettings({ theme: 'dark' }), clearSettings(), changeSettings({ paused: true })]);
    expect((await readSettings()).consent).toBeUndefined();
  });
});

describe('deleting everything', () => {
  it.each([0, 1, 2, 4, 8, 16, 32, 64])(
    'leaves nothing of comments that came %i turns before',
    async (turns) => {
      await background.reportPage();
      const capture = background.reportCapture({ body: toCommentBody([toCommentRow(1)]) });
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
      await Promise.all([capture, background.call('everything.delete', {})]);
      expect(await background.readAll()).toEqual({});
    },
  );

  it.each(['everything.delete', 'settings.change'])(
    'leaves out what a slow page tells after %s',
    async (name) => {
      const page = await background.services.tracker.update(TAB.id, () => ({
        tabId: TAB.id,
        windowId: TAB.windowId,
        url: noteUrl(),
        note: { noteId: NOTE_ID, shownAs: 'page' },
        viewer: {},
        missing: [],
        updatedAt: NOW,
      }));
      const readLive = (isLate: boolean) => async () => {
        if (isLate) await background.call(name, { patch: { paused: true } });
        return LIVE_STATE;
      };
      if (!page) throw new Error('no page');
      await takeLiveState({ ...background.services, readLive: readLive(true) }, page);
      expect(await background.readAll()).toEqual({});

      await answerConsent({ answeredAt: 1, textVersion: 1 }, DEFAULT_SETTINGS.capture);
      await changeSettings({ paused: false });
      await takeLiveState({ ...background.services, readLive: readLive(false) }, page);
      expect((await background.readAll())['notes']).toHaveLength(1);
    },
  );

  it('leaves nothing of a page that reports at the same time, nor of problems', async () => {
    await background.reportCapture({ body: '{"code":0,"data":{"comments":7}}' });
    expect(await background.services.problems.list()).not.toEqual([]);
    await Promise.all([
      background.reportPage(),
      background.call('everything.delete', {}),
      background.reportPage({ url: noteUrl(OTHER_NOTE_ID) }),
    ]);
    expect(await fakeBrowser.storage.session.get(null)).toEqual({});
    expect(await fakeBrowser.storage.local.get(null)).toEqual({});
    expect(await background.services.problems.list()).toEqual([]);
    expect(await background.readAll()).toEqual({});
  });
});
