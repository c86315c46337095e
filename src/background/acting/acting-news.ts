import { createNews } from '../../lib/create-news';
import type { ActingState } from '../../model/actions/acting-state';
import { actingStates } from '../../storage/session';

/** Told of every word of a page that acts, by the attempt's id. */
export const actingNews = createNews();

/** Phases in which the page has not said anything yet. */
const UNHEARD: readonly ActingState['phase'][] = ['ordered', 'asked', 'lost'];

/** The page of an attempt is gone, or has forgotten it; what came of it before stays. */
export function loseAction(actionId: string): Promise<ActingState | undefined> {
  return actingStates.update(actionId, (known) =>
    known && known.outcome === undefined ? toLost(known) : undefined,
  );
}

/**
 * What is then known of it. A page that had begun and was left before the gesture has not made it: the user, who left it, is
 * not followed into another window.
 */
export function toLost(known: ActingState): ActingState {
  const isLost = known.mayBeSent || UNHEARD.includes(known.phase);
  return isLost
    ? { ...known, phase: 'lost' }
    : { ...known, phase: 'over', outcome: { is: 'refused', code: 'note-left' } };
}
