/**
 * A collection from a provider in real Firefox, whose event page is ended in its middle and while its file is written:
 * the rows that the world has, in storage and in the one CSV. Puppeteer is attached to tabs alone.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startReplica } from '../../replica/start';
import type { Replica } from '../../replica/types';
import { minimumCalls } from '../../replica/world/comment-paging';
import type { WorldNote } from '../../replica/world/types';
import { buildExtension } from '../../support/built-extension';
import { readStore } from '../../support/extension-storage';
import { launchFirefox } from '../../support/firefox';
import type { RunningFirefox } from '../../support/firefox';
import { findSpecsDir } from '../../support/provider-specs';
import { readCsv } from '../../support/read-csv';
import { undoCellGuard } from '../../support/undo-cell-guard';
import { waitFor } from '../../support/wait-for';
import { withProviderAccess } from '../../support/with-provider-access';
import { awaitJob } from '../steps/await-job';
import type { JobSeen } from '../steps/await-job';
import { DATABASE } from '../steps/collection-stand';
import { expectLittleRepeated, readWritten } from '../steps/disturb-collection';
import type { Killed } from '../steps/disturb-collection';
import { expectWholeNote } from '../steps/expect-whole-note';
import { findNote } from '../steps/find-note';
import { flattenComments } from '../steps/flatten-comments';
import { prepareProviders } from '../steps/prepare-providers';
import type { ProviderCaller } from '../steps/prepare-providers';

/** 194 comments: 120 threads, of which six go on behind the reply that comes with them. */
const PLAN = {
  key: 'killed-in-firefox',
  topLevelComments: 120,
  repliesOf: (index: number) => (index % 20 === 0 ? 12 : index % 50 === 1 ? 1 : 0),
};
const LATENCY_MS = 400;
/** The app tells of folded comments only to who asks for them: one call that finds none belongs to a complete reading. */
const LOOK_FOR_FOLDED = 1;

let replica: Replica;
let access: ReturnType<typeof withProviderAccess>;
let firefox: RunningFirefox;
let caller: ProviderCaller;
let note: WorldNote;

/** What lies deep in an object does not come over BiDi by value; a text does. */
const evaluate = async (expression: string): Promise<unknown> => {
  const whole = `Promise.resolve(${expression}).then((value) => JSON.stringify(value ?? null))`;
  return JSON.parse(String(await firefox.extension.evaluate(whole))) as unknown;
};

beforeAll(async () => {
  access = withProviderAccess(await buildExtension('firefox'));
  const specsDir = findSpecsDir();
  replica = await startReplica({ notes: [PLAN], ...(specsDir === undefined ? {} : { specsDir }) });
  note = findNote(replica, PLAN.key);
  firefox = await launchFirefox({ replica, extensionDir: access.dir });
  caller = await prepareProviders(evaluate, replica, { tikhub: 'valid' });
  await caller.change({
    enteredPrices: { tikhub: { currency: 'USD', amount: 0.01 } },
    dailyBudget: {},
    jobBudget: {},
  });
  replica.providerFaults.tikhub.latencyMs = LATENCY_MS;
});

afterAll(async () => {
  await firefox?.close();
  await replica?.close();
  access?.remove();
});

const calls = () => replica.providerCalls.filter(({ series }) => series !== 'account');
const untilCalls = (count: number, timeoutMs = 30_000) =>
  waitFor(() => calls().length >= count, { what: `call ${count} to arrive`, timeoutMs, everyMs: 10 });

async function kill(): Promise<Killed> {
  const from = Date.now();
  await firefox.extension.killBackground();
  return { what: 'worker', from, to: Date.now() };
}

/** As any window of the extension does that opens: it asks the background for something. */
const wake = () => caller.demand('settings.change', { patch: {} });

test(
  'the event page ends twice in the middle, and all comments are there',
  { timeout: 180_000 },
  async () => {
    const least = minimumCalls(note).total + LOOK_FOR_FOLDED;
    const order = { kind: 'collect-comments', input: { noteId: note.noteId }, agreed: true };
    const { jobId } = await caller.demand<{ jobId: string }>('job.start', order);
    await untilCalls(3);
    const first = await kill();
    await wake();
    await untilCalls(Math.floor(least / 2));
    const second = await kill();
    // Nobody opens anything: its alarm wakes it.
    await untilCalls(calls().length + 1, 60_000);
    const readJobs = async () => (await readStore(evaluate, DATABASE, 'jobs')) as JobSeen[];
    expect(await awaitJob(readJobs, jobId)).toMatchObject({ state: 'done' });
    const written = await readWritten({ evaluate });
    expect(expectLittleRepeated({ calls: calls(), killed: [first, second], written })).toBe(least);
    expect(replica.specViolations).toEqual([]);
    await expectWholeNote({ evaluate, note });
  },
);

test(
  'and ends while a file is written: it is there once, with a row for each',
  { timeout: 120_000 },
  async () => {
    await caller.demand('export.start', {
      noteId: note.noteId,
      format: 'csv',
      preset: 'excel',
      withNoteColumns: false,
      timeZone: 'Asia/Shanghai',
      language: 'en',
    });
    await kill();
    await wake();
    const isOver = async () => {
      const [state] = await caller.demand<{ state: string }[]>('export.list', {});
      return state?.state === 'done' || state?.state === 'failed' ? state : undefined;
    };
    expect(await waitFor(isOver, { what: 'the export to be over', timeoutMs: 60_000 })).toMatchObject({
      state: 'done',
    });
    const names = readdirSync(firefox.downloadDir);
    const [name = 'none', ...more] = names.filter((one) => one.endsWith('.csv'));
    expect(more).toEqual([]);
    const { rows } = readCsv(readFileSync(join(firefox.downloadDir, name), 'utf8'));
    const read = rows.map((row) =>
      [row['Comment ID'], row['Content']].map((cell) => undoCellGuard(cell ?? '')),
    );
    const wanted = flattenComments(note).map(({ id, content }) => [id, content]);
    const inOrder = (all: readonly (readonly string[])[]) => all.map((one) => JSON.stringify(one)).sort();
    expect(inOrder(read)).toEqual(inOrder(wanted));
  },
);

test('a download is found by its address, as long as the browser knows it', async () => {
  const found =
    await evaluate(`browser.downloads.search({}).then((all) => Promise.all(all.map(async ({ id, url }) => {
    const [one] = await browser.downloads.search({ url, orderBy: ['-startTime'], limit: 1 });
    return one?.id === id;
  })))`);
  expect(found).not.toEqual([]);
  expect(new Set(found as boolean[])).toEqual(new Set([true]));
  expect(await firefox.extension.listErrors()).toEqual([]);
});
