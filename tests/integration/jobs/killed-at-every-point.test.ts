/**
 * Every kind of job, and what does not go smoothly in one, killed before and after every change of storage: it ends with
 * the rows of an undisturbed run. What is sent once more is what had been sent and not kept when the worker died, no more
 * and no less: of a list that is read page by page one request at most, of several that are read side by side one of each.
 * What the ledger says was answered has been kept, and is never sent again.
 */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { omitUndefined } from '../../../src/lib/omit-undefined';
import { JOB_KIND_REGISTRY } from '../../../src/jobs/registry';
import { createConnection } from '../../../src/storage/database';
import type { Job } from '../../../src/model/jobs/job';
import { createRandom } from '../../replica/world/random';
import { CASE_SERIES, KIND_CASES } from '../../support/jobs/kind-cases';
import type { KindCase } from '../../support/jobs/kind-cases';
import { LIST_CASES } from '../../support/jobs/list-cases';
import { ROUGH_CASES } from '../../support/jobs/rough-cases';
import type { SavedFile } from '../../support/jobs/file-world';
import { pasteKeys, startMortalBackground } from '../../support/jobs/mortal-background';
import type { MortalBackground, Outside } from '../../support/jobs/mortal-background';
import { readStoredState } from '../../support/jobs/stored-state';
import { createTestClock } from '../../support/providers/test-clock';
import { sizeByTier, testTier } from '../../support/test-tier';

const SEED = Number(process.env['TEST_SEED'] ?? Math.floor(Math.random() * 1e9));
const POINTS = sizeByTier({ short: 12, long: Infinity });
/** Lists that are read side by side. */
const MOST_UNDER_WAY = 8;
/** Alarms ring so late at the earliest. */
const ALARM_MS = 30_000;
/** So long the user takes to press something. */
const PRESS_MS = 60_000;

beforeEach(async () => {
  fakeBrowser.reset();
  await pasteKeys();
});

/** The world of one run: what stood there before the job is done, and nothing is counted of it. */
async function prepare(kindCase: KindCase, name: string): Promise<Outside> {
  const clock = createTestClock();
  const { before, series = CASE_SERIES } = kindCase;
  if (before) {
    const outside: Outside = { series, answer: before.answer, clock, sent: [] };
    const { test, connection } = startMortalBackground(outside, name);
    await test.engine.start(before.order);
    await test.runOut();
    await connection.close();
    clock.set(clock.now() + 24 * 3_600_000);
  }
  if (kindCase.stored) {
    const connection = createConnection(name);
    await kindCase.stored(connection);
    await connection.close();
  }
  const others = omitUndefined({ page: kindCase.page?.(), files: kindCase.files?.() });
  return { series, answer: kindCase.answer, clock, sent: [], ...others };
}

/** Starts the job where it is not there yet, and goes on until it is over or the life is. */
async function live(background: MortalBackground, kindCase: KindCase, outside: Outside): Promise<void> {
  const { test, connection } = background;
  const goOn = async () => {
    if (!(await findJob(background, kindCase))) await test.engine.start(kindCase.order);
    do await test.runOut();
    while (await press(background, kindCase, outside));
  };
  // What a dead life still throws is heard by nobody.
  const life = goOn().catch((thrown: unknown) => {
    if (!connection.isDead) throw thrown;
  });
  await Promise.race([life, connection.died]);
}

/** Does what the user would do now; answers whether that was anything. */
async function press(background: MortalBackground, kindCase: KindCase, outside: Outside): Promise<boolean> {
  const { test, connection } = background;
  const job = await findJob(background, kindCase);
  const events = (await (await connection.open()).getAll('jobLog')).map(({ event }) => event);
  if (!job || !kindCase.press?.isDue(job, events)) return false;
  const { take, answer } = kindCase.press;
  if (answer) outside.answer = answer;
  outside.clock.set(outside.clock.now() + PRESS_MS);
  await take(test.engine, job.jobId);
  return true;
}

/** The job itself, not the one before it. */
async function findJob(
  { connection }: MortalBackground,
  { order, before }: KindCase,
): Promise<Job | undefined> {
  const jobs = await (await connection.open()).getAllFromIndex('jobs', 'createdAt');
  return jobs.slice(before ? 1 : 0).find(({ kind }) => kind === order.kind);
}

interface Undisturbed {
  readonly points: number;
  readonly state: Awaited<ReturnType<typeof readStoredState>>;
  readonly requests: readonly string[];
  readonly job: Job | undefined;
  readonly files: readonly SavedFile[];
  readonly made: readonly string[] | undefined;
}

async function runUndisturbed(kindCase: KindCase): Promise<Undisturbed> {
  const name = `whole-${crypto.randomUUID()}`;
  const outside = await prepare(kindCase, name);
  const life = startMortalBackground(outside, name);
  await live(life, kindCase, outside);
  expect(life.test.aside).toEqual([]);
  const state = await readStoredState(life.connection);
  const job = await findJob(life, kindCase);
  await expectMet(life, kindCase);
  await life.connection.close();
  return {
    points: life.connection.points,
    state,
    requests: [...outside.sent].sort(),
    job,
    files: listFiles(outside),
    made: outside.page?.made,
  };
}

/** What has come to the user's disk. A report names the moment of its file. */
function listFiles({ files }: Outside): SavedFile[] {
  const isReport = ({ name }: SavedFile) => name.endsWith('.report.json');
  return [...(files?.saved ?? [])]
    .filter((file) => !isReport(file) || files?.outlives)
    .map((file) => (isReport(file) ? { ...file, text: '' } : file))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** What the case is about did happen. */
async function expectMet({ connection }: MortalBackground, { events, gone = 0 }: KindCase): Promise<void> {
  const database = await connection.open();
  const happened = (await database.getAll('jobLog')).map(({ event }) => event);
  expect(happened).toEqual(expect.arrayContaining([...(events ?? [])]));
  const marked = (await database.getAll('comments')).filter(({ goneAt }) => goneAt !== undefined);
  expect(marked).toHaveLength(gone);
}

/** Answers that were kept, of requests that this run has sent. */
async function countKept(life: MortalBackground, since: number): Promise<number> {
  const responses = await (await life.connection.open()).getAll('responses');
  return responses.filter(({ at }) => at >= since).length;
}

interface Lives {
  readonly startedAt: number;
  readonly restartedAt: number;
  /** Requests that the first life has sent, and answers that it has kept. */
  readonly sentBefore: number;
  readonly kept: number;
}

/** What was sent had been written down before, as paid for, and once; only a line at which the worker died was not sent. */
async function expectWritten(
  { connection }: MortalBackground,
  sent: readonly string[],
  { startedAt, restartedAt, sentBefore, kept }: Lives,
): Promise<void> {
  const ledger = await (await connection.open()).getAll('ledger');
  const attempts = ledger.filter(({ at, cached }) => at >= startedAt && cached === undefined);
  expect(attempts.filter(({ billed }) => !billed)).toEqual([]);
  const inOrder = (paths: readonly string[]) => [...paths].sort();
  const first = attempts.filter(({ at }) => at < restartedAt);
  const second = attempts.filter(({ at }) => at >= restartedAt);
  const pathsOf = (urls: readonly string[]) => inOrder(urls.map((url) => new URL(url).pathname));
  expect(inOrder(second.map(({ endpoint }) => endpoint))).toEqual(pathsOf(sent.slice(sentBefore)));
  expect(first.filter(({ outcome }) => outcome === 'ok').length).toBeLessThanOrEqual(kept);
  const unsent = first.length - sentBefore;
  expect(unsent).toBeGreaterThanOrEqual(0);
  expect(unsent).toBeLessThanOrEqual(1);
  expect(first.filter(({ reason }) => reason === 'unanswered').length).toBeGreaterThanOrEqual(unsent);
}

/** Killed at this point, and gone on with by the next life, which nobody kills. */
async function runKilled(kindCase: KindCase, fatal: number, whole: Undisturbed): Promise<void> {
  const name = `killed-${fatal}-${crypto.randomUUID()}`;
  const outside = await prepare(kindCase, name);
  const startedAt = outside.clock.now();
  const first = startMortalBackground(outside, name, fatal);
  await live(first, kindCase, outside);
  if (!first.connection.isDead) return expectShorter(first, fatal, whole);
  await first.connection.close();
  const sentBefore = outside.sent.length;

  const restartedAt = outside.clock.now() + ALARM_MS;
  outside.clock.set(restartedAt);
  const next = startMortalBackground(outside, name);
  const kept = await countKept(next, startedAt);
  const unanswered = sentBefore - kept;
  await live(next, kindCase, outside);
  expect(next.test.aside).toEqual([]);
  expect(await readStoredState(next.connection)).toEqual(whole.state);
  // A file comes to the user's disk once, and whole, whoever waits for it; nothing of it is left inside the browser.
  expect(listFiles(outside)).toEqual(whole.files);
  expect(outside.files?.listHeld() ?? []).toEqual([]);
  // And what a page does in the user's name is done once.
  expect(outside.page?.made).toEqual(whole.made);
  // What was answered and kept is never asked for again; what was under way is, once.
  expect([...new Set(outside.sent)].sort()).toEqual([...new Set(whole.requests)]);
  const repeated = outside.sent.length - whole.requests.length;
  if (kindCase.asksAgain) expect(repeated).toBeLessThanOrEqual(1);
  else {
    expect(repeated).toBeLessThanOrEqual(unanswered);
    // What failed before is not kept, and need not be asked for again.
    expect(repeated).toBeGreaterThanOrEqual(unanswered - (kindCase.failures ?? 0));
  }
  expect(repeated).toBeLessThanOrEqual(kindCase.atATime ?? MOST_UNDER_WAY);
  // Who asks the same again and again keeps the last answer alone.
  const toldKept = kindCase.asksAgain ? Infinity : kept;
  await expectWritten(next, outside.sent, { startedAt, restartedAt, sentBefore, kept: toldKept });
  await next.connection.close();
}

/** How many changes a job takes depends a little on which answer comes first: this life was over before its point. */
async function expectShorter(
  { connection }: MortalBackground,
  fatal: number,
  whole: Undisturbed,
): Promise<void> {
  expect(fatal).toBeGreaterThan(whole.points * 0.9);
  expect(await readStoredState(connection)).toEqual(whole.state);
  await connection.close();
}

function choosePoints(points: number): readonly number[] {
  const all = Array.from({ length: points }, (_, index) => index + 1);
  if (points <= POINTS) return all;
  const random = createRandom(SEED);
  const chosen = new Set<number>();
  while (chosen.size < POINTS) chosen.add(random.between(1, points));
  return [...chosen].sort((a, b) => a - b);
}

describe('a job whose worker dies at any change of storage', () => {
  it('is told of for every kind there is', () => {
    expect(Object.keys(KIND_CASES).sort()).toEqual(Object.keys(JOB_KIND_REGISTRY).sort());
  });

  it.each([KIND_CASES, ROUGH_CASES, LIST_CASES].flatMap((cases) => Object.entries<KindCase>(cases)))(
    '%s: ends as if nothing had been, and asks for nothing again that was answered',
    { timeout: sizeByTier({ short: 60_000, long: 900_000 }) },
    async (_kind, kindCase) => {
      const whole = await runUndisturbed(kindCase);
      expect(whole.job?.state).toBe(kindCase.endsAs ?? 'done');
      if (!kindCase.asksAgain) expect(new Set(whole.requests).size).toBe(whole.requests.length);
      expect(whole.points).toBeGreaterThan(20);
      const points = choosePoints(whole.points);
      if (testTier === 'short') console.log(`seed ${SEED}: ${points.length} of ${whole.points} points`);
      for (const fatal of points) {
        fakeBrowser.reset();
        await pasteKeys();
        await runKilled(kindCase, fatal, whole).catch((thrown: unknown) => {
          throw new Error(`killed at point ${fatal} of ${whole.points}, seed ${SEED}`, { cause: thrown });
        });
      }
    },
  );
});
