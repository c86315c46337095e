import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import type { Job } from '../../../src/model/jobs/job';
import type { JobItem } from '../../../src/model/jobs/job-item';
import { NO_PROGRESS } from '../../../src/model/jobs/job-progress';
import { createRepositories } from '../../../src/storage/repositories/create-repositories';
import { startBackgroundUnderTest } from '../../support/background/background-under-test';
import type { BackgroundUnderTest } from '../../support/background/background-under-test';
import { noteOf } from '../../support/providers/fake-series';
import { noteIdOf } from '../../support/providers/note-world';

const [NOTE, OTHER, ANNA, BO] = [1, 2, 11, 12].map(noteIdOf) as [string, string, string, string];

let background: BackgroundUnderTest;
beforeEach(async () => {
  fakeBrowser.reset();
  background = await startBackgroundUnderTest();
});

const jobOf = (jobId: string, changes: Partial<Job>): Job => ({
  jobId,
  kind: 'collect-notes',
  input: undefined,
  state: 'paused',
  progress: NO_PROGRESS,
  agreed: true,
  priority: 'user',
  createdAt: 1,
  updatedAt: 1,
  ...changes,
});
const itemOf = (jobId: string, itemId: string, changes: Partial<JobItem>): JobItem => ({
  jobId,
  itemId,
  order: 0,
  state: 'open',
  work: {},
  attempt: 0,
  rows: 0,
  ...changes,
});

const store = (job: Job, items: readonly JobItem[]) =>
  background.connection.write(async (transaction) => {
    const stores = createRepositories(transaction);
    await stores.jobs.put({
      ...job,
      progress: { ...NO_PROGRESS, ...job.progress, itemsKnown: items.length },
    });
    for (const item of items) await stores.jobItems.put(item);
    for (const { itemId, label } of items) {
      await stores.jobLog.append(job.jobId, {
        at: 1,
        event: 'item-failed',
        itemId,
        ...(label ? { label } : {}),
      });
    }
  });

const listInput = (notes: readonly object[]) => ({
  from: { kind: 'listed', notes },
  most: 9,
  details: true,
  comments: true,
});

it('a job whose input cannot be read goes, and keeps nothing from being forgotten', async () => {
  await store(jobOf('unreadable', { input: { shape: 'of another version' } }), [
    itemOf('unreadable', 'x', {}),
  ]);
  await expect(background.call('note.forget', { noteId: NOTE })).resolves.toMatchObject({ ok: true });
  const stores = Object.keys(await background.readAll());
  expect(stores.filter((name) => name.startsWith('job'))).toEqual([]);
});

const forgetting = [
  ['at once', () => background.call('note.forget', { noteId: NOTE })],
  [
    'with a while to undo it',
    async () => {
      await background.call('notes.forget', { noteIds: [NOTE] });
      const { emptyTrash } = await import('../../../src/background/forget/trash');
      await emptyTrash(background.services, { all: true });
    },
  ],
] as const;

describe.each(forgetting)('a note that is forgotten %s', (_how, forget) => {
  it('leaves the lists it was in, and takes the jobs about it alone', async () => {
    await store(
      jobOf('alone', { kind: 'watch-note', noteId: NOTE, input: { noteId: NOTE, everyMs: 600_000 } }),
      [itemOf('alone', NOTE, { noteId: NOTE })],
    );
    const input = listInput([
      { noteId: NOTE },
      { noteId: OTHER },
      { text: `https://www.xiaohongshu.com/explore/${NOTE}` },
    ]);
    const progress = { ...NO_PROGRESS, itemsDone: 2, itemsFailed: 1 };
    await store(jobOf('many', { input, progress }), [
      itemOf('many', `${NOTE}/note`, { noteId: NOTE, state: 'done', label: 'its title' }),
      itemOf('many', NOTE, { noteId: NOTE }),
      itemOf('many', `${NOTE}/c1`, { noteId: NOTE, state: 'short', label: 'somebody' }),
      itemOf('many', 'link/2', { label: `https://www.xiaohongshu.com/explore/${NOTE}` }),
      itemOf('many', `${OTHER}/note`, { noteId: OTHER, label: 'another title' }),
    ]);

    await forget();

    const { jobs, jobItems, jobLog } = await background.readAll();
    expect(jobs).toMatchObject([
      {
        jobId: 'many',
        input: listInput([{ noteId: OTHER }]),
        progress: { itemsKnown: 2, itemsDone: 1, itemsFailed: 0 },
      },
    ]);
    expect(jobItems).toMatchObject([
      { itemId: `${NOTE}/note`, state: 'skipped', work: null },
      { itemId: `${OTHER}/note`, state: 'open', label: 'another title' },
    ]);
    expect(JSON.stringify([jobs, jobLog])).not.toContain(NOTE);
    expect(JSON.stringify([jobItems, jobLog])).not.toContain('its title');
  });

  it('leaves the queues of actions it was in, and takes those that are about it alone', async () => {
    const target = (noteId: string) => ({
      action: 'reply',
      noteId,
      viewerId: 'v1',
      commentId: 'c1',
      content: `to ${noteId}`,
    });
    const item = (jobId: string, itemId: string, noteId: string) =>
      itemOf(jobId, itemId, {
        noteId,
        label: `to ${noteId}`,
        work: { stage: 'due', target: target(noteId) },
      });
    const queue = (...noteIds: string[]) => ({
      kind: 'act' as const,
      input: { mode: 'assist', targets: noteIds.map(target) },
    });
    await store(jobOf('alone', queue(NOTE)), [item('alone', '0', NOTE)]);
    await store(jobOf('many', queue(NOTE, OTHER)), [item('many', '0', NOTE), item('many', '1', OTHER)]);
    await forget();
    const { jobs, jobItems, jobLog } = await background.readAll();
    expect(jobs).toMatchObject([{ jobId: 'many', ...queue(OTHER), progress: { itemsKnown: 1 } }]);
    expect(jobItems).toMatchObject([{ jobId: 'many', itemId: '1' }]);
    expect(JSON.stringify([jobs, jobItems, jobLog])).not.toContain(NOTE);
  });

  it('takes the pasted line with it that led to it, and leaves those that led elsewhere', async () => {
    const [led, ledTwice, other, open] = ['a1', 'b2', 'c3', 'd4'].map((end) => ({
      text: `http://xhslink.com/${end}`,
    })) as [{ text: string }, { text: string }, { text: string }, { text: string }];
    const listed = (noteId: string, { text }: { text: string }) => ({
      noteId,
      state: 'done' as const,
      work: {
        ...{ type: 'listed-note', noteId, details: true, comments: true, isCounted: false, told: [] },
        pasted: text,
      },
    });
    const link = { type: 'link', ...open, details: true, comments: true };
    await store(jobOf('pasted', { input: listInput([led, ledTwice, other, open]) }), [
      itemOf('pasted', `${NOTE}/note`, listed(NOTE, led)),
      itemOf('pasted', `${OTHER}/note`, listed(OTHER, other)),
      itemOf('pasted', 'link/3', { label: open.text, work: link }),
    ]);
    await forget();
    const { jobs } = await background.readAll();
    expect(jobs).toMatchObject([{ jobId: 'pasted', input: listInput([other, open]) }]);
  });

  it('goes out of jobs that write files, and out of what is remembered of files', async () => {
    const forgotten: unknown[] = [];
    Object.assign(background.services.exports, {
      forgetNotes: async (noteIds: unknown) => void forgotten.push(noteIds),
    });
    const request = (noteIds: readonly string[], oneFileEach = false) => ({
      request: {
        ...{ noteId: noteIds[0], noteIds, oneFileEach, format: 'csv', preset: 'plain' },
        ...{ withNoteColumns: false, timeZone: 'UTC', language: 'en' },
      },
    });
    const file = (noteId: string) => ({ noteId, label: `${noteId}.csv`, work: { type: 'file', noteId } });
    const kind = 'export' as const;
    await store(jobOf('one', { kind, input: request([NOTE]) }), [itemOf('one', NOTE, file(NOTE))]);
    await store(jobOf('joint', { kind, input: request([OTHER, NOTE]) }), [
      itemOf('joint', OTHER, file(OTHER)),
    ]);
    await store(jobOf('each', { kind, input: request([NOTE, OTHER], true) }), [
      itemOf('each', NOTE, file(NOTE)),
      itemOf('each', OTHER, file(OTHER)),
    ]);
    await store(jobOf('elsewhere', { kind, input: request([OTHER]) }), [
      itemOf('elsewhere', OTHER, file(OTHER)),
    ]);
    await forget();
    const { jobs, jobItems, jobLog } = await background.readAll();
    expect(jobs).toMatchObject([
      { jobId: 'each', input: request([OTHER], true), progress: { itemsKnown: 1 } },
      { jobId: 'elsewhere', input: request([OTHER]) },
    ]);
    expect(JSON.stringify([jobs, jobItems, jobLog])).not.toContain(NOTE);
    expect(forgotten).toEqual([[NOTE]]);
  });

  it('does not come back with a later page of the list', async () => {
    const input = {
      from: { kind: 'search', input: { keyword: 'tea' } },
      most: 9,
      details: true,
      comments: false,
    };
    await store(jobOf('search', { input }), [itemOf('search', `${NOTE}/note`, { noteId: NOTE })]);
    await forget();
    const { toJobStores } = await import('../../../src/background/jobs/job-stores');
    await background.connection.write((transaction) =>
      toJobStores(createRepositories(transaction)).saveRows('search', {
        observation: { source: 'tikhub-app-v2', via: 'search', at: 1 },
        notes: [noteOf(NOTE), noteOf(OTHER)],
      }),
    );
    const { notes } = await background.readAll();
    expect(notes).toMatchObject([{ noteId: OTHER }]);
  });
});

describe('a person who is forgotten', () => {
  it('leaves every list of people, whatever named them, and takes the job about their notes', async () => {
    const cells = ['a cell'];
    const rows = [
      { cells, userId: ANNA.toUpperCase() },
      { cells, text: `https://www.xiaohongshu.com/user/profile/${ANNA}` },
      { cells, userId: BO },
    ];
    await store(
      jobOf('people', {
        kind: 'enrich-authors',
        input: { columns: ['name'], rows },
        progress: { ...NO_PROGRESS, itemsDone: 2 },
      }),
      rows.map((row, index) =>
        itemOf('people', `row/${index}`, {
          state: index < 2 ? 'done' : 'open',
          work: { type: 'person', row: index, ...row },
        }),
      ),
    );
    const theirs = { from: { kind: 'author', userId: ANNA }, most: 9, details: true, comments: false };
    await store(jobOf('theirs', { input: theirs }), [itemOf('theirs', 'list', {})]);

    await background.call('person.forget', { authorKey: `site:${ANNA}` });

    const { jobs, jobItems, jobLog } = await background.readAll();
    expect(jobs).toMatchObject([
      { jobId: 'people', input: { rows: [{ userId: BO }] }, progress: { itemsKnown: 1, itemsDone: 0 } },
    ]);
    expect(jobItems).toMatchObject([{ itemId: 'row/2' }]);
    expect(JSON.stringify([jobs, jobItems, jobLog]).toLowerCase()).not.toContain(ANNA);
  });
});
