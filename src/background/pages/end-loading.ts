import type { LoadingState } from '../../model/page-state';
import { loadingStates } from '../../storage/session';
import type { Services } from '../services';

/** Ends what is still said to run in a tab that was left or closed. */
export async function endLoading(
  services: Services,
  tabId: number,
  stoppedBy: NonNullable<LoadingState['stoppedBy']>,
): Promise<void> {
  const state = await loadingStates.update(tabId, (known) =>
    known?.running ? { ...known, running: false, stoppedBy, updatedAt: services.now() } : undefined,
  );
  if (state) await services.emit('loading.changed', state);
}
