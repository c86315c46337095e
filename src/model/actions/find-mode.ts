import type { ActingSettings } from './acting-settings';
import { ACTION_TRAITS } from './action.catalog';
import type { ActionTarget } from './action-entry';

/** How far an attempt may be taken. */
export type AttemptMode = 'send' | 'assist' | 'rehearse';

/**
 * How far an attempt is taken under the settings of now: everything is a rehearsal where they say so, and texts of a queue
 * are sent by themselves only where the user has switched that on.
 */
export function findMode(
  wanted: AttemptMode,
  { action, isQueued }: { readonly action: ActionTarget['action']; readonly isQueued: boolean },
  { rehearse, sendsQueues }: Pick<ActingSettings, 'rehearse' | 'sendsQueues'>,
): AttemptMode {
  if (rehearse) return 'rehearse';
  if (wanted === 'send' && isQueued && !sendsQueues && ACTION_TRAITS[action].hasText) return 'assist';
  return wanted;
}

/** Whether an account has more than one thing to do in this order. */
export function isQueue(targets: readonly Pick<ActionTarget, 'viewerId'>[], viewerId: string): boolean {
  return targets.filter((target) => target.viewerId === viewerId).length > 1;
}
