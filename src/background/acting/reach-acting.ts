import type { ActionAttempt, KindReach } from '../../jobs/kind-reach';
import type { ActingState } from '../../model/actions/acting-state';
import { findMode } from '../../model/actions/find-mode';
import type { ActionMode, ActionOrder, ActionOutcome } from '../../model/actions/page-action';
import type { SavedAccount } from '../../model/accounts/saved-account';
import { withoutKey } from '../../lib/without-key';
import { AppError } from '../../model/errors';
import type { ErrorCode } from '../../model/errors';
import type { GivenSign } from '../../model/page-state';
import { listActionsSinceStop } from '../../storage/readers/actions/list-actions-since-stop';
import { listNoteActions } from '../../storage/readers/actions/list-note-actions';
import { createRepositories } from '../../storage/repositories/create-repositories';
import { actingStates } from '../../storage/session';
import type { JobOutside } from '../jobs/create-job-services';
import { toSignError } from '../loading/to-stop-error';
import { patiently } from '../loading/patiently';
import { findSignForAll } from '../pages/raise-sign';
import { reachPage } from '../pages/reach-page';
import type { Services } from '../services';
import { findRooms } from '../accounts/rooms/find-rooms';
import { actingNews, loseAction } from './acting-news';
import { findViewer } from './find-viewer';
import { closeNoteWindow, findNoteTab } from './open-note';
import { permitAction } from './permit-action';

/** A step of a job ends within a slice, whatever the page does. */
const WAIT_MS = 20_000;
/** What an attempt came to is known so long, should whoever waited for it have died. */
const KEPT_MS = 3_600_000;
/** A window that was opened shows its note sooner than this, or never. */
const OPENING_MS = 40_000;

/** What the user has to see for themselves: the window in which it stands stays. */
const FOR_USER: readonly ErrorCode[] = [
  'captcha',
  'rate-limited',
  'risk-control',
  'login-wanted',
  'login-changed',
  'tab-hidden',
  'page-changed',
  'text-not-taken',
];

type Own = Pick<
  Services,
  | 'askPage'
  | 'injectContent'
  | 'tracker'
  | 'findTab'
  | 'settings'
  | 'now'
  | 'connection'
  | 'windows'
  | 'logins'
>;

/** Actions in the pages of the site, as the jobs that act ask for them. */
export function reachActing(services: Own, later: JobOutside['later']): KindReach['acting'] {
  return {
    permit: (target, terms, now) => permitAction(services, target, terms, now),
    announce: async (actionId, noteId) => {
      const now = services.now();
      await actingStates.put(actionId, { ...toOrdered(actionId, noteId), updatedAt: now });
      // What is over is written down for good by now.
      for (const old of await actingStates.list())
        if (old.outcome && now - old.updatedAt > KEPT_MS) await actingStates.remove(old.actionId);
    },
    take: async (attempt, signal) => {
      const known = await actingStates.find(attempt.actionId);
      // The browser was started anew since it was begun, or nobody could tell what came of it.
      const isLook = attempt.looks !== undefined || !known || (known.phase === 'lost' && known.mayBeSent);
      try {
        const outcome = isLook
          ? await lookFor(services, later, attempt, signal)
          : await toPaused(attempt, await follow(services, later, attempt, signal));
        const isForUser = outcome?.is === 'refused' && isUpToUser(attempt, outcome.code);
        if (outcome && !isForUser && (isLook || !attempt.keepsOpen)) await closeWindow(services, attempt);
        return outcome;
      } catch (thrown) {
        const isOver = thrown instanceof AppError && !thrown.retryable && !isUpToUser(attempt, thrown.code);
        if (isOver) await closeWindow(services, attempt);
        throw thrown;
      }
    },
    beginAnew: (actionId, at) =>
      services.connection.write(
        (transaction) => createRepositories(transaction).actions.beginAnew(actionId, at),
        ['actions'],
      ),
    listSinceStop: (jobId) => services.connection.read((database) => listActionsSinceStop(database, jobId)),
    stop: async (actionId) => {
      const stopped = await actingStates.update(actionId, (known) =>
        known && !known.outcome ? { ...known, isStopped: true } : undefined,
      );
      if (stopped?.tabId !== undefined) await tellPage(services, stopped, 'action.stop');
    },
  };
}

const toSignRefusal = ({ sign }: Pick<GivenSign, 'sign'>): ActionOutcome => ({
  is: 'refused',
  code: toSignError(sign).code,
  sign,
});

/**
 * What was cut short because its job was paused is no refusal of the user's: it takes its turn again. Nor is it one where
 * the site has given a sign meanwhile.
 */
async function toPaused(
  { actionId }: Pick<ActionAttempt, 'actionId'>,
  outcome: ActionOutcome | undefined,
): Promise<ActionOutcome | undefined> {
  if (outcome?.is !== 'refused' || outcome.code !== 'cancelled') return outcome;
  const [known, sign] = await Promise.all([actingStates.find(actionId), findSignForAll()]);
  if (sign) return toSignRefusal(sign);
  return known?.isStopped ? { is: 'refused', code: 'paused' } : outcome;
}

/** Under a saved login there is nothing but a captcha that the user could mend in its window. */
const isUpToUser = ({ account }: ActionAttempt, code: ErrorCode): boolean =>
  account === undefined ? FOR_USER.includes(code) : code === 'captcha';

/** Closes the window in which the attempt was made, under the login under which it was. */
async function closeWindow(services: Own, { noteId, account, viewerId }: ActionAttempt): Promise<void> {
  const isOwn = account === undefined || (await findViewer(services)) === viewerId;
  await closeNoteWindow(services, noteId, isOwn ? undefined : viewerId);
}

const toOrdered = (actionId: string, noteId: string): Omit<ActingState, 'updatedAt'> => ({
  actionId,
  noteId,
  phase: 'ordered',
  mayBeSent: false,
});

/**
 * Looks whether an attempt has come through, under a name of its own, and in a page that was opened after it: what stands
 * in an older one was drawn before. Whatever keeps one from looking leaves it as uncertain as it was.
 */
async function lookFor(
  services: Own,
  later: JobOutside['later'],
  attempt: ActionAttempt,
  signal: AbortSignal,
): Promise<ActionOutcome | undefined> {
  const look = {
    ...attempt,
    actionId: `${attempt.actionId}-look-${attempt.looks ?? 0}`,
    mode: 'verify' as const,
  };
  try {
    if (!(await actingStates.find(look.actionId))) await closeWindow(services, attempt);
    const outcome = await follow(services, later, look, signal);
    // Where the user has sent other words than these, not finding these says nothing.
    const isKnown = outcome?.is !== 'refused' || (outcome.code === 'not-done' && attempt.mode !== 'assist');
    return isKnown ? outcome : { is: 'uncertain' };
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.retryable) throw thrown;
    return { is: 'uncertain' };
  }
}

/** What a page is asked for. */
type PageAttempt = Omit<ActionAttempt, 'mode'> & { readonly mode: ActionMode };

/** Has the page begin what it has not begun, then waits for what it says. */
async function follow(
  services: Own,
  later: JobOutside['later'],
  attempt: PageAttempt,
  signal: AbortSignal,
): Promise<ActionOutcome | undefined> {
  const { actionId, noteId } = attempt;
  let state = (await actingStates.find(actionId)) ?? {
    ...toOrdered(actionId, noteId),
    updatedAt: services.now(),
  };
  if (state.outcome) return state.outcome;
  if (state.tabId === undefined || state.phase === 'lost') {
    const sign = await findSignForAll();
    if (sign) {
      const outcome = toSignRefusal(sign);
      await actingStates.put(actionId, { ...state, phase: 'over', outcome, updatedAt: services.now() });
      return outcome;
    }
    const under = await findLogin(services, attempt);
    const isOwn = attempt.mode === 'verify';
    const tabId = await findNoteTab(services, { ...attempt, under, isOwn });
    // Stopped while its page was looked for: no page has heard of it.
    signal.throwIfAborted();
    if (tabId === undefined) return waitForWindow(services, later, state, signal);
    const login = { viewerId: attempt.viewerId, ...(under ? { isUnderSaved: true } : {}) };
    state = {
      ...withoutKey(state, 'isStopped'),
      ...login,
      ...{ tabId, phase: 'asked', updatedAt: services.now() },
    };
    await startInPage(services, tabId, { state, attempt, signal });
  } else {
    // What it has said meanwhile, a life of the background that has ended may have heard.
    await tellPage(services, state, 'action.tell');
  }
  return patiently({ later, ms: WAIT_MS, signal }, { news: actingNews, key: actionId }, async (isLate) => {
    const now = await actingStates.find(actionId);
    if (now?.outcome) return { outcome: now.outcome };
    if (!now || now.phase === 'lost') return { outcome: undefined };
    if (!isLate) return undefined;
    await tellPage(services, now, 'action.tell');
    return { outcome: undefined };
  }).then(({ outcome }) => outcome);
}

/** Has a page begin; one that could not be asked, or was stopped meanwhile, is given up: should it begin yet, it may not go on. */
async function startInPage(
  services: Own,
  tabId: number,
  { state, attempt, signal }: { state: ActingState; attempt: PageAttempt; signal: AbortSignal },
): Promise<void> {
  // Written first: the page's first report may come before its answer.
  await actingStates.put(state.actionId, state);
  try {
    const order = await toOrder(services, attempt);
    signal.throwIfAborted();
    await reachPage(services, tabId, 'action.start', order);
  } catch (thrown) {
    await loseAction(state.actionId);
    throw thrown;
  }
}

/** The saved login of who acts; `undefined`: it is the one in the browser itself. */
async function findLogin(
  services: Own,
  { account, viewerId }: Pick<ActionAttempt, 'account' | 'viewerId'>,
): Promise<SavedAccount | undefined> {
  if (account === undefined || (await findViewer(services)) === viewerId) return undefined;
  return findRooms(services).demandAccount(services, viewerId);
}

/** The window that was opened is awaited as long as it may take a page to load. */
async function waitForWindow(
  services: Own,
  later: JobOutside['later'],
  state: ActingState,
  signal: AbortSignal,
): Promise<undefined> {
  await actingStates.put(state.actionId, state);
  if (services.now() - state.updatedAt > OPENING_MS) throw new AppError('note-not-open', { retryable: true });
  await patiently({ later, ms: 1_000, signal }, { news: actingNews, key: state.actionId }, async (isLate) =>
    isLate ? true : undefined,
  );
  return undefined;
}

async function toOrder(services: Own, attempt: PageAttempt): Promise<ActionOrder> {
  const { loading, acting } = await services.settings();
  const { actionId, action, noteId, viewerId, commentId, rootCommentId, content, since, mode } = attempt;
  return {
    ...{ actionId, action, noteId, viewerId, commentId, rootCommentId, content, since },
    ...(mode === 'verify' ? { others: await listMade(services, noteId) } : {}),
    // What was changed since the attempt was written down holds at once.
    mode: mode === 'verify' ? mode : findMode(mode, attempt, acting),
    minPauseMs: loading.minPauseMs,
    maxPauseMs: loading.maxPauseMs,
    maxSteps: loading.maxSteps,
  };
}

/** Comments under this note that are known to have come of attempts. */
async function listMade({ connection }: Own, noteId: string): Promise<string[]> {
  const entries = await connection.read((database) => listNoteActions(database, noteId));
  return entries.flatMap(({ outcome }) => (outcome?.is === 'done' ? (outcome.commentId ?? []) : []));
}

/** Asks the page of an attempt; one that cannot be reached has lost it. */
async function tellPage(
  { askPage }: Own,
  { tabId, actionId }: ActingState,
  name: 'action.tell' | 'action.stop',
): Promise<void> {
  try {
    if (name === 'action.tell') await askPage(tabId ?? -1, name, { actionId });
    else await askPage(tabId ?? -1, name, {});
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.code !== 'page-not-reached') throw thrown;
    await loseAction(actionId);
    actingNews.tell(actionId);
  }
}
