/** The worker killed at twenty moments of a send: never two comments, never a result that is lost. */
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRandom } from '../../replica/world/random';
import { openActingStand } from '../steps/acting-stand';
import type { ActingStand, StoredQueue } from '../steps/acting-stand';

const SEED = Number(process.env['TEST_SEED'] ?? Math.floor(Math.random() * 1e9));
const RUNS = 20;
/** A send takes about so long from its order to its answer. */
const SEND_MS = 2_400;

let stand: ActingStand;

beforeAll(async () => {
  stand = await openActingStand();
  await stand.demand('settings.change', {
    patch: { loading: { minPauseMs: 200, maxPauseMs: 300, maxSteps: 50 } },
  });
  stand.replica.faults.deeds.latencyMs = 300;
});

afterAll(() => stand?.close());

test(`is sent once, and known to be (seed ${SEED})`, { timeout: 600_000 }, async () => {
  const { chromium, replica } = stand;
  const random = createRandom(SEED);
  const target = stand.note.comments[1];
  const phases: string[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const content = `杀 ${run} [赞R]`;
    const isReply = run % 2 === 1;
    const jobId = await stand.start([
      isReply ? { action: 'reply', commentId: target?.id, content } : { action: 'comment', content },
    ]);
    await pause((SEND_MS / RUNS) * run + random.between(0, SEND_MS / RUNS));
    phases.push(await findPhase());
    await chromium.extension.killWorker();
    const queue = await endWhateverItTakes(jobId);
    const made = replica.deeds.filter((deed) => deed.content === content);
    const told = `run ${run}, killed while ${phases.at(-1) ?? ''}`;
    expect(
      made.map(({ code, userId }) => [code, userId]),
      told,
    ).toEqual([[0, stand.viewerId]]);
    expect(made[0]?.commentId, told).toBe(isReply ? target?.id : '');
    expect(queue, told).toMatchObject({
      state: 'done',
      outcomes: [{ is: 'done', commentId: made[0]?.madeId }],
    });
  }
  console.log(`killed while ${phases.join(', ')}`);
  await stand.awaitOneWindow();
});

/** Where the page says that it is, as the background knows it. */
async function findPhase(): Promise<string> {
  const session = await stand.chromium.extension.readStorage('session');
  const states = Object.entries(session).flatMap(([key, state]) =>
    key.startsWith('acting:') ? [state as { phase: string; updatedAt: number }] : [],
  );
  return states.sort((a, b) => b.updatedAt - a.updatedAt)[0]?.phase ?? 'nothing was ordered';
}

/** As a user does: opens a window of the extension, and has it look again for what nobody could tell. */
async function endWhateverItTakes(jobId: string): Promise<StoredQueue> {
  for (let looks = 0; ; looks += 1) {
    await stand.demand('settings.change', { patch: {} });
    const queue = await stand.ended(jobId);
    if (queue.state === 'done' || looks === 3) return queue;
    await stand.demand(queue.state === 'paused' ? 'job.resume' : 'job.retry', { jobId });
  }
}
