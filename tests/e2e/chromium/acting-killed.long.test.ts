/** The worker killed at twenty moments of an action, of every kind: never done twice, never a result that is lost. */
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DeedName } from '../../replica/types';
import { createRandom } from '../../replica/world/random';
import { waitFor } from '../../support/wait-for';
import { openActingStand } from '../steps/acting-stand';
import type { ActingStand, StoredQueue } from '../steps/acting-stand';

const SEED = Number(process.env['TEST_SEED'] ?? Math.floor(Math.random() * 1e9));
const RUNS = 20;
/** A send takes about so long from its order to its answer. */
const SEND_MS = 3_000;

/** In the order in which a page goes through them. */
const PHASES = ['asked', 'looking', 'preparing', 'ready', 'sent'];
const AWAITED = ['preparing', 'ready', 'sent'];

let stand: ActingStand;

beforeAll(async () => {
  stand = await openActingStand();
  await stand.demand('settings.change', {
    patch: { loading: { minPauseMs: 200, maxPauseMs: 300, maxSteps: 50 } },
  });
  stand.replica.faults.deeds.latencyMs = 300;
});

afterAll(() => stand?.close());

/** Every action there is, each at least three times, in an order of the seed's; what is taken back was done before. */
const WAYS = ['comment', 'reply', 'like', 'favorite', 'like-comment', 'delete'] as const;

test(`is done once, and known to be (seed ${SEED})`, { timeout: 600_000 }, async () => {
  const { chromium, replica } = stand;
  const random = createRandom(SEED);
  const order = chooseOrder(random);
  const world = createTurns();
  const killed: string[] = [];
  for (const [run, way] of order.entries()) {
    const { target, deed } = world.next(way, run);
    replica.clearRecords();
    const jobId = await stand.start([target]);
    // By turns at a moment of the clock, and as soon as its page has come so far.
    const awaited = AWAITED[run % (AWAITED.length + 1)];
    if (awaited === undefined) await pause(random.between(0, SEND_MS));
    else await awaitPhase(awaited);
    killed.push(`${target.action} while ${await findPhase()}`);
    await chromium.extension.killWorker();
    const queue = await endWhateverItTakes(jobId);
    const told = `run ${run}, killed at ${killed.at(-1) ?? ''}`;
    expect(stand.deeds(), told).toEqual([deed]);
    const { madeId = '' } = replica.deeds[0] ?? {};
    const made = madeId === '' ? {} : { commentId: madeId };
    expect(queue, told).toMatchObject({ state: 'done', outcomes: [{ is: 'done', ...made }] });
    if (madeId !== '' && target.action === 'comment') world.keep(madeId);
  }
  console.log(`killed at ${killed.join(', ')}`);
  expect(killed.some((moment) => /preparing|ready|sent/.test(moment))).toBe(true);
  await stand.awaitOneWindow();
});

/** The first is a comment, so that there is one to be deleted whenever that is due. */
function chooseOrder(random: ReturnType<typeof createRandom>): (typeof WAYS)[number][] {
  const all = Array.from({ length: RUNS - 1 }, (_, index) => WAYS[(index + 1) % WAYS.length] ?? 'comment');
  for (let index = all.length - 1; index > 0; index -= 1) {
    const other = random.between(0, index);
    [all[index], all[other]] = [all[other] ?? 'comment', all[index] ?? 'comment'];
  }
  return ['comment', ...all];
}

interface Turn {
  readonly target: { readonly action: string; readonly commentId?: string; readonly content?: string };
  /** What the server is to hear of it, once. */
  readonly deed: object;
}

/** What each run does: what can be switched is switched on and off by turns, and a comment is deleted once. */
function createTurns() {
  const { note, deedOf } = stand;
  const commentId = note.comments[1]?.id ?? '';
  const own: string[] = [];
  const isOn = new Set<string>();
  const flip = (way: string): boolean => (isOn.delete(way) ? false : Boolean(isOn.add(way)));
  const write = (action: string, content: string, about: { commentId?: string }): Turn => ({
    target: { action, content, ...about },
    deed: deedOf('post', { content, ...about }),
  });
  return {
    keep: (madeId: string) => void own.push(madeId),
    next: (way: (typeof WAYS)[number], run: number): Turn => {
      const content = `杀 ${run} [赞R]`;
      const deletedId = way === 'delete' ? own.pop() : undefined;
      if (deletedId !== undefined)
        return {
          target: { action: 'delete-own-comment', commentId: deletedId },
          deed: deedOf('delete', { commentId: deletedId }),
        };
      if (way === 'reply') return write('reply', content, { commentId });
      if (way === 'like') return flip(way) ? say('like', 'like') : say('unlike', 'unlike');
      if (way === 'favorite') return flip(way) ? say('favorite', 'collect') : say('unfavorite', 'uncollect');
      if (way === 'like-comment')
        return flip(way)
          ? say('like-comment', 'like-comment', { commentId })
          : say('unlike-comment', 'unlike-comment', { commentId });
      return write('comment', content, {});
    },
  };
}

const say = (action: string, name: DeedName, about: { commentId?: string } = {}): Turn => ({
  target: { action, ...about },
  deed: stand.deedOf(name, about),
});

/** Where the page says that it is, as the background knows it. */
async function findPhase(): Promise<string> {
  const session = await stand.chromium.extension.readStorage('session');
  const states = Object.entries(session).flatMap(([key, state]) =>
    key.startsWith('acting:') ? [state as { phase: string; outcome?: object }] : [],
  );
  return states.find(({ outcome }) => outcome === undefined)?.phase ?? 'it has not begun, or is over';
}

/** Waits until its page has come so far, or further, or it is over already. */
const awaitPhase = (phase: string): Promise<unknown> =>
  waitFor(
    async () => {
      const found = PHASES.indexOf(await findPhase());
      return found >= PHASES.indexOf(phase) || stand.replica.deeds.length > 0;
    },
    { what: `the phase ${phase}`, timeoutMs: 30_000, everyMs: 10 },
  );

/** As a user does: opens a window of the extension, and has it look again for what nobody could tell. */
async function endWhateverItTakes(jobId: string): Promise<StoredQueue> {
  for (let looks = 0; ; looks += 1) {
    await stand.demand('settings.change', { patch: {} });
    const queue = await stand.ended(jobId);
    if (queue.state === 'done' || looks === 3) return queue;
    await stand.demand(queue.state === 'paused' ? 'job.resume' : 'job.retry', { jobId });
  }
}
