import type { signsZhCN } from '../../i18n/zh-CN/signs';
import type { IconName } from '../icons/icon-paths';

type SignKey = Extract<keyof typeof signsZhCN, `sign.${string}`>;
/** What a sign stops: all work in pages, acting, this note, this profile. */
export type SignClass = 'all' | 'login' | 'note' | 'profile';

/** Every sign with a text of its own, and what it stops where nobody has said so yet (`site/stop-signs`). */
const CLASSES: Record<SignKey, SignClass> = {
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

const ICONS: Record<SignClass, IconName> = { all: 'shield', login: 'user', note: 'lock', profile: 'lock' };

/**
 * The text of a sign, what it stops, and its drawing. What the background said it stops wins; a sign that is not known
 * has a general text.
 */
export function toSignFace(
  sign: string,
  said?: SignClass,
): { key: SignKey; stops: SignClass; icon: IconName } {
  const asked = `sign.${sign}`;
  const key = Object.hasOwn(CLASSES, asked) ? (asked as SignKey) : 'sign.other';
  const stops = said ?? CLASSES[key];
  return { key, stops, icon: ICONS[stops] };
}
