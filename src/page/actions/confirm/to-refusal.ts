import type { ActionRefusal } from '../../../model/actions/page-action';
import type { ErrorCode } from '../../../model/errors';

/** Signs that have words of their own, by what they mean for whoever wants to act; see `site/stop-signs`. */
const BY_SIGN: Readonly<Record<string, ErrorCode>> = {
  captcha: 'captcha',
  'rate-limited': 'rate-limited',
  'note-removed': 'note-removed',
  'note-under-review': 'note-under-review',
  'token-refused': 'token-refused',
};

const BY_CLASS: Readonly<Record<string, ErrorCode>> = {
  login: 'login-wanted',
  note: 'note-forbidden',
  profile: 'action-refused',
};

/** What a stop sign of the site comes to for an action that it met. */
export const toRefusal = (stop: { readonly sign: string; readonly class: string }): ActionRefusal => ({
  is: 'refused',
  code: BY_SIGN[stop.sign] ?? BY_CLASS[stop.class] ?? 'risk-control',
  sign: stop.sign,
});
