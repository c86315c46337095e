import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Job } from '../../../../src/model/jobs/job';
import { createJobsStore } from '../../../../src/ui/jobs/state/create-jobs-store';
import { createFakePorts } from '../support/fake-ports';
import { NOTE_ID } from '../support/samples';
import { createJob, JOB_AT } from './job-samples';

const leaving: AbortController[] = [];
beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  leaving.splice(0).forEach((one) => one.abort());
  vi.useRealTimers();
});

function open(of: Job[], noteId?: string, answers: Record<string, () => unknown> = {}) {
  const kept = { jobs: of };
  const asked: (string | undefined)[] = [];
  const fake = createFakePorts({
    answers,
    readers: {
      listJobs: async (options) => {
        asked.push(options?.noteId);
        return kept.jobs.filter((job) => options?.noteId === undefined || job.noteId === options.noteId);
      },
    },
  });
  const until = new AbortController();
  leaving.push(until);
  const id = signal(noteId);
  const store =
    noteId === undefined
      ? createJobsStore(fake.ports, until.signal)
      : createJobsStore(fake.ports, until.signal, id);
  return { ...fake, store, kept, asked, id };
}

const seen = ({ store }: ReturnType<typeof open>) =>
  store.jobs.value.state === 'ready' ? store.jobs.value.value : undefined;

describe('jobs as pages see them', () => {
  it('are read once, and again when one has moved on, however often it is told', async () => {
    const world = open([createJob()]);
    await vi.advanceTimersByTimeAsync(0);
    expect(seen(world)).toEqual([{ job: createJob(), pace: undefined }]);
    world.kept.jobs = [createJob({ state: 'done' })];
    for (let times = 0; times < 50; times += 1)
      world.emit('job.changed', { jobId: 'job-1', noteId: NOTE_ID });
    await vi.advanceTimersByTimeAsync(300);
    expect(seen(world)?.[0]?.job.state).toBe('done');
    expect(world.asked).toHaveLength(2);
  });

  it('have a pace once they were seen twice, and none while they stand', async () => {
    const world = open([createJob({ updatedAt: JOB_AT })]);
    await vi.advanceTimersByTimeAsync(0);
    const { progress } = createJob();
    const later = createJob({ updatedAt: JOB_AT + 2_000, progress: { ...progress, rows: 330 } });
    world.kept.jobs = [later];
    world.emit('job.changed', { jobId: 'job-1' });
    await vi.advanceTimersByTimeAsync(300);
    expect(seen(world)?.[0]?.pace).toEqual({ perSecond: 10, leftMs: 61_400 });
    world.kept.jobs = [{ ...later, state: 'paused' }];
    world.emit('job.changed', { jobId: 'job-1' });
    await vi.advanceTimersByTimeAsync(300);
    expect(seen(world)?.[0]?.pace).toBeUndefined();
  });

  it('say why they stand still where they cannot even be written, until they move on', async () => {
    const world = open([createJob()]);
    await vi.advanceTimersByTimeAsync(0);
    world.emit('job.changed', { jobId: 'job-1', stuck: 'storage-full' });
    await vi.advanceTimersByTimeAsync(300);
    expect(seen(world)?.[0]?.stuck).toBe('storage-full');
    world.emit('job.changed', { jobId: 'job-1', noteId: NOTE_ID });
    await vi.advanceTimersByTimeAsync(300);
    expect(seen(world)?.[0]?.stuck).toBeUndefined();
  });

  it('say so in a window that opens later, and no more once they are over', async () => {
    const world = open([createJob()], undefined, {
      'job.list-stuck': () => [{ jobId: 'job-1', code: 'storage-full' }],
    });
    await vi.advanceTimersByTimeAsync(300);
    expect(seen(world)?.[0]?.stuck).toBe('storage-full');
    world.kept.jobs = [createJob({ state: 'cancelled' })];
    world.emit('stored.removed', {});
    await vi.advanceTimersByTimeAsync(300);
    expect(seen(world)?.[0]?.stuck).toBeUndefined();
  });

  it('are those of the note that is shown; of another note nothing is read', async () => {
    const world = open([createJob(), createJob({ jobId: 'job-2', noteId: 'other' })], NOTE_ID);
    await vi.advanceTimersByTimeAsync(0);
    expect(seen(world)?.map(({ job }) => job.jobId)).toEqual(['job-1']);
    world.emit('job.changed', { jobId: 'job-2', noteId: 'other' });
    await vi.advanceTimersByTimeAsync(300);
    expect(world.asked).toEqual([NOTE_ID]);
    world.id.value = 'other';
    expect(world.store.jobs.value.state).toBe('loading');
    await vi.advanceTimersByTimeAsync(0);
    expect(seen(world)?.map(({ job }) => job.jobId)).toEqual(['job-2']);
  });
});
