import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { startJob } from '../../../src/background/jobs/start-job';
import { resumeStopped } from '../../../src/background/jobs/resume-stopped';
import { listTrash } from '../../../src/background/forget/trash';
import { toErrorReport, AppError } from '../../../src/model/errors';
import type { Job } from '../../../src/model/jobs/job';
import { NO_PROGRESS } from '../../../src/model/jobs/job-progress';
import type { Amounts } from '../../../src/model/providers/price';
import { createRepositories } from '../../../src/storage/repositories/create-repositories';
import { startBackgroundUnderTest } from '../../support/background/background-under-test';
import type { BackgroundUnderTest } from '../../support/background/background-under-test';
import { NOTE_ID } from '../../support/background/invented-note';
import { createEngineUnderTest } from '../../support/jobs/engine-under-test';
import { answerComments, commentSeries, countNeededCalls } from '../../support/providers/comment-world';
import type { CommentWorld } from '../../support/providers/comment-world';
import { createGatewayUnderTest, PRICED } from '../../support/providers/gateway-under-test';

let background: BackgroundUnderTest;
beforeEach(async () => {
  fakeBrowser.reset();
  background = await startBackgroundUnderTest();
});

const order = (xsecToken: string) => ({
  kind: 'collect-comments',
  input: { noteId: NOTE_ID, xsecToken },
  agreed: true,
});

describe('a job that is started', () => {
  it('is one, whoever asks in the same moment, and by whichever token', async () => {
    const answers = await Promise.all(
      ['one', 'other'].map((token) => background.call('job.start', order(token))),
    );
    const ids = answers.map((answer) => (answer?.ok ? (answer.value as Job).jobId : undefined));
    expect(new Set(ids).size).toBe(1);
    expect((await background.readAll())['jobs']).toHaveLength(1);
  });

  it('takes its note out of the trash', async () => {
    await background.call('notes.forget', { noteIds: [NOTE_ID] });
    expect(await listTrash()).toHaveLength(1);
    await background.call('job.start', order('token'));
    expect(await listTrash()).toEqual([]);
  });
});

describe('a job that is started once more', () => {
  const WORLD: CommentWorld = { replies: [0, 5, 0, 3, 0, 0, 2], page: 2, embedded: 1 };
  const ROWS = 7 + 5 + 3 + 2;

  async function startPoor() {
    const gateway = createGatewayUnderTest(
      [commentSeries('tikhub-app-v2')],
      (url) => answerComments(WORLD, url),
      PRICED,
    );
    const test = createEngineUnderTest(gateway.gateway, gateway.clock);
    const start = (budget?: Amounts) =>
      startJob(test.services, {
        kind: 'collect-comments',
        input: { noteId: 'n1' },
        agreed: true,
        ...(budget ? { budget } : {}),
      });
    const { jobId } = await start({ USD: 0.02 });
    await test.runOut();
    return { test, gateway, jobId, start };
  }

  it('goes on where it stands, with the limit of now', async () => {
    const { test, gateway, jobId, start } = await startPoor();
    expect(await test.findJob(jobId)).toMatchObject({ state: 'paused', error: { code: 'budget-reached' } });
    expect(await start({ USD: 1 })).toMatchObject({ jobId, state: 'queued', budget: { USD: 1 } });
    await test.runOut();
    expect(await test.findJob(jobId)).toMatchObject({ state: 'done', progress: { rows: ROWS } });
    expect(gateway.line.asked).toHaveLength(countNeededCalls(WORLD));
    const log = await (await test.connection.open()).getAll('jobLog');
    expect(log.map(({ event }) => event)).toEqual([
      'created',
      'started',
      'paused',
      'budget-changed',
      'resumed',
      'started',
      'done',
    ]);
  });

  it('keeps its limit where no other is named', async () => {
    const { test, jobId, start } = await startPoor();
    expect(await start()).toMatchObject({ jobId, budget: { USD: 0.02 } });
    await test.runOut();
    expect(await test.findJob(jobId)).toMatchObject({ state: 'paused', error: { code: 'budget-reached' } });
  });

  it('has the limit of now, too, where it is under way', async () => {
    const { test, jobId, start } = await startPoor();
    await start({ USD: 1 });
    expect(await start({ USD: 2 })).toMatchObject({ jobId, budget: { USD: 2 } });
    await test.runOut();
    expect(await test.findJob(jobId)).toMatchObject({ state: 'done', budget: { USD: 2 } });
  });

  it('is another one, where the first is over', async () => {
    const { test, jobId, start } = await startPoor();
    await test.engine.cancel(jobId);
    expect((await start({ USD: 1 })).jobId).not.toBe(jobId);
    await test.runOut();
    expect(await test.findJob(jobId)).toMatchObject({ state: 'cancelled', budget: { USD: 0.02 } });
  });
});

it('jobs that stopped for one reason alone go on when it is gone', async () => {
  const paused = (jobId: string, code: 'paused' | 'vault-locked'): Job => ({
    jobId,
    kind: 'collect-comments',
    input: { noteId: NOTE_ID },
    state: 'paused',
    error: toErrorReport(new AppError(code)),
    progress: NO_PROGRESS,
    agreed: true,
    priority: 'user',
    createdAt: 1,
    updatedAt: 1,
  });
  await background.connection.write(async (transaction) => {
    const { jobs } = createRepositories(transaction);
    await jobs.put(paused('by a pause', 'paused'));
    await jobs.put(paused('by the vault', 'vault-locked'));
  });
  await resumeStopped(background.services, 'paused');
  await background.services.jobs.wake();
  const jobs = (await background.readAll())['jobs'] as Job[];
  const states = Object.fromEntries(jobs.map(({ jobId, state }) => [jobId, state]));
  expect(states['by the vault']).toBe('paused');
  expect(states['by a pause']).not.toBe('paused');
});
