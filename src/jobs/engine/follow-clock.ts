import { isActive } from '../../model/jobs/job';
import type { Job } from '../../model/jobs/job';
import type { EnginePorts } from '../ports';

/** Clocks are put right by seconds all the time; that delays nothing worth a change. */
const TOLERANCE_MS = 60_000;

/**
 * A job that was last written in what is the future now: the clock was set back meanwhile. What it waits for would be long
 * in coming, so the moments go back as far; delays stay as they were.
 */
export async function followClock(ports: EnginePorts, found: Job): Promise<Job> {
  const now = ports.now();
  if (found.updatedAt - now <= TOLERANCE_MS) return found;
  const job = await ports.change(async (stores) => {
    const known = await stores.jobs.find(found.jobId);
    if (!known || !isActive(known)) return undefined;
    const ahead = known.updatedAt - now;
    if (ahead <= TOLERANCE_MS) return known;
    const back = <Delayed extends { readonly notBefore?: number | undefined }>(one: Delayed): Delayed =>
      one.notBefore === undefined ? one : { ...one, notBefore: one.notBefore - ahead };
    for (const item of await stores.jobItems.list(known.jobId, ['open'])) {
      if (item.notBefore !== undefined) await stores.jobItems.put(back(item));
    }
    const moved: Job = { ...back(known), updatedAt: now };
    await stores.jobs.put(moved);
    return moved;
  });
  return job ?? found;
}
