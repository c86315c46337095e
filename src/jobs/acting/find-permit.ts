import { startOf } from '../../lib/start-of';
import type { ErrorReport } from '../../model/errors';
import type { ActingSettings } from '../../model/actions/acting-settings';
import { mayHaveBeenSent } from '../../model/actions/action-entry';
import type { ActionEntry } from '../../model/actions/action-entry';
import type { ActionName } from '../../model/actions/action.catalog';
import { countToday } from '../../model/actions/count-today';

/** When an action may be begun. `at` in the past or now: at once. */
export interface Permit {
  readonly at: number;
  readonly why: 'now' | 'gap' | 'daily-cap' | 'quiet-hours' | 'order' | 'press';
  /** What is said of it while it waits, where the moment alone does not say enough. */
  readonly error?: ErrorReport | undefined;
}

/**
 * The pace of one account: not before the gap since its last action is over, not beyond the day's cap, not in quiet hours.
 * How long each gap is by chance hangs on the action before it, so that it is the same after a restart. `entries`: what
 * the account has begun, of any action, as far back as yesterday.
 */
export function findPermit(
  action: ActionName,
  entries: readonly ActionEntry[],
  { minGapMs, jitterMs, dailyCaps, quietHours }: ActingSettings,
  now: number,
): Permit {
  const sent = entries.filter(mayHaveBeenSent);
  const isCapped = countToday(action, entries, now) >= (dailyCaps[action] ?? 0);
  // The gap is kept over midnight, too.
  const gaps = sent.map((entry) => endOfGap(entry, { minGapMs, jitterMs }));
  const free = Math.max(isCapped ? nextDay(now) : now, ...gaps);
  const awake = quietHours ? endOfQuiet(free, quietHours) : free;
  if (awake > free) return { at: awake, why: 'quiet-hours' };
  if (free <= now) return { at: now, why: 'now' };
  return { at: free, why: isCapped ? 'daily-cap' : 'gap' };
}

const endOfGap = (
  { actionId, at, endedAt }: ActionEntry,
  { minGapMs, jitterMs }: Pick<ActingSettings, 'minGapMs' | 'jitterMs'>,
): number => Math.ceil((endedAt ?? at) + minGapMs + jitterMs * toChance(actionId));

/** From 0 up to, but not including, 1; the same for the same id. */
export function toChance(id: string): number {
  let hash = 2_166_136_261;
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 16_777_619);
  return (hash >>> 0) / 4_294_967_296;
}

function nextDay(now: number): number {
  const day = new Date(startOf('day', now));
  day.setDate(day.getDate() + 1);
  return day.getTime();
}

/** The moment itself where it is not within quiet hours, else their end. */
function endOfQuiet(at: number, { from, to }: { readonly from: number; readonly to: number }): number {
  const hour = new Date(at).getHours();
  const isQuiet = from <= to ? hour >= from && hour < to : hour >= from || hour < to;
  if (!isQuiet) return at;
  const end = new Date(at);
  end.setHours(to, 0, 0, 0);
  if (end.getTime() <= at) end.setDate(end.getDate() + 1);
  return end.getTime();
}
