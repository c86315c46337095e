import type { ActionEntry } from '../../model/actions/action-entry';
import type { ActionOutcome } from '../../model/actions/page-action';

/** So many failures in a row of which nobody knows why, and a queue waits for its user. */
export const MOST_UNKNOWN = 3;

/**
 * Whether an attempt failed for a reason that is not known: the site refused it with a code that has no meaning here, or
 * nobody heard an answer. What is known (a closed comment box, a comment that is gone) says nothing of the next one.
 */
export const isUnknownFailure = (outcome: ActionOutcome): boolean =>
  outcome.is === 'uncertain' || (outcome.is === 'refused' && outcome.code === 'action-refused');

/** How many of these attempts failed so at their end, one after another. `entries`: in the order of their beginning. */
export function countUnknown(entries: readonly Pick<ActionEntry, 'outcome'>[]): number {
  const over = entries.flatMap(({ outcome }) => outcome ?? []);
  const last = over.findLastIndex((outcome) => !isUnknownFailure(outcome));
  return over.length - 1 - last;
}
