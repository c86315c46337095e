import { createNews } from '../../lib/create-news';
import type { ActingState } from '../../model/actions/acting-state';
import { actingStates } from '../../storage/session';

/** Told of every word of a page that acts, by the attempt's id. */
export const actingNews = createNews();

/** The page of an attempt is gone, or has forgotten it; what came of it before stays. */
export function loseAction(actionId: string): Promise<ActingState | undefined> {
  return actingStates.update(actionId, (known) =>
    known && known.outcome === undefined ? { ...known, phase: 'lost' } : undefined,
  );
}
