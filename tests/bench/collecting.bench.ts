import type { ProviderName } from '../replica/types';
import { minimumCalls } from '../replica/world/comment-paging';
import { openCollectionStand } from '../e2e/steps/collection-stand';
import type { CollectionStand } from '../e2e/steps/collection-stand';
import { waitForJobEnd } from '../e2e/steps/wait-for-job-end';
import type { BenchResult, RunBench } from './bench-result';

const LATENCY_MS = 50;
/** Of the least that is possible. */
const MOST = 1.15;
/** Of a tenth as many comments, where the first half second at half the pace, and beginning and ending, weigh ten times as much. */
const MOST_OF_FEW = 1.3;
/** The app tells of folded comments only to who asks for them: one call that finds none belongs to a complete reading. */
const LOOK_FOR_FOLDED = 1;

interface Vendor {
  readonly family: ProviderName;
  readonly label: string;
  readonly lookForFolded: number;
}

/**
 * One vendor whose limit of calls a second decides, and one without any, where every step between two answers counts: that
 * is told, and held to nothing.
 */
const VENDORS: readonly Vendor[] = [
  { family: 'tikhub', label: 'TikHub', lookForFolded: LOOK_FOR_FOLDED },
  { family: 'justoneapi', label: 'JustOneAPI', lookForFolded: 0 },
];

/**
 * All comments of a note with all replies, from vendors that take 50 ms for an answer, in a browser that nobody drives:
 * how long it takes, beside the least that pages, answers and the vendor's own limits allow.
 */
export const run: RunBench = async ({ quick }) => {
  const results: BenchResult[] = [];
  for (const vendor of VENDORS) results.push(await measure(vendor, quick));
  return results;
};

async function measure(vendor: Vendor, quick: boolean): Promise<BenchResult> {
  const size = quick ? 1_000 : 10_000;
  const plan = { key: 'collected', topLevelComments: size * 0.4, repliesOf };
  const keys = { [vendor.family]: 'valid' } as const;
  const stand = await openCollectionStand({ plan, keys, latencyMs: LATENCY_MS });
  try {
    await stand.start();
    const { state, progress, createdAt, endedAt = NaN } = await waitForJobEnd(stand, 600_000);
    if (state !== 'done' || progress.rows !== size)
      throw new Error(`The job ended ${state}, with ${progress.rows} comments of ${size}.`);
    const calls = stand.replica.providerCalls.length;
    const time = endedAt - createdAt;
    const floor = findFloor(stand, vendor);
    return {
      name: `collecting ${size.toLocaleString('en')} comments with replies from ${vendor.label}`,
      value: time / floor,
      unit: '× the lower bound',
      ...(Number.isFinite(stand.replica.providerKey(vendor.family).limits.perSecond)
        ? { budget: quick ? MOST_OF_FEW : MOST }
        : {}),
      note: `${toSeconds(time)} s beside ${toSeconds(floor)} s, ${calls} calls`,
    };
  } finally {
    await stand.close();
  }
}

/** A twentieth of the threads has most of the replies. */
const repliesOf = (index: number): number => (index % 20 === 0 ? 26 : index % 5 === 1 ? 1 : 0);

const toSeconds = (ms: number): string => (ms / 1_000).toFixed(1);

/** The least time, ms, that the vendor's limit and the answers' latency allow. */
function findFloor({ replica, note }: CollectionStand, { family, lookForFolded }: Vendor): number {
  const { total } = minimumCalls(note);
  const { perSecond } = replica.providerKey(family).limits;
  const rounds = Math.ceil((total + lookForFolded) / perSecond) - 1;
  const byLimit = Number.isFinite(perSecond) ? rounds * 1_000 + LATENCY_MS : 0;
  // No page of the note's own list can be asked for before the one before it is there.
  const { comments } = minimumCalls(note);
  return Math.max(byLimit, (comments + lookForFolded) * LATENCY_MS);
}
