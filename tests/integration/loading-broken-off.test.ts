import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import type { JobLogEntry } from '../../src/model/jobs/job-item';
import { loadingStates } from '../../src/storage/session';
import { NOW, TAB, startBackgroundUnderTest } from '../support/background/background-under-test';
import type { BackgroundUnderTest } from '../support/background/background-under-test';
import { NOTE_ID, OTHER_NOTE_ID, noteUrl, toInitialState } from '../support/background/invented-note';
import { createLoadingSteps } from '../support/background/loading-steps';

const OTHER_TAB = 8;
let background: BackgroundUnderTest;
const { start, startsAsked, loadId, readStore, readJob, reportStep, untilJob, steer, begin } =
  createLoadingSteps(() => background);
const reportPage = (changes: Record<string, unknown> = {}) => background.reportPage(changes);

beforeEach(async () => {
  fakeBrowser.reset();
  // How a job ended is said in the browser's language.
  fakeBrowser.i18n.getUILanguage = () => 'en-US';
  background = await startBackgroundUnderTest();
});

describe('a page that does not come to its end', () => {
  it.each([
    ['hidden', 'tab-hidden'],
    ['note-left', 'note-left'],
    ['limit', 'step-limit'],
    ['login-wanted', 'login-wanted'],
    ['page-changed', 'page-changed'],
  ])('%s: the job is paused and says why, until it is resumed', async (stoppedBy, code) => {
    await begin();
    await reportStep({ running: false, steps: 5, shown: 33, stoppedBy });
    await untilJob({ state: 'paused', error: { code }, progress: { rows: 33 } });
    const lines = await readStore<JobLogEntry>('jobLog');
    expect(lines.at(-1)).toMatchObject({ event: 'paused', error: { code } });
    expect(startsAsked()).toHaveLength(1);
    await steer('resume');
    await expect.poll(startsAsked).toHaveLength(2);
    await untilJob({ state: 'running' });
    expect(await readJob()).not.toHaveProperty('error');
  });

  it('is loaded anew: paused; it goes on in whichever tab shows the note then', async () => {
    await begin();
    await reportPage({ initialState: toInitialState() });
    await untilJob({ state: 'paused', error: { code: 'note-left' } });
    await reportPage({ url: noteUrl(OTHER_NOTE_ID), at: NOW });
    await steer('resume');
    await untilJob({ state: 'paused', error: { code: 'note-not-open' } });
    const url = noteUrl();
    background.tabs.set(OTHER_TAB, { tabId: OTHER_TAB, windowId: 2, url, active: true, pinned: false });
    await background.report(
      'page.report',
      { url, title: '', visible: true, captcha: false, at: NOW },
      { id: fakeBrowser.runtime.id, frameId: 0, tab: { id: OTHER_TAB, windowId: 2 }, url },
    );
    await steer('resume');
    await expect.poll(() => startsAsked().map(({ tabId }) => tabId)).toEqual([TAB.id, OTHER_TAB]);
  });

  it('is closed: paused, the tab is gone', async () => {
    await begin();
    background.tabs.delete(TAB.id);
    await background.closeTab(TAB.id);
    await untilJob({ state: 'paused', error: { code: 'tab-gone' } });
  });

  it('falls silent and is still there: it is only asked where it stands', async () => {
    await begin();
    await reportStep({ steps: 2 });
    await untilJob({ progress: { rows: 12 } });
    background.line.clock.set(NOW + 40_000);
    background.passTime();
    await expect
      .poll(() => background.asked.at(-1))
      .toEqual({ tabId: TAB.id, name: 'loading.tell', input: { loadId: loadId(), noteId: NOTE_ID } });
    await reportStep({ running: false, steps: 3, shown: 12, stoppedBy: 'limit' });
    await untilJob({ state: 'paused', error: { code: 'step-limit' } });
  });

  it('falls silent and cannot be reached: paused', async () => {
    await begin();
    background.isPageThere = false;
    background.line.clock.set(NOW + 40_000);
    background.passTime();
    await untilJob({ state: 'paused', error: { code: 'page-not-reached' } });
  });

  it('cannot be reached at all: paused, and nothing is tried again by itself', async () => {
    background.isPageThere = false;
    await reportPage();
    await start();
    await untilJob({ state: 'paused', error: { code: 'page-not-reached' } });
    expect(await loadingStates.find(TAB.id)).toMatchObject({ running: false });
  });

  it('was stopped by the site when it is sent to the verification, not by moving on', async () => {
    await begin();
    const url = 'https://www.xiaohongshu.com/web-login/captcha?redirectPath=x&verifyType=102';
    await reportPage({ url, initialState: 'window.__INITIAL_STATE__={}' });
    await untilJob({ state: 'paused', error: { code: 'captcha', details: { sign: 'captcha' } } });
    await steer('resume');
    await untilJob({ state: 'paused', error: { code: 'captcha' } });
    expect(startsAsked()).toHaveLength(1);
  });

  it('whose note has vanished: the job has failed, and says of what', async () => {
    await begin();
    await reportStep({ running: false, steps: 0, shown: 0, stoppedBy: 'stop-sign', sign: 'note-removed' });
    await untilJob({ state: 'failed', error: { code: 'note-removed' } });
  });
});
