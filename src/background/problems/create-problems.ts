import * as z from 'zod/mini';
import { createQueue } from '../../lib/create-queue';
import { isEqual } from '../../lib/is-equal';
import { contentToBackground } from '../../messaging/content-to-background/schemas';
import { offscreenToBackground } from '../../messaging/offscreen-to-background/schemas';
import { uiToBackground } from '../../messaging/ui-to-background/schemas';
import { describeReason, toKnownWords } from '../../model/problems/describe-failure';
import { problemSchema } from '../../model/problems/problem';
import type { Failure, PageName, Problem } from '../../model/problems/problem';
import type { Settings } from '../../model/settings';
import { readArea, removeFromArea, writeArea } from '../../platform/storage-area';
import { toProblem } from './to-problem';

/**
 * The last problems, in `storage.local` under one key. Written by: the background only, and only after consent (until
 * then they are in its memory). Read by: the options page, through the background. Bounded by: 50.
 */
export interface Problems {
  /** Keeps an error if it is worth a report. Never fails: who reports a failure cannot do with another one. */
  record(thrown: unknown, where: string): Promise<void>;
  /** Keeps what a page of the extension reports of itself. */
  take(page: PageName, failure: Failure): Promise<void>;
  /** Newest first. */
  list(): Promise<Problem[]>;
  clear(): Promise<void>;
}

const KEY = 'problems';
const KEPT = 50;
/** The same problem again within this time is the same news: a page that fails in a loop does not write in a loop. */
const SAME_NEWS_MS = 60_000;

const PLACES: ReadonlySet<string> = new Set([
  ...Object.keys(uiToBackground),
  ...Object.keys(contentToBackground),
  ...Object.keys(offscreenToBackground),
  ...['background', 'export', 'page', 'popup', 'panel', 'options', 'welcome'],
]);

export function createProblems(outside: {
  readonly settings: () => Promise<Settings>;
  readonly now: () => number;
}): Problems {
  const queue = createQueue();
  /** What is not on the disk: seen before consent, or when it could not be written. */
  let unstored: Problem[] = [];

  const readStored = async (): Promise<Problem[]> => {
    const stored = z.safeParse(z.array(z.unknown()), await readArea('local', KEY));
    if (!stored.success) return [];
    return stored.data.flatMap((one) => {
      const problem = z.safeParse(problemSchema, one);
      return problem.success ? [problem.data] : [];
    });
  };
  /** What is not stored yet was made from what is. */
  const read = async () => (unstored.length > 0 ? unstored : await readStored());
  const keep = async (problem: Omit<Problem, 'at' | 'times'>): Promise<void> => {
    const next = addProblem(await read(), problem, outside.now());
    if (!next) return;
    unstored = next;
    if ((await outside.settings()).consent === undefined) return;
    await writeArea('local', KEY, next);
    unstored = [];
  };
  /** What could not be written stays in memory; a full disk is among what is told here. */
  const keepInTurn = (problem: Omit<Problem, 'at' | 'times'> | undefined): Promise<void> =>
    problem ? queue(() => keep(problem)).catch(() => undefined) : Promise.resolve();

  return {
    record: (thrown, where) => keepInTurn(toProblem(thrown, PLACES.has(where) ? where : 'background')),
    take: (page, failure) => keepInTurn({ code: 'unexpected', where: page, failure: cleanAgain(failure) }),
    list: () => queue(read),
    clear: () =>
      queue(async () => {
        unstored = [];
        await removeFromArea('local', KEY);
      }),
  };
}

/** A report is cleaned where it is made; what is stored does not rely on that. */
function cleanAgain({ name, message, frames }: Failure): Failure {
  return { name: describeReason(`${name}: `).name, message: toKnownWords(message), frames };
}

function addProblem(
  known: readonly Problem[],
  problem: Omit<Problem, 'at' | 'times'>,
  at: number,
): Problem[] | undefined {
  const isSame = (one: Problem) => isEqual({ ...one, at: 0, times: 0 }, { ...problem, at: 0, times: 0 });
  const before = known.find(isSame);
  // A clock that was set back is no reason to be silent.
  if (before && at >= before.at && at - before.at < SAME_NEWS_MS) return undefined;
  const others = known.filter((one) => !isSame(one));
  return [{ ...problem, at, times: (before?.times ?? 0) + 1 }, ...others].slice(0, KEPT);
}
