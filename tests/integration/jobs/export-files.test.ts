import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { exportNews } from '../../../src/background/jobs/files/reach-files';
import { AppError } from '../../../src/model/errors';
import type { ExportRequest, ExportState, FileRequest } from '../../../src/model/export';
import { createEngineUnderTest } from '../../support/jobs/engine-under-test';
import { answerComments, commentSeries } from '../../support/providers/comment-world';
import { createGatewayUnderTest, PRICED } from '../../support/providers/gateway-under-test';

const REQUEST: ExportRequest = {
  noteId: 'n1',
  format: 'csv',
  preset: 'excel',
  withNoteColumns: false,
  timeZone: 'UTC',
  language: 'en',
};

/** Exports that end when the test says so. */
function createFakeExports() {
  const states = new Map<string, ExportState>();
  const begun: FileRequest[] = [];
  const change = (exportId: string, changes: Partial<ExportState>) => {
    const state = states.get(exportId);
    if (state) states.set(exportId, { ...state, ...changes });
    exportNews.tell(exportId);
  };
  const start = (request: FileRequest, exportId = 'none') => {
    if (request.noteId === 'empty') return Promise.reject(new AppError('export-empty'));
    begun.push(request);
    const { noteId } = request;
    const at = { startedAt: 1, updatedAt: 1 };
    states.set(exportId, { exportId, noteId, state: 'writing', rows: 0, expectedRows: 2, ...at });
    return Promise.resolve(states.get(exportId) as ExportState);
  };
  const end = (
    noteId: string,
    changes: Partial<ExportState> = { state: 'done', rows: 2, fileName: `${noteId}.csv` },
  ) => {
    const open = [...states.values()].find((one) => one.noteId === noteId && one.state === 'writing');
    if (!open) throw new Error(`${noteId} is not being written`);
    change(open.exportId, changes);
  };
  const exports = {
    start,
    startUnseen: start,
    cancel: (exportId: string) => {
      change(exportId, {
        state: 'failed',
        error: { code: 'cancelled', message: '', retryable: false, details: {} },
      });
      return Promise.resolve();
    },
    dropAll: () => Promise.resolve(),
    forgetNotes: () => Promise.resolve(),
    list: () => Promise.resolve([...states.values()]),
  };
  return { exports, begun, states, end };
}

function createTest(
  files: ReturnType<typeof createFakeExports>,
  earlier?: ReturnType<typeof createEngineUnderTest>,
) {
  const gateway = createGatewayUnderTest([], () => ({}));
  return createEngineUnderTest(gateway.gateway, gateway.clock, earlier?.connection, {
    exports: files.exports,
  });
}
const order = (request: ExportRequest) => ({ kind: 'export', input: { request }, agreed: true }) as const;
const each = (...noteIds: string[]) => order({ ...REQUEST, noteIds, oneFileEach: true });
const untilBegun = (files: ReturnType<typeof createFakeExports>, noteIds: readonly string[]) =>
  expect.poll(() => files.begun.map(({ noteId }) => noteId)).toEqual(noteIds);

/** It begins nothing any more, and what was under way has no answer. */
async function die(test: ReturnType<typeof createTest>) {
  test.settings = { ...test.settings, paused: true };
  await test.engine.end();
}

describe('exporting as a job', () => {
  it('writes a file for each note, one after the other, and says which could not be', async () => {
    const files = createFakeExports();
    const test = createTest(files);
    const { jobId } = await test.engine.start(each('n1', 'empty', 'n2'));
    await untilBegun(files, ['n1']);
    files.end('n1');
    await untilBegun(files, ['n1', 'n2']);
    files.end('n2');
    await test.engine.wake();
    expect(files.begun.every((request) => !('noteIds' in request) && !('oneFileEach' in request))).toBe(true);
    expect(await test.findJob(jobId)).toMatchObject({
      state: 'partial',
      progress: { itemsDone: 3, itemsKnown: 3, itemsFailed: 1, rows: 4 },
    });
    const items = await (await test.connection.open()).getAll('jobItems');
    expect(items.map(({ itemId, state, label, error }) => [itemId, state, label ?? error?.code])).toEqual([
      ['empty', 'failed', 'export-empty'],
      ['n1', 'done', 'n1.csv'],
      ['n2', 'done', 'n2.csv'],
    ]);
  });

  it('keeps no place from what is collected meanwhile, and writes no more than four files at a time', async () => {
    const files = createFakeExports();
    const world = { replies: [0, 3, 0], page: 2, embedded: 1 };
    const gateway = createGatewayUnderTest(
      [commentSeries('tikhub-app-v2')],
      (url) => answerComments(world, url),
      PRICED,
    );
    const test = createEngineUnderTest(gateway.gateway, gateway.clock, undefined, { exports: files.exports });
    const notes = ['f1', 'f2', 'f3', 'f4', 'f5', 'f6', 'f7', 'f8'];
    for (const [index, note] of notes.entries()) {
      gateway.clock.set(gateway.clock.now() + index);
      await test.engine.start(each(note));
    }
    const listBegun = () => files.begun.map(({ noteId }) => noteId).sort();
    await expect.poll(listBegun, { timeout: 10_000 }).toEqual(notes.slice(0, 4));
    const collecting = await test.engine.start({
      kind: 'collect-comments',
      input: { noteId: 'n1' },
      noteId: 'n1',
      agreed: true,
    });
    await expect
      .poll(async () => test.findJob(collecting.jobId), { timeout: 10_000 })
      .toMatchObject({ state: 'done', progress: { rows: 6 } });
    expect(listBegun()).toEqual(notes.slice(0, 4));
    files.end('f2');
    await expect.poll(listBegun, { timeout: 10_000 }).toEqual(notes.slice(0, 5));
    await die(test);
  });

  it('goes on with the same file in the next life, and anew after a restart of the browser', async () => {
    const files = createFakeExports();
    const first = createTest(files);
    const { jobId } = await first.engine.start(each('n1', 'n2'));
    await untilBegun(files, ['n1']);
    await die(first);
    const second = createTest(files, first);
    const waking = second.engine.wake();
    files.end('n1');
    await untilBegun(files, ['n1', 'n2']);
    await die(second);
    await waking;
    // What the session knew is gone with the browser.
    files.states.clear();
    const third = createTest(files, first);
    const again = third.engine.wake();
    await untilBegun(files, ['n1', 'n2', 'n2']);
    files.end('n2');
    await again;
    expect(await third.findJob(jobId)).toMatchObject({ state: 'done', progress: { itemsDone: 2, rows: 4 } });
  });

  it('takes the file that is being written with it when it is cancelled, not when it is paused', async () => {
    const files = createFakeExports();
    const test = createTest(files);
    const { jobId } = await test.engine.start(each('n1', 'n2'));
    await untilBegun(files, ['n1']);
    await test.engine.pause(jobId);
    expect([...files.states.values()].map(({ state }) => state)).toEqual(['writing']);
    files.end('n1');
    await test.engine.wake();
    expect(await test.findJob(jobId)).toMatchObject({ state: 'paused', progress: { itemsDone: 1 } });
    await test.engine.resume(jobId);
    await untilBegun(files, ['n1', 'n2']);
    await test.engine.cancel(jobId);
    await test.engine.wake();
    expect([...files.states.values()].map(({ state }) => state)).toEqual(['done', 'failed']);
    expect(await test.findJob(jobId)).toMatchObject({ state: 'cancelled' });
  });

  it('writes the file that was cancelled with it anew when it goes on all the same', async () => {
    const files = createFakeExports();
    const test = createTest(files);
    const { jobId } = await test.engine.start(each('n1', 'n2'));
    await untilBegun(files, ['n1']);
    await test.engine.cancel(jobId);
    await test.engine.wake();
    // A window that has not heard of it yet still offers to go on.
    await test.engine.resume(jobId);
    await untilBegun(files, ['n1', 'n1']);
    files.end('n1');
    await untilBegun(files, ['n1', 'n1', 'n2']);
    files.end('n2');
    await test.engine.wake();
    expect([...files.states.values()].map(({ state }) => state)).toEqual(['failed', 'done', 'done']);
    expect(await test.findJob(jobId)).toMatchObject({ state: 'done', progress: { itemsDone: 2, rows: 4 } });
  });
});
