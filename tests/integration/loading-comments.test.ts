import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { createConnection } from '../../src/storage/database';
import { createRepositories } from '../../src/storage/repositories/create-repositories';
import { toExactCount } from '../../src/model/values/count';
import { fakeBrowser } from 'wxt/testing';
import type { CommentList } from '../../src/model/comment';
import type { JobItem } from '../../src/model/jobs/job-item';
import { loadingStates } from '../../src/storage/session';
import { NOW, TAB, startBackgroundUnderTest } from '../support/background/background-under-test';
import type { BackgroundUnderTest } from '../support/background/background-under-test';
import {
  NOTE_ID,
  OTHER_NOTE_ID,
  noteUrl,
  toCommentBody,
  toCommentId,
  toCommentRow,
} from '../support/background/invented-note';
import { createLoadingSteps } from '../support/background/loading-steps';

let background: BackgroundUnderTest;
const { start, startsAsked, readStore, readJob, reportStep, untilJob, steer, begin } = createLoadingSteps(
  () => background,
);
const reportPage = (changes: Record<string, unknown> = {}) => background.reportPage(changes);

/** A note with three comments, of which the first has two replies and shows one. */
async function showComments(): Promise<void> {
  const reply = toCommentRow(11, { target_comment: { id: toCommentId(1) } });
  const root = toCommentRow(1, {
    sub_comment_count: '2',
    sub_comment_has_more: true,
    sub_comments: [reply],
  });
  await background.reportCapture({ body: toCommentBody([root, toCommentRow(2), toCommentRow(3)]) });
}

beforeEach(async () => {
  fakeBrowser.reset();
  // How a job ended is said in the browser's language.
  fakeBrowser.i18n.getUILanguage = () => 'en-US';
  background = await startBackgroundUnderTest();
});

describe('loading comments', () => {
  it('is a job that has the page load at the pace of the settings, and hears how far it is', async () => {
    await reportPage();
    expect(await start()).toMatchObject({
      ok: true,
      value: { kind: 'load-comments', state: 'queued', noteId: NOTE_ID, input: { tabId: TAB.id } },
    });
    await expect.poll(startsAsked).toEqual([
      {
        tabId: TAB.id,
        name: 'loading.start',
        input: {
          loadId: expect.any(String) as string,
          noteId: NOTE_ID,
          minPauseMs: 1_500,
          maxPauseMs: 3_500,
          maxSteps: 400,
        },
      },
    ]);
    await reportStep({ steps: 3, shown: 40, expanded: 2 });
    await untilJob({ state: 'running', progress: { rows: 40, expansions: 2, sources: { page: 40 } } });
    await expect.poll(() => background.badges.get(TAB.id)).toBe('…');
    await reportStep({ steps: 4, shown: 41, expanded: 2 });
    await untilJob({ progress: { rows: 41, expansions: 2, sources: { page: 41 } } });
  });

  it('ends with what is stored of it, when the page lists no more and no thread is short', async () => {
    await begin();
    await background.reportCapture({ body: toCommentBody([toCommentRow(1), toCommentRow(2)]) });
    await reportStep({ running: false, steps: 4, shown: 2, stoppedBy: 'end' });
    await untilJob({ state: 'done', progress: { rows: 2, itemsDone: 1, itemsFailed: 0 } });
    const [list] = await readStore<CommentList>('commentLists');
    expect(list?.collected).toMatchObject({
      // Nobody says how many there are.
      state: 'unknown',
      topLevel: 2,
      replies: 0,
      endedBy: 'end',
      sources: ['page'],
      failedThreads: [],
      billedCalls: 0,
    });
    await expect.poll(() => background.badges.get(TAB.id)).toBe('✓');
  });

  it.each([
    { counted: 2, state: 'done', collected: 'complete' },
    { counted: 5, state: 'partial', collected: 'short' },
  ])('is held against what the note counts: $collected of $counted', async (is) => {
    const connection = createConnection(`counted-${crypto.randomUUID()}`);
    background = await startBackgroundUnderTest({ connection });
    await connection.write((transaction) =>
      createRepositories(transaction).notes.merge(
        { noteId: NOTE_ID, fields: {}, counts: { comments: toExactCount(is.counted) } },
        { source: 'page', via: 'state', at: 1 },
      ),
    );
    await begin();
    await background.reportCapture({ body: toCommentBody([toCommentRow(1), toCommentRow(2)]) });
    await reportStep({ running: false, steps: 4, shown: 2, stoppedBy: 'end' });
    await untilJob({ state: is.state, progress: { rows: 2, itemsFailed: 0 } });
    const [list] = await readStore<CommentList>('commentLists');
    expect(list?.collected).toMatchObject({ state: is.collected, said: { comments: is.counted } });
  });

  it('waits at its end until what the page shows is stored', async () => {
    await begin();
    await reportStep({ running: false, steps: 2, shown: 2, stoppedBy: 'end' });
    await background.reportCapture({ body: toCommentBody([toCommentRow(1)]) });
    expect(await readJob()).toMatchObject({ state: 'running' });
    await background.reportCapture({ body: toCommentBody([toCommentRow(2)]) });
    await untilJob({ state: 'done' });
    expect((await readStore<CommentList>('commentLists'))[0]?.collected).toMatchObject({ topLevel: 2 });
  });

  it('ends partial and names each thread that is short; taken again, it counts anew', async () => {
    await begin();
    await showComments();
    await reportStep({ running: false, steps: 4, shown: 4, stoppedBy: 'end' });
    await untilJob({ state: 'partial' });
    const readItems = async () =>
      (await readStore<JobItem>('jobItems')).map(({ itemId, state }) => [itemId, state]);
    expect(await readItems()).toEqual([
      [NOTE_ID, 'short'],
      [`${NOTE_ID}/${toCommentId(1)}`, 'short'],
    ]);
    expect((await readStore<CommentList>('commentLists'))[0]?.collected).toMatchObject({
      state: 'short',
      topLevel: 3,
      replies: 1,
      endedBy: 'end',
      sources: ['page'],
    });

    await steer('retry');
    await expect.poll(startsAsked).toHaveLength(2);
    const replies = [11, 12].map((number) =>
      toCommentRow(number, { target_comment: { id: toCommentId(1) } }),
    );
    const url = `https://edith.xiaohongshu.com/api/sns/web/v2/comment/sub/page?note_id=${NOTE_ID}&root_comment_id=${toCommentId(1)}&cursor=`;
    await background.reportCapture({ url, body: toCommentBody(replies) });
    await reportStep({ running: false, steps: 1, shown: 5, stoppedBy: 'end' });
    await untilJob({ state: 'done', progress: { rows: 5, itemsKnown: 2, itemsDone: 2, itemsFailed: 0 } });
    expect(await readItems()).toEqual([
      [NOTE_ID, 'done'],
      [`${NOTE_ID}/${toCommentId(1)}`, 'done'],
    ]);
  });

  it('that stalls is partial and says so', async () => {
    await begin();
    await background.reportCapture({ body: toCommentBody([toCommentRow(1)], { hasMore: true }) });
    await reportStep({ running: false, steps: 4, shown: 1, stoppedBy: 'stalled' });
    await untilJob({ state: 'partial', error: { code: 'page-stalled' } });
    expect((await readStore<CommentList>('commentLists'))[0]?.collected).toMatchObject({
      state: 'short',
      endedBy: 'stopped',
    });
  });

  it('goes on when it is asked for twice', async () => {
    await reportPage();
    await Promise.all([start(), start()]);
    await expect.poll(startsAsked).toHaveLength(1);
    await start();
    await reportStep();
    await untilJob({ progress: { rows: 12 } });
    expect(startsAsked()).toHaveLength(1);
    expect(await readStore('jobs')).toHaveLength(1);
  });

  it('is refused for a note that is not in front, in a tab behind, or gone', async () => {
    await reportPage();
    expect(await start(OTHER_NOTE_ID)).toMatchObject({ error: { code: 'note-not-open' } });
    background.tabs.set(TAB.id, { tabId: TAB.id, windowId: 1, url: noteUrl(), active: false, pinned: false });
    expect(await start()).toMatchObject({ error: { code: 'tab-hidden' } });
    background.tabs.clear();
    expect(await start()).toMatchObject({ error: { code: 'tab-gone' } });
    expect(startsAsked()).toEqual([]);
    expect(await readStore('jobs')).toEqual([]);
  });

  it('is refused while any tab shows a sign that stops everything, until it is dismissed', async () => {
    await reportPage({ captcha: true });
    expect(await start()).toMatchObject({ error: { code: 'captcha' } });
    await reportPage();
    await background.call('stop-sign.dismiss', { tabId: TAB.id });
    expect(await start()).toMatchObject({ ok: true });
  });

  it('cannot be made up by a page that was never asked', async () => {
    await background.report('loading.report', {
      ...{ loadId: 'made-up', noteId: NOTE_ID, running: true, steps: 1, shown: 1, expanded: 0, at: NOW },
    });
    expect(await loadingStates.find(TAB.id)).toBeUndefined();
    expect(await background.readAll()).toEqual({});
  });
});
