import { startOf } from '../../lib/start-of';
import { mayHaveBeenSent } from './action-entry';
import type { ActionEntry } from './action-entry';
import type { ActionName } from './action.catalog';

/** How many of an action count against its cap for the local day of `now`: what the site may have heard of. */
export function countToday(action: ActionName, entries: readonly ActionEntry[], now: number): number {
  const today = startOf('day', now);
  return entries.filter((entry) => entry.action === action && entry.at >= today && mayHaveBeenSent(entry))
    .length;
}
