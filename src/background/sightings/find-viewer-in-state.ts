import { AppError } from '../../model/errors';
import { parseInitialState } from '../../site/initial-state';
import { findStateViewer } from '../../site/states/note-state';
import type { Sightings } from '../../site/sightings';

/** Who looks, as the page's inline state says; nothing where the state does not say it, or not as it used to. */
export function findViewerInState(text: string): NonNullable<Sightings['viewer']> {
  try {
    return findStateViewer(parseInitialState(text));
  } catch (thrown) {
    // What has changed in the state is told where the state itself is taken in.
    if (!(thrown instanceof AppError) || thrown.code !== 'page-changed') throw thrown;
    return {};
  }
}
