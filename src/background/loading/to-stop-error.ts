import { AppError, toErrorReport } from '../../model/errors';
import type { ErrorCode, ErrorReport } from '../../model/errors';
import type { LoadingState } from '../../model/page-state';

type Stop = NonNullable<LoadingState['stoppedBy']>;

/** Signs of the site by what they mean for whoever wants to act in its page; see `site/stop-signs`. */
const BY_SIGN: Readonly<Record<string, ErrorCode>> = {
  captcha: 'captcha',
  'rate-limited': 'rate-limited',
  'note-removed': 'note-removed',
  'note-under-review': 'note-under-review',
  'note-forbidden': 'note-forbidden',
  'note-unavailable': 'note-forbidden',
  'token-refused': 'token-refused',
};

/** Why a page stopped that had not come to the end. */
const BY_STOP: Readonly<Record<Exclude<Stop, 'end' | 'stop-sign'>, ErrorCode>> = {
  user: 'cancelled',
  limit: 'step-limit',
  'login-wanted': 'login-wanted',
  hidden: 'tab-hidden',
  'note-left': 'note-left',
  stalled: 'page-stalled',
  'page-changed': 'page-changed',
  paused: 'paused',
};

export const toSignError = (sign: string): AppError =>
  new AppError(BY_SIGN[sign] ?? 'risk-control', { details: { sign } });

/** Why a loading is over; `end`: all that the page lists is there. */
export function toStopError({
  stoppedBy,
  sign,
}: Pick<LoadingState, 'stoppedBy' | 'sign'>): 'end' | ErrorReport {
  if (stoppedBy === 'end') return 'end';
  if (stoppedBy === 'stop-sign') return toErrorReport(toSignError(sign ?? ''));
  return toErrorReport(new AppError(BY_STOP[stoppedBy ?? 'user']));
}
