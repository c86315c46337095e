import type { signsZhCN } from '../../i18n/zh-CN/signs';
import type { IconName } from '../icons/icon-paths';

type SignKey = Extract<keyof typeof signsZhCN, `sign.${string}`>;
type SignGroup = 'all' | 'login' | 'note' | 'profile';

/** What a sign stops, as `site/stop-signs` classes it: all work in pages, acting, this note, this profile. */
const GROUPS: Record<SignKey, SignGroup> = {
  'sign.captcha': 'all',
  'sign.anti-spam': 'all',
  'sign.request-refused': 'all',
  'sign.rate-limited': 'all',
  'sign.risk-control': 'all',
  'sign.account-abnormal': 'all',
  'sign.account-banned': 'all',
  'sign.network-risk': 'all',
  'sign.browser-abnormal': 'all',
  'sign.no-permission': 'all',
  'sign.login-expired': 'login',
  'sign.login-wanted': 'login',
  'sign.login-page': 'login',
  'sign.token-refused': 'note',
  'sign.note-removed': 'note',
  'sign.note-under-review': 'note',
  'sign.note-forbidden': 'note',
  'sign.note-unavailable': 'note',
  'sign.profile-limited': 'profile',
  'sign.other': 'note',
};

const ICONS: Record<SignGroup, IconName> = { all: 'shield', login: 'user', note: 'lock', profile: 'lock' };

/** The text of a sign, what it stops, and its drawing. A sign that is not known has a general text. */
export function toSignFace(sign: string): { key: SignKey; group: SignGroup; icon: IconName } {
  const asked = `sign.${sign}`;
  const key = asked in GROUPS ? (asked as SignKey) : 'sign.other';
  return { key, group: GROUPS[key], icon: ICONS[GROUPS[key]] };
}
