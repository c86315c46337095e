import { AppError, toErrorReport } from '../../model/errors';
import type { ErrorCode, ErrorReport } from '../../model/errors';
import type { ActionOutcome, ActionRefusal } from '../../model/actions/page-action';
import { omitUndefined } from '../../lib/omit-undefined';
import type { ItemOutcome } from '../job-kind';
import type { ActWork, BegunWork } from './act-work';
import { isUnknownFailure, MOST_UNKNOWN } from './count-unknown';

/**
 * Refusals after which nothing at all is done in any page until the user has looked: the site's stop signs, a login that
 * is gone or another one, and a page that is not built as expected.
 */
const STOPS: readonly ErrorCode[] = [
  'captcha',
  'rate-limited',
  'risk-control',
  'login-wanted',
  'login-changed',
  'note-left',
  'tab-hidden',
  'page-changed',
  'page-not-reached',
  'text-not-taken',
  'cancelled',
];

/**
 * Of a saved login: what is wrong with it, or with its page, is no reason to stop the others. Only the site's own signs
 * for all are.
 */
const STOPS_ALL: readonly ErrorCode[] = ['captcha', 'rate-limited', 'risk-control', 'cancelled'];

type Settled = Pick<ItemOutcome<ActWork>, 'state' | 'work' | 'error' | 'event' | 'pause' | 'gain'>;

/**
 * Where a target stands after its attempt, and whether the whole queue waits for the user. `unknownBefore`: the attempts
 * right before it that failed for a reason nobody knows.
 */
export function settleAction(work: BegunWork, outcome: ActionOutcome, unknownBefore = 0): Settled {
  const settled = settle(work, outcome);
  const isOneTooMany = isUnknownFailure(outcome) && unknownBefore + 1 >= MOST_UNKNOWN;
  if (!isOneTooMany || work.stage === 'sent') return settled;
  return { ...settled, pause: { error: toErrorReport(new AppError('failed-in-a-row')) } };
}

function settle(work: BegunWork, outcome: ActionOutcome): Settled {
  if (outcome.is === 'uncertain')
    return {
      state: 'short',
      work: { ...work, stage: 'sent', looks: work.stage === 'sent' ? work.looks : 0 },
      error: toErrorReport(new AppError('not-confirmed')),
      event: 'item-failed',
    };
  if (outcome.is !== 'refused') return { state: 'done', gain: { rows: outcome.is === 'done' ? 1 : 0 } };
  if (outcome.code === 'paused') return { state: 'open', work: { stage: 'due', target: work.target } };
  const error = toRefusalReport(outcome);
  const isStop = (work.target.account === undefined ? STOPS : STOPS_ALL).includes(outcome.code);
  // It did not happen: it takes its turn again when the user lets the queue go on.
  if (isStop && outcome.siteCode === undefined)
    return { state: 'open', work: { stage: 'due', target: work.target }, pause: { error } };
  return { state: 'failed', work: { stage: 'due', target: work.target }, error, event: 'item-failed' };
}

export function toRefusalReport({ code, missing, sign, siteCode }: ActionRefusal): ErrorReport {
  return toErrorReport(new AppError(code, { details: omitUndefined({ missing, sign, siteCode }) }));
}
