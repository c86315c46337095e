/** How the engine ends what is under way, and that nobody who asks it to go on is forgotten. */
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../../../src/jobs/engine/engine';
import { finishJob } from '../../../../src/jobs/engine/finish-job';
import type { AnyJobKind } from '../../../../src/jobs/job-kind';
import type { EnginePorts, JobStores } from '../../../../src/jobs/ports';
import { JOB_KIND_REGISTRY } from '../../../../src/jobs/registry';
import { AppError } from '../../../../src/model/errors';
import type { Comment } from '../../../../src/model/comment';
import type { Job } from '../../../../src/model/jobs/job';
import { NO_PROGRESS } from '../../../../src/model/jobs/job-progress';

const JOB: Job = {
  jobId: 'j1',
  kind: 'watch-note',
  input: {},
  state: 'running',
  progress: { ...NO_PROGRESS, itemsKnown: 1 },
  agreed: true,
  priority: 'user',
  createdAt: 1,
  updatedAt: 1,
};
const ITEM = { jobId: 'j1', itemId: 'i1', order: 0, state: 'open', work: {}, attempt: 0, rows: 0 } as const;

/** Ports over one job with one item that stays as it is. */
function createPorts(changes: Partial<EnginePorts> = {}): EnginePorts {
  return {
    now: () => 1,
    random: () => 0.5,
    readers: {
      listActive: () => Promise.resolve([JOB]),
      listOpenItems: () => Promise.resolve([ITEM]),
      listItems: () => Promise.resolve([]),
      sumSpent: () => Promise.resolve({ billedCalls: 0, cost: {}, hasUnknownPrice: false }),
    },
    change: () => Promise.reject(new Error('nothing changes here')),
    mayRun: () => Promise.resolve(true),
    lock: (task: () => Promise<void>) => task(),
    keepAwake: (task: () => Promise<unknown>) => task(),
    wakeAt: () => Promise.resolve(),
    onNews: () => undefined,
    onStuck: () => undefined,
    onAside: (thrown: unknown) => {
      throw thrown;
    },
    ...changes,
  } as unknown as EnginePorts;
}

describe('the engine', () => {
  it('begins nothing again that its end has stopped', async () => {
    let steps = 0;
    const step: AnyJobKind['step'] = ({ terms: { signal } }) => {
      steps += 1;
      if (steps > 5) throw new Error('it goes on and on');
      return new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason as Error));
      });
    };
    const kind: AnyJobKind = { ...JOB_KIND_REGISTRY['watch-note'], step, recover: () => undefined };
    const kinds = { ...JOB_KIND_REGISTRY, 'watch-note': kind };
    const engine = createEngine(createPorts(), kinds);
    const running = engine.wake();
    await expect.poll(() => steps).toBe(1);
    await engine.end();
    await running;
    expect(steps).toBe(1);
    void engine.wake();
    await expect.poll(() => steps).toBe(2);
    await engine.end();
  });

  it.each(Array.from({ length: 12 }, (_, turn) => turn))(
    'looks again when it is asked to %i turns after it was done',
    async (turns) => {
      let runs = 0;
      let asked: Promise<void> | undefined;
      const readers = { listActive: () => Promise.resolve([]) } as unknown as EnginePorts['readers'];
      const lock: EnginePorts['lock'] = async (task) => {
        runs += 1;
        await task();
        asked ??= (async () => {
          for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
          await engine.wake();
        })();
      };
      const engine = createEngine(createPorts({ readers, lock }), JOB_KIND_REGISTRY);
      await engine.wake();
      await asked;
      expect(runs).toBe(2);
    },
  );

  it('stops counting what a job has brought when that is not wanted any more, and ends nothing', async () => {
    const stop = new AbortController();
    let read = 0;
    const readers = {
      ...createPorts().readers,
      readComments: async function* (): AsyncGenerator<readonly Comment[]> {
        for (;;) {
          read += 1;
          if (read === 3) stop.abort(new AppError('cancelled'));
          if (read > 20) throw new Error('it goes on and on');
          yield await Promise.resolve([]);
        }
      },
    } as EnginePorts['readers'];
    const kind: AnyJobKind = {
      ...JOB_KIND_REGISTRY['watch-note'],
      finish: async (context) => {
        for await (const batch of context.readers.readComments('n1')) expect(batch).toEqual([]);
        return { state: 'done' };
      },
    };
    let changes = 0;
    const change: EnginePorts['change'] = (write) => {
      changes += 1;
      return write({} as JobStores);
    };
    const aside: unknown[] = [];
    const ports = createPorts({ readers, change, onAside: (thrown) => aside.push(thrown) });
    await finishJob(ports, { job: JOB, kind, signal: stop.signal });
    expect({ read, changes, aside }).toEqual({ read: 3, changes: 0, aside: [] });
  });
});
