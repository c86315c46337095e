import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { resumeStopped } from '../../../src/background/jobs/resume-stopped';
import { listTrash } from '../../../src/background/forget/trash';
import { toErrorReport, AppError } from '../../../src/model/errors';
import type { Job } from '../../../src/model/jobs/job';
import { NO_PROGRESS } from '../../../src/model/jobs/job-progress';
import { createRepositories } from '../../../src/storage/repositories/create-repositories';
import { startBackgroundUnderTest } from '../../support/background/background-under-test';
import type { BackgroundUnderTest } from '../../support/background/background-under-test';
import { NOTE_ID } from '../../support/background/invented-note';

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
