import { isActive } from '../../model/jobs/job';
import type { Job } from '../../model/jobs/job';
import type { EnginePorts } from '../ports';

/** Clocks are put right by seconds all the time; that delays nothing worth a change. */
const TOLERANCE_MS = 60_000;

/**
 * A job that was begun or last written in what is the future now: the clock was set back meanwhile. What it waits for would
 * be long in coming, and what pages have shown since would seem older than the job. So its moments go back as far; delays
 * stay as they were.
 */
export async function followClock(ports: EnginePorts, found: Job): Promise<Job> {
  const now = ports.now();
  if (findAhead(found, now) <= TOLERANCE_MS) return found;
  const job = await ports.change(async (stores) => {
    const known = await stores.jobs.find(found.jobId);
    if (!known || !isActive(known)) return undefined;
    const ahead = findAhead(known, now);
    if (ahead <= TOLERANCE_MS) return known;
    const back = <Delayed extends { readonly notBefore?: number | undefined }>(one: Delayed): Delayed =>
      one.notBefore === undefined ? one : { ...one, notBefore: one.notBefore - ahead };
    for (const item of await stores.jobItems.list(known.jobId, ['open'])) {
      if (item.notBefore !== undefined) await stores.jobItems.put(back(item));
    }
    const moved: Job = {
      ...back(known),
      createdAt: known.createdAt - ahead,
      ...(known.startedAt === undefined ? {} : { startedAt: known.startedAt - ahead }),
      updatedAt: now,
    };
    await stores.jobs.put(moved);
    return moved;
  });
  return job ?? found;
}

/** How far ahead of now the job is, ms. One that was paused and goes on was written now, but begun in the future. */
const findAhead = ({ createdAt, updatedAt }: Job, now: number): number =>
  Math.max(createdAt, updatedAt) - now;
