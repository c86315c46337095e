/**
 * What the site's refusals mean for us. `all`: everything that acts in a page stops until the user says go on; `login`:
 * acting stops, reading goes on; `note` and `profile`: only that one is set aside.
 */
export type StopClass = 'all' | 'login' | 'note' | 'profile';

export interface StopSign {
  /** Its text is `sign.<sign>`. */
  readonly sign: string;
  readonly class: StopClass;
  /** The site's business code, where one was given. */
  readonly code?: number;
}

type Row = readonly [sign: string, stopClass: StopClass];

/** Business codes (site bundle 6.12.1, 2026-05; the same in public clients, 2024 to 2026). */
const BY_CODE: Readonly<Record<number, Row>> = {
  [-100]: ['login-expired', 'login'],
  [-101]: ['login-wanted', 'login'],
  [-103]: ['account-banned', 'all'],
  [-104]: ['no-permission', 'all'],
  [-510]: ['rate-limited', 'all'],
  10013: ['rate-limited', 'all'],
  [-13002]: ['risk-control', 'all'],
  [-13020]: ['risk-control', 'all'],
  [-1001]: ['profile-limited', 'profile'],
  300011: ['account-abnormal', 'all'],
  300012: ['network-risk', 'all'],
  300013: ['rate-limited', 'all'],
  300014: ['risk-control', 'all'],
  300015: ['browser-abnormal', 'all'],
  300017: ['token-refused', 'note'],
  300041: ['note-removed', 'note'],
  [-510000]: ['note-removed', 'note'],
  [-510001]: ['note-under-review', 'note'],
  [-510002]: ['note-forbidden', 'note'],
};

/** HTTP statuses of the site's risk control (site bundle 6.12.1, 2026-05) and the web's own "too many requests". */
const BY_STATUS: Readonly<Record<number, Row>> = {
  406: ['request-refused', 'all'],
  429: ['rate-limited', 'all'],
  461: ['anti-spam', 'all'],
  462: ['anti-spam', 'all'],
  465: ['anti-spam', 'all'],
  471: ['captcha', 'all'],
};

/** Words the page shows in place of a note or over it (site bundle 6.12.1, 2026-05; public tools, 2025). */
const BY_TEXT: readonly (readonly [RegExp, Row])[] = [
  [/安全验证|安全限制|请通过验证/, ['captcha', 'all']],
  [/访问频繁|访问频次异常/, ['rate-limited', 'all']],
  [/检测到帐号异常/, ['account-abnormal', 'all']],
  [/私密笔记|仅作者可见|因用户设置，你无法查看/, ['note-forbidden', 'note']],
  [/已被删除|内容不存在|笔记不存在|已失效|页面不见了/, ['note-removed', 'note']],
  [
    /暂时不可访问|暂时无法浏览|暂时无法查看|无法展示|因违规无法查看|Page Isn't Available/i,
    ['note-unavailable', 'note'],
  ],
];

function findByCode(code: number): StopSign | undefined {
  const row =
    BY_CODE[code] ??
    (code >= 300030 && code <= 300034 ? (['note-unavailable', 'note'] as const) : undefined) ??
    (code >= 300035 && code <= 300039 ? (['profile-limited', 'profile'] as const) : undefined) ??
    (code <= -510000 && code > -510010 ? (['note-forbidden', 'note'] as const) : undefined);
  return row && { sign: row[0], class: row[1], code };
}

/** The addresses to which the site sends whom it stops (site bundle 6.12.1, 2026-05; a saved redirect, 2025-12). */
function findByUrl(address: string): StopSign | undefined {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return undefined; // No address, no sign.
  }
  if (!/(?:^|\.)(?:xiaohongshu|rednote)\.com$/.test(url.hostname)) return undefined;
  const path = url.pathname;
  if (/^\/(?:website-login|web-login)\/captcha\b/.test(path)) return { sign: 'captcha', class: 'all' };
  if (/^\/(?:overseas-)?login\/?$/.test(path)) return { sign: 'login-page', class: 'login' };
  if (path === '/browseSearch/notFound') return { sign: 'note-removed', class: 'note' };
  const isError = /^\/website-login\/error\b/.test(path);
  if (!isError && !/^\/404(?:\/|$)/.test(path)) return undefined;
  const code = url.searchParams.get('error_code');
  const coded = code !== null && /^-?\d{1,9}$/.test(code) ? Number(code) : undefined;
  const known = coded === undefined ? undefined : findByCode(coded);
  if (known) return known;
  const row: Row = isError ? ['risk-control', 'all'] : ['note-unavailable', 'note'];
  return { sign: row[0], class: row[1], ...(coded === undefined ? {} : { code: coded }) };
}

const RANK: Readonly<Record<StopClass, number>> = { all: 0, login: 1, note: 2, profile: 3 };

/**
 * The gravest sign in what was seen, or `undefined` when none of it is one. Code 0, HTTP 200 and texts of the page that
 * are not known are no signs.
 */
export function findStopSign(seen: {
  readonly httpStatus?: number;
  readonly code?: number;
  readonly url?: string;
  readonly refusalText?: string;
  readonly captcha?: boolean;
}): StopSign | undefined {
  const status = seen.httpStatus === undefined ? undefined : BY_STATUS[seen.httpStatus];
  const text = seen.refusalText;
  const said = text === undefined ? undefined : BY_TEXT.find(([words]) => words.test(text))?.[1];
  const signs = [
    seen.captcha ? ({ sign: 'captcha', class: 'all' } as const) : undefined,
    seen.code === undefined ? undefined : findByCode(seen.code),
    seen.url === undefined ? undefined : findByUrl(seen.url),
    status && { sign: status[0], class: status[1] },
    said && { sign: said[0], class: said[1] },
  ].filter((sign) => sign !== undefined);
  return signs.sort((a, b) => RANK[a.class] - RANK[b.class])[0];
}

/** What a code of the site says of the note itself: removed, under review, forbidden; `undefined` for all others. */
export function findStanding(code: number): 'removed' | 'under-review' | 'forbidden' | undefined {
  if (code === -510000) return 'removed';
  if (code === -510001) return 'under-review';
  return code === -510002 ? 'forbidden' : undefined;
}
