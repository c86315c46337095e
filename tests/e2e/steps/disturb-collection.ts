import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import type { ProviderCall } from '../../replica/types';
import { createRandom } from '../../replica/world/random';
import { waitFor } from '../../support/wait-for';
import type { CollectionStand } from './collection-stand';

/** What happens to the extension in the middle of its work. */
export type Disturbance =
  /** The worker is killed, and woken by a window that opens. */
  | 'worker'
  /** The worker is killed, and nobody opens anything: its alarm wakes it. */
  | 'worker-alone'
  /** The whole browser is killed and started again. */
  | 'browser'
  /** A newer version takes its place. */
  | 'update';

export interface Moment {
  readonly what: Disturbance;
  /** As soon as the vendor has seen so many calls, */
  readonly afterCalls: number;
  /** and so long after that. */
  readonly thenMs: number;
}

/** Longer than from one call to the next, so that every line of a step may be hit. */
const LONGEST_PAUSE_MS = 250;

/** Puts each of these at a moment of its own in the first nine tenths of so many calls; same seed, same moments. */
export function chooseMoments(seed: number, whats: readonly Disturbance[], calls: number): Moment[] {
  const random = createRandom(seed);
  const last = Math.floor(calls * 0.9);
  const times = whats.map(() => random.between(1, last)).sort((a, b) => a - b);
  const order = whats.map((what) => ({ what, place: random.next() })).sort((a, b) => a.place - b.place);
  return order.map(({ what }, index) => ({
    what,
    afterCalls: times[index] ?? last,
    thenMs: random.between(0, LONGEST_PAUSE_MS),
  }));
}

/** Within which time somebody was killed, epoch ms. */
export interface Killed {
  readonly from: number;
  readonly to: number;
  /** Questions that the vendor had and had not answered then. */
  readonly open: number;
}

/** Lets all of it happen, one after the other; answers when each was. */
export async function disturb(stand: CollectionStand, moments: readonly Moment[]): Promise<Killed[]> {
  const killed: Killed[] = [];
  for (const { what, afterCalls, thenMs } of moments) {
    await waitFor(() => stand.replica.providerCalls.length >= afterCalls, {
      what: `call ${afterCalls} to arrive`,
      timeoutMs: 120_000,
      everyMs: 5,
    });
    await pause(thenMs);
    const from = Date.now();
    const open = stand.replica.providerCalls.filter(({ status }) => status === 0).length;
    if (what === 'browser') await stand.killBrowser();
    else if (what === 'update') await stand.updateExtension();
    else await stand.killWorker();
    killed.push({ from, to: Date.now(), open });
    if (what === 'worker') await stand.wake();
    if (what === 'worker-alone') {
      await waitFor(stand.isWorkerRunning, { what: 'its alarm to wake the worker', timeoutMs: 60_000 });
    }
  }
  return killed;
}

/** The same question, whoever's life asked it. */
const toQuestion = ({ endpoint, query }: ProviderCall): string => JSON.stringify([endpoint, query]);

/** Answered and kept by then, on a machine that has other things to do, too. */
const KEPT_AFTER_MS = 2_000;

/**
 * Holds the vendor's log against when the extension was killed: at most one question was asked again for each time, each
 * of them one that had only just been asked when it was killed, so that no answer of it can have been kept.
 */
export function expectLittleRepeated(calls: readonly ProviderCall[], killed: readonly Killed[]): number {
  const asked = new Map<string, number>();
  let repeated = 0;
  for (const call of calls) {
    const question = toQuestion(call);
    const before = asked.get(question);
    asked.set(question, call.at);
    if (before === undefined) continue;
    repeated += 1;
    const wasLost = killed.some(
      ({ from, to }) => before <= to && call.at >= from && from - before < KEPT_AFTER_MS,
    );
    expect(wasLost, `asked again though nothing was killed meanwhile: ${question} (${call.status})`).toBe(
      true,
    );
  }
  // Where a slow machine had several questions open, each of them is asked again.
  const most = killed.reduce((sum, { open }) => sum + Math.max(1, open), 0);
  expect(repeated).toBeLessThanOrEqual(most);
  return calls.length - repeated;
}
