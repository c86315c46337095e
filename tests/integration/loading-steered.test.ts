import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import type { CommentList } from '../../src/model/comment';
import type { JobItem } from '../../src/model/jobs/job-item';
import { loadingStates } from '../../src/storage/session';
import { TAB, startBackgroundUnderTest } from '../support/background/background-under-test';
import type { BackgroundUnderTest } from '../support/background/background-under-test';
import { NOTE_ID, toCommentBody, toCommentId, toCommentRow } from '../support/background/invented-note';
import { createLoadingSteps } from '../support/background/loading-steps';

let background: BackgroundUnderTest;
const { start, startsAsked, stopsAsked, loadId, readStore, readJob, reportStep, untilJob, steer, begin } =
  createLoadingSteps(() => background);
const reportPage = (changes: Record<string, unknown> = {}) => background.reportPage(changes);

beforeEach(async () => {
  fakeBrowser.reset();
  // How a job ended is said in the browser's language.
  fakeBrowser.i18n.getUILanguage = () => 'en-US';
  background = await startBackgroundUnderTest();
});

describe('steered by the user', () => {
  it('is paused at once, the page is told to stop, and whatever it still says changes nothing', async () => {
    await begin();
    await reportStep();
    await untilJob({ progress: { rows: 12 } });
    await steer('pause');
    expect(stopsAsked()).toHaveLength(1);
    await reportStep({ steps: 2, shown: 30 });
    await reportStep({ running: false, steps: 2, shown: 30, stoppedBy: 'hidden' });
    expect(await readJob()).toMatchObject({ state: 'paused', progress: { rows: 12 } });
    expect(await readJob()).not.toHaveProperty('error');
    expect(startsAsked()).toHaveLength(1);
  });

  it('goes on when resumed, as another loading, and counts no comment twice', async () => {
    await begin();
    await reportStep({ shown: 12, expanded: 1 });
    await untilJob({ progress: { rows: 12 } });
    await steer('pause');
    const before = loadId();
    await steer('resume');
    await expect.poll(startsAsked).toHaveLength(2);
    expect(loadId()).not.toBe(before);
    await reportStep({ loadId: before, running: false, stoppedBy: 'user' });
    await reportStep({ steps: 1, shown: 20, expanded: 2 });
    await untilJob({ state: 'running', progress: { rows: 20, expansions: 3 } });
  });

  it('goes on by the button in the page’s panel, too', async () => {
    await begin();
    await steer('pause');
    expect(await start()).toMatchObject({ ok: true, value: { state: 'queued' } });
    await expect.poll(startsAsked).toHaveLength(2);
    expect(await readStore('jobs')).toHaveLength(1);
  });

  it.each(['cancel', 'remove'] as const)('%s stops the page', async (call) => {
    await begin();
    await steer(call);
    expect(stopsAsked()).toHaveLength(1);
    expect(await loadingStates.find(TAB.id)).toMatchObject({ running: false, stoppedBy: 'user' });
    expect(startsAsked()).toHaveLength(1);
  });

  it('ends with what is there and names what is short; taken again, it loads the page again', async () => {
    await begin();
    const reply = toCommentRow(11, { target_comment: { id: toCommentId(1) } });
    const root = toCommentRow(1, {
      sub_comment_count: '2',
      sub_comment_has_more: true,
      sub_comments: [reply],
    });
    await background.reportCapture({ body: toCommentBody([root, toCommentRow(2)], { hasMore: true }) });
    await reportStep({ steps: 1, shown: 3 });
    await untilJob({ progress: { rows: 3 } });
    await steer('pause');
    await steer('conclude');
    await untilJob({ state: 'partial', progress: { itemsKnown: 2, itemsDone: 2, itemsFailed: 2 } });
    expect(await readJob()).not.toHaveProperty('error');
    const readItems = async () =>
      (await readStore<JobItem>('jobItems')).map(({ itemId, state }) => [itemId, state]);
    expect(await readItems()).toEqual([
      [NOTE_ID, 'failed'],
      [`${NOTE_ID}/${toCommentId(1)}`, 'short'],
    ]);
    const [list] = await readStore<CommentList>('commentLists');
    expect(list?.collected).toMatchObject({
      ...{ state: 'short', endedBy: 'stopped', topLevel: 2, replies: 1, sources: ['page'] },
    });
    expect(startsAsked()).toHaveLength(1);
    await steer('retry');
    await expect.poll(startsAsked).toHaveLength(2);
  });

  it('stops a page that begins while it is being paused', async () => {
    await reportPage();
    let answer: () => void = () => undefined;
    const answered = new Promise<void>((resolve) => (answer = resolve));
    background.beforeAnswer = (name) => (name === 'loading.start' ? answered : Promise.resolve());
    await start();
    await expect.poll(startsAsked).toHaveLength(1);
    const pausing = steer('pause');
    answer();
    await pausing;
    await expect.poll(() => stopsAsked().length).toBeGreaterThan(0);
    expect(await loadingStates.find(TAB.id)).toMatchObject({ running: false });
    expect(await readJob()).toMatchObject({ state: 'paused' });
  });

  it('is told again to stop where the life that paused it did not live to do so', async () => {
    await begin();
    const jobs = background.services.jobs;
    await jobs.pause((await readJob())?.jobId ?? '');
    const state = await loadingStates.find(TAB.id);
    if (!state) throw new Error('no loading');
    await loadingStates.put(TAB.id, { ...state, running: true });
    const before = stopsAsked().length;
    await reportStep({ steps: 2 });
    expect(stopsAsked()).toHaveLength(before + 1);
    expect(await loadingStates.find(TAB.id)).toMatchObject({ running: false, stoppedBy: 'user' });
  });

  it('is stopped by a pause of everything, which is no warning of the site, and waits for the user', async () => {
    await begin();
    await reportStep({ steps: 2 });
    await background.call('settings.change', { patch: { paused: true } });
    await reportStep({ running: false, steps: 5, stoppedBy: 'user' });
    expect(stopsAsked()).toHaveLength(1);
    await untilJob({ state: 'paused' });
    await background.call('settings.change', { patch: { paused: false } });
    await background.services.jobs.wake();
    expect(await readJob()).toMatchObject({ state: 'paused' });
    expect(startsAsked()).toHaveLength(1);
  });
});

describe('another life of the background', () => {
  it('takes up what the page has gone on with meanwhile, and begins nothing anew', async () => {
    await begin();
    await reportStep({ steps: 1, shown: 12 });
    await untilJob({ progress: { rows: 12 } });
    background.kill();
    const { asked, connection } = background;
    background = await startBackgroundUnderTest({ connection });
    background.asked.push(...asked);
    void background.services.jobs.wake();
    await reportStep({ steps: 5, shown: 50, expanded: 2 });
    await untilJob({ state: 'running', progress: { rows: 50, expansions: 2 } });
    expect(startsAsked()).toHaveLength(1);
  });

  it('after the browser was started anew does not touch a page by itself', async () => {
    await begin();
    background.kill();
    await fakeBrowser.storage.session.clear();
    background = await startBackgroundUnderTest({ connection: background.connection });
    await reportPage();
    await background.services.jobs.wake();
    await untilJob({ state: 'paused', error: { code: 'note-left' } });
    expect(startsAsked()).toEqual([]);
  });
});
