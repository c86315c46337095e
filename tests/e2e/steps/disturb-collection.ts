import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import type { ProviderCall } from '../../replica/types';
import { createRandom } from '../../replica/world/random';
import { waitFor } from '../../support/wait-for';
import type { CollectionStand } from './collection-stand';
import { readLedgerRows } from './read-ledger-rows';

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
  readonly what: Disturbance;
  readonly from: number;
  readonly to: number;
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
    if (what === 'browser') await stand.killBrowser();
    else if (what === 'update') await stand.updateExtension();
    else await stand.killWorker();
    killed.push({ what, from, to: Date.now() });
    if (what === 'worker') await stand.wake();
    if (what === 'worker-alone') {
      await waitFor(stand.isWorkerRunning, { what: 'its alarm to wake the worker', timeoutMs: 60_000 });
    }
  }
  return killed;
}

/** The same question, whoever's life asked it. */
const toQuestion = ({ endpoint, query }: ProviderCall): string => JSON.stringify([endpoint, query]);

export interface Asked {
  /** The vendor's log; a call that it refused for its number is no question that was answered, and free. */
  readonly calls: readonly ProviderCall[];
  readonly killed: readonly Killed[];
  readonly written: Written;
}

/** What the extension's ledger says of its calls. */
export interface Written {
  /** Names of those that were answered. */
  readonly answered: ReadonlySet<string>;
  /** How many were under way when the life ended that had sent them. */
  readonly unanswered: number;
}

/**
 * Holds the vendor's log against when the extension was killed, and what it has written down. Nothing that it knows to
 * have been answered was asked again; what was, was under way as it was killed, and there were no more of those than it
 * has written down as unanswered. Answers how many calls there were without.
 */
export function expectLittleRepeated({ calls: all, killed, written }: Asked): number {
  const calls = all.filter(({ status }) => status !== 429);
  expect(calls.filter(({ billed }) => !billed)).toEqual([]);
  const asked = new Map<string, ProviderCall>();
  const repeated: string[] = [];
  for (const call of calls) {
    const question = toQuestion(call);
    const before = asked.get(question);
    asked.set(question, call);
    if (before === undefined) continue;
    repeated.push(question);
    const moments = killed.map(({ what, from, to }) => `${what} ${from - before.at}..${to - before.at}`);
    const told = `asked again after ${call.at - before.at} ms (${before.status}), killed at ${moments.join()}: ${question}`;
    expect(written.answered.has(before.requestId), `answered, and ${told}`).toBe(false);
    expect(
      killed.some(({ from, to }) => before.at <= to && call.at >= from),
      told,
    ).toBe(true);
  }
  console.log(
    `${killed.length} times killed, ${written.unanswered} under way then, ${repeated.length} asked again`,
  );
  expect(repeated.length).toBeLessThanOrEqual(written.unanswered);
  return calls.length - repeated.length;
}

export async function readWritten({ evaluate }: Pick<CollectionStand, 'evaluate'>): Promise<Written> {
  const rows = await readLedgerRows(evaluate);
  return {
    answered: new Set(rows.flatMap(({ outcome, requestId }) => (outcome === 'ok' ? (requestId ?? []) : []))),
    unanswered: rows.filter(({ reason }) => reason === 'unanswered').length,
  };
}
