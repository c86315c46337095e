import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { applyRetention } from '../../src/background/forget/apply-retention';
import { resumeForgetting } from '../../src/background/forget/forget-person';
import type { Comment } from '../../src/model/comment';
import type { Job } from '../../src/model/jobs/job';
import type { JobItem } from '../../src/model/jobs/job-item';
import type { Note } from '../../src/model/note';
import { NOW, TAB, startBackgroundUnderTest } from '../support/background/background-under-test';
import type { BackgroundUnderTest } from '../support/background/background-under-test';
import { NOTE_ID } from '../support/background/invented-note';
import { ATTEMPT, JOB } from '../support/stored-rows';

const DAY_MS = 86_400_000;
const person = (value: string, nickname = value) => ({ id: { kind: 'site' as const, value }, nickname });
const note = (noteId: string, authorId: string, lastSeenAt = NOW): Note => ({
  noteId,
  author: person(authorId),
  counts: {},
  tokens: [],
  observed: {},
  firstSeenAt: 1,
  lastSeenAt,
});
const comment = (noteId: string, commentId: string, changes: Partial<Comment>): Comment => ({
  noteId,
  commentId,
  observed: { source: 'page', via: 'test', at: 1 },
  firstSeenAt: 1,
  ...changes,
});

let background: BackgroundUnderTest;

beforeEach(async () => {
  fakeBrowser.reset();
  background = await startBackgroundUnderTest();
  await background.connection.write(async (transaction) => {
    await transaction.objectStore('notes').put(note('n1', 'ann'));
    await transaction.objectStore('notes').put(note('n2', 'bob', NOW - 100 * DAY_MS));
    const comments = transaction.objectStore('comments');
    await comments.put(comment('n1', 'c1', { author: person('bob'), content: 'from bob' }));
    await comments.put(comment('n2', 'c2', { author: person('bob'), content: 'from bob' }));
    await comments.put(
      comment('n2', 'c3', {
        author: person('eve'),
        content: 'hello @ann and @bob',
        mentions: [person('ann'), person('bob')],
        replyTo: { commentId: 'c0', author: person('ann') },
      }),
    );
    await transaction.objectStore('snapshots').put({ noteId: 'n2', at: NOW, source: 'page', counts: {} });
    await transaction.objectStore('listings').put({
      kind: 'feeds',
      key: 'home',
      noteIds: ['n1', 'n2'],
      firstSeenAt: 1,
      lastSeenAt: NOW,
    });
    await transaction
      .objectStore('authors')
      .put({ id: person('ann').id, counts: {}, observed: {}, firstSeenAt: 1, lastSeenAt: NOW }, 'site:ann');
  });
});

const idsOf = async () => {
  const { notes = [], comments = [] } = await background.readAll();
  return {
    notes: (notes as Note[]).map((one) => one.noteId),
    comments: (comments as Comment[]).map((one) => one.commentId),
  };
};

describe('forgetting', () => {
  it('a note takes everything that hangs on it, and nothing else', async () => {
    expect(await background.call('note.forget', { noteId: 'n2' })).toEqual({
      ok: true,
      value: { comments: 2 },
    });

    expect(await idsOf()).toEqual({ notes: ['n1'], comments: ['c1'] });
    const stored = await background.readAll();
    expect(stored['snapshots']).toBeUndefined();
    expect(stored['listings']).toMatchObject([{ noteIds: ['n1'] }]);
    expect(background.events).toContainEqual({ name: 'stored.removed', payload: { noteId: 'n2' } });
  });

  it('a note leaves of what was done to it only that something was done, which still counts', async () => {
    const done = { is: 'done', proof: 'answer', commentId: 'f'.repeat(24) } as const;
    const attempt = { ...ATTEMPT, noteId: 'n2', commentId: 'c2', content: 'to bob', outcome: done };
    const other = { ...ATTEMPT, actionId: 'a2', noteId: 'n1', content: 'to ann' };
    await background.connection.write(async (transaction) => {
      for (const one of [attempt, other]) await transaction.objectStore('actions').put(one);
    });
    await background.call('note.forget', { noteId: 'n2' });
    const { actionId, action, viewerId, at, mode, jobId } = attempt;
    const { actions } = await background.readAll();
    expect(actions).toEqual([
      { actionId, action, viewerId, at, mode, jobId, noteId: '', outcome: { is: 'done', proof: 'answer' } },
      other,
    ]);
  });

  it('a person takes what was done in their name', async () => {
    const own = { ...ATTEMPT, noteId: 'n2', viewerId: 'ann' };
    const other = { ...own, actionId: 'a2', viewerId: 'anna' };
    await background.connection.write(async (transaction) => {
      for (const one of [own, other]) await transaction.objectStore('actions').put(one);
    });
    await background.call('person.forget', { authorKey: 'site:ann' });
    expect((await background.readAll())['actions']).toEqual([other]);
  });

  it('a person takes what was written to them, and what was still to be', async () => {
    const toEve = { noteId: 'n2', commentId: 'c3', content: 'to eve' };
    const toBob = { noteId: 'n2', commentId: 'c2', content: 'to bob' };
    await background.reportPage({ viewerId: '68000000000000000000000f' });
    for (const { content, ...reply } of [toEve, toBob])
      await background.call('reply.draft', { ...reply, draft: content, isPrepared: true });
    await background.call('reply.send-prepared', { comments: [toEve, toBob] });
    await background.connection.write((transaction) =>
      transaction.objectStore('actions').put({ ...ATTEMPT, ...toEve }),
    );
    await background.call('person.forget', { authorKey: 'site:eve' });
    const { jobs, jobItems, actions } = await background.readAll();
    expect(jobItems).toHaveLength(1);
    expect(actions).toEqual([{ ...ATTEMPT, noteId: '' }]);
    expect(JSON.stringify([jobs, jobItems, actions])).not.toMatch(/"c3"|to eve/);
    expect(JSON.stringify(jobItems)).toContain('to bob');
  });

  it('a person takes their profile, their notes with all comments, and their traces elsewhere', async () => {
    expect(await background.call('person.forget', { authorKey: 'site:ann' })).toEqual({
      ok: true,
      value: { notes: 1, comments: 1 },
    });

    expect(await idsOf()).toEqual({ notes: ['n2'], comments: ['c2', 'c3'] });
    const { comments, authors } = await background.readAll();
    expect(authors).toBeUndefined();
    expect(comments?.[1]).toMatchObject({
      content: 'hello @ and @bob',
      mentions: [person('bob')],
      replyTo: { commentId: 'c0' },
    });
    expect(JSON.stringify(await background.readAll())).not.toContain('ann');
    expect(JSON.stringify(await fakeBrowser.storage.local.get(null))).not.toContain('ann');
  });

  it('a person is cut out of the notes of others, and what they did in this browser is gone', async () => {
    await background.connection.write(async (transaction) => {
      await transaction.objectStore('notes').put({
        ...note('n3', 'eve'),
        title: 'for @ann',
        text: 'with @ann and @bob #ann#',
        mentions: [person('ann'), person('bob')],
      });
      const viewerNotes = transaction.objectStore('viewerNotes');
      await viewerNotes.put({ viewerId: 'ann', noteId: 'n2', liked: true, seenAt: 1 });
      await viewerNotes.put({ viewerId: 'anna', noteId: 'n2', liked: true, seenAt: 1 });
    });
    await background.call('person.forget', { authorKey: 'site:ann' });

    const { notes, viewerNotes } = await background.readAll();
    expect(notes?.[0]).toEqual(note('n2', 'bob', NOW - 100 * DAY_MS));
    expect(notes?.[1]).toMatchObject({
      title: 'for @',
      text: 'with @ and @bob #ann#',
      mentions: [person('bob')],
    });
    expect(viewerNotes).toMatchObject([{ viewerId: 'anna' }]);
  });

  it('a person is carried on by the next life of the worker', async () => {
    await fakeBrowser.storage.local.set({ 'forget-person:site:bob': true });
    await resumeForgetting(background.services);

    expect(await idsOf()).toEqual({ notes: ['n1'], comments: [] });
    expect(Object.keys(await fakeBrowser.storage.local.get(null))).toEqual(['settings']);
  });

  it('everything leaves no row, no setting, no consent', async () => {
    await background.call('everything.delete', {});

    expect(await background.readAll()).toEqual({});
    expect(await fakeBrowser.storage.local.get(null)).toEqual({});
    expect(await fakeBrowser.storage.session.get(null)).toEqual({});
    expect(await background.reportPage()).toEqual({ ok: true, value: { capture: false } });
  });

  it('everything ends what is under way, while it is still known what that is', async () => {
    await background.reportPage();
    await background.call('loading.start', { tabId: TAB.id, noteId: NOTE_ID });
    await expect.poll(() => background.asked.map(({ name }) => name)).toContain('loading.start');
    let sessionAtDrop: object | undefined;
    Object.assign(background.services.exports, {
      dropAll: async () => {
        sessionAtDrop = await fakeBrowser.storage.session.get(null);
      },
    });
    await background.call('everything.delete', {});

    expect(background.asked).toContainEqual({ tabId: TAB.id, name: 'loading.stop', input: {} });
    expect(sessionAtDrop).toMatchObject({
      [`loading:${TAB.id}`]: { running: false, stoppedBy: 'paused' },
    });
    expect(await fakeBrowser.storage.session.get(null)).toEqual({});
    expect(await background.readAll()).toEqual({});
  });
});

const itemOf = (jobId: string, noteId: string): JobItem => ({
  ...{ jobId, itemId: `${noteId}/note`, noteId, label: noteId, order: 0, attempt: 0, rows: 1, state: 'done' },
  work: { type: 'listed-note', noteId, details: true, comments: false, isCounted: true, told: [] },
});
const putJobs = (jobs: readonly Job[], items: readonly JobItem[]) =>
  background.connection.write(async (transaction) => {
    for (const job of jobs) await transaction.objectStore('jobs').put(job);
    for (const item of items) await transaction.objectStore('jobItems').put(item);
  });

describe('retention', () => {
  it('removes what was not seen for longer than its days, with what hangs on it', async () => {
    expect(await applyRetention(background.services)).toEqual({ notes: 1, authors: 0 });
    expect(await idsOf()).toEqual({ notes: ['n1'], comments: ['c1'] });
  });

  it('takes the notes out of jobs that are over, as forgetting does', async () => {
    const over = { ...JOB, state: 'partial', endedAt: NOW, updatedAt: NOW } as Job;
    const input = { from: { kind: 'listed', notes: [{ noteId: 'n1' }, { noteId: 'n2' }] } };
    const ofMany = { ...over, jobId: 'many', kind: 'collect-notes' } as const;
    const wanted = { most: 5, details: true, comments: false };
    await putJobs(
      [
        { ...over, jobId: 'alone', noteId: 'n2' },
        { ...ofMany, input: { ...input, ...wanted } },
        // Nobody has had to do with it for as long as that.
        { ...over, jobId: 'left', state: 'paused', noteId: 'n2', updatedAt: 1 },
      ],
      [itemOf('many', 'n1'), itemOf('many', 'n2'), itemOf('alone', 'n2'), itemOf('left', 'n2')],
    );
    expect(await applyRetention(background.services)).toEqual({ notes: 1, authors: 0 });
    const { jobs, jobItems } = await background.readAll();
    const left = { ...input, from: { ...input.from, notes: [{ noteId: 'n1' }] }, ...wanted };
    expect(jobs).toMatchObject([{ jobId: 'many', input: left }]);
    expect((jobs as Job[])[0]?.forgotten).toBeUndefined();
    expect(jobItems).toMatchObject([
      { itemId: 'n1/note' },
      { itemId: 'n2/note', state: 'skipped', work: null },
    ]);
  });

  it.each(['waiting', 'paused'] as const)(
    'leaves a note to a job that goes on with it (%s)',
    async (state) => {
      await putJobs(
        [{ ...JOB, jobId: 'list', kind: 'collect-notes', state, updatedAt: NOW } as Job],
        [{ ...itemOf('list', 'n2'), state: 'open' }],
      );
      expect(await applyRetention(background.services)).toEqual({ notes: 0, authors: 0 });
      expect(await idsOf()).toEqual({ notes: ['n1', 'n2'], comments: ['c1', 'c2', 'c3'] });
      expect((await background.readAll())['jobItems']).toMatchObject([{ noteId: 'n2', state: 'open' }]);
    },
  );

  it('keeps everything where the user says so', async () => {
    const retentionDays = { notes: null, authors: null, sightings: null };
    await background.call('settings.change', { patch: { retentionDays } });
    await applyRetention(background.services);

    expect((await idsOf()).notes).toEqual(['n1', 'n2']);
  });
});

describe('measuring', () => {
  it('counts what is stored', async () => {
    expect(await background.call('storage.measure', {})).toEqual({
      ok: true,
      value: { notes: 2, comments: 3, authors: 1, usedBytes: 1, persisted: false },
    });
  });
});
