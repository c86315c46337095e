import { findPermit } from '../../jobs/acting/find-permit';
import type { Permit } from '../../jobs/acting/find-permit';
import type { KindReach } from '../../jobs/kind-reach';
import { startOf } from '../../lib/start-of';
import type { ActingState } from '../../model/actions/acting-state';
import type { ActionEntry } from '../../model/actions/action-entry';
import { findMode } from '../../model/actions/find-mode';
import { AppError, toErrorReport } from '../../model/errors';
import { listAccountActions } from '../../storage/readers/actions/list-account-actions';
import { listActionsSince } from '../../storage/readers/actions/list-actions-since';
import { findEarlierReply } from '../../storage/readers/replies/find-earlier-reply';
import { actingStates } from '../../storage/session';
import { toSignError } from '../loading/to-stop-error';
import { findSignForAll } from '../pages/raise-sign';
import type { Services } from '../services';

const DAY_MS = 86_400_000;
/** When it is looked again whether something else is over. */
const BUSY_MS = 2_000;
/** Longer than a text waits for the user's press: what says nothing for so long is not waited for. */
const LONGEST_MS = 20 * 60_000;
/** A page is asked at every step, and answers: what says nothing for so long is not on its way any more. */
const SILENT_MS = 120_000;

/** Phases in which no page is busy with it. */
const NOWHERE: readonly ActingState['phase'][] = ['ordered', 'lost'];
/** Phases of what waits for the user's press. */
const FOR_USER: readonly ActingState['phase'][] = ['waiting', 'pasting'];
/** Phases of what needs nothing more of the user. */
const ON_ITS_WAY: readonly ActingState['phase'][] = [
  'ordered',
  'asked',
  'looking',
  'preparing',
  'ready',
  'sent',
];

type ActingReach = KindReach['acting'];

/**
 * When an action may be begun, and how far it may be taken: not while the site's sign stands (throws it), one thing at a
 * time in a page, one gesture at a time on this device, at the pace of the settings, single replies of an account in the
 * order in which they were given.
 */
export async function permitAction(
  { settings, connection }: Pick<Services, 'settings' | 'connection'>,
  { action, noteId, viewerId }: Parameters<ActingReach['permit']>[0],
  { mode: wanted, isQueued, job, actionId }: Parameters<ActingReach['permit']>[1],
  now: number,
): ReturnType<ActingReach['permit']> {
  const sign = await findSignForAll();
  // What was begun meets the sign itself, and comes to its end by that.
  if (actionId !== undefined && (sign || !(await isUnheard(actionId))))
    return { at: now, why: 'now', mode: wanted };
  if (sign) throw toSignError(sign.sign);
  const { acting } = await settings();
  const mode = findMode(wanted, { action, isQueued }, acting);
  const pace = acting.minGapMs + acting.jitterMs;
  const isOther = (entry: Pick<ActionEntry, 'actionId'>) => entry.actionId !== actionId;
  const [own, all] = await connection.read(async (database) => [
    // What was begun yesterday and waited for its user may have ended a moment ago.
    (await listAccountActions(database, viewerId, startOf('day', now) - DAY_MS - pace)).filter(isOther),
    (await listActionsSince(database, now - pace - LONGEST_MS)).filter(isOther),
  ]);
  // What waits for the user's press is not pushed aside, and a gap counts from the end of what is on its way.
  const soon = now + BUSY_MS;
  const busy = await findBusy(noteId, now);
  if (busy && FOR_USER.includes(busy.phase))
    return { at: soon, why: 'press', error: toErrorReport(new AppError('press-awaited')), mode };
  if (busy || (await isMoving(all, now))) return { at: soon, why: 'gap', mode };
  const earlier =
    job && action === 'reply' && !isQueued
      ? await connection.read((database) => findEarlierReply(database, viewerId, job))
      : undefined;
  if (earlier) {
    // What it waits for itself may be of its own note alone.
    const { notBefore = soon } = earlier;
    const error = earlier.noteId === noteId ? earlier.error : undefined;
    return { at: Math.max(soon, notBefore), why: 'order', error, mode };
  }
  const unheard = actionId === undefined ? {} : ({ isUnheard: true } as const);
  const permit = findPermit(action, own, acting, now);
  const together = findPermit(
    action,
    all,
    { ...acting, dailyCaps: { ...acting.dailyCaps, [action]: Infinity } },
    now,
  );
  return { ...later(permit, together), mode, ...unheard };
}

/** Whether no page has begun with the attempt, or it is forgotten by the one that was to. */
async function isUnheard(actionId: string): Promise<boolean> {
  const state = await actingStates.find(actionId);
  if (!state || state.outcome) return false;
  return state.phase === 'ordered' || (state.phase === 'lost' && !state.mayBeSent);
}

/** Accounts on one device keep the distance of one: the site knows the device. */
const later = (own: Permit, together: Permit): Permit => (together.at > own.at ? together : own);

/** Another attempt that is under way in a page of this note. */
async function findBusy(noteId: string, now: number): Promise<ActingState | undefined> {
  const states = await actingStates.list();
  return states.find(
    (one) =>
      one.noteId === noteId &&
      one.outcome === undefined &&
      !NOWHERE.includes(one.phase) &&
      now - one.updatedAt < LONGEST_MS,
  );
}

/** Whether one of these attempts is on its way to its gesture, or to its proof; what waits for the user may wait long. */
async function isMoving(entries: readonly ActionEntry[], now: number): Promise<boolean> {
  const open = new Set(entries.flatMap(({ actionId, outcome }) => (outcome ? [] : [actionId])));
  if (open.size === 0) return false;
  const states = await actingStates.list();
  return states.some(
    ({ actionId, phase, outcome, isStopped, updatedAt }) =>
      open.has(actionId) &&
      outcome === undefined &&
      !(isStopped && phase === 'ordered') &&
      ON_ITS_WAY.includes(phase) &&
      now - updatedAt < SILENT_MS,
  );
}
