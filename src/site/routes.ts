import type { PageRef } from '../model/page-ref';
import { findStopSign } from './stop-signs';

type SiteHost = 'www.xiaohongshu.com' | 'www.rednote.com';
type NoteVia = Extract<PageRef, { kind: 'note' }>['via'];

/** Ids of notes, people, comments and boards: 24 lowercase hex digits (site bundle 6.12.1, 2026-05). */
const ID = '([0-9a-f]{24})';

/** Note addresses (route table of site bundle 6.12.1, 2026-05); the last group is the note, one before it its place. */
const NOTE_PATHS: readonly (readonly [RegExp, NoteVia])[] = [
  [new RegExp(`^/explore/${ID}$`), 'explore'],
  [new RegExp(`^/discovery/item/(?:sgh/)?${ID}$`), 'discovery'],
  [new RegExp(`^/user/profile/${ID}/${ID}$`), 'profile'],
  [new RegExp(`^/search_result(?:_ai)?/${ID}$`), 'search'],
  [new RegExp(`^/board/${ID}/${ID}$`), 'board'],
  [new RegExp(`^/notification/${ID}$`), 'notification'],
  [new RegExp(`^/activity/51/${ID}$`), 'activity'],
];
const AUTHOR_PATH = new RegExp(`^/user/profile/${ID}$`);
const BOARD_PATH = new RegExp(`^/board/${ID}$`);

/** `type` of a search that stands for a hashtag (server pages, 2025-12). */
const TOPIC_TYPE = '54';

function findHost(hostname: string): SiteHost | undefined {
  const match = /(?:^|\.)(xiaohongshu|rednote)\.com$/.exec(hostname);
  return match ? (match[1] === 'rednote' ? 'www.rednote.com' : 'www.xiaohongshu.com') : undefined;
}

/** A token has no blank; where the address holds a bare `+`, it is one. An empty source is a source. */
function readToken(query: URLSearchParams): { xsecToken?: string; xsecSource?: string } {
  const xsecToken = query.get('xsec_token')?.replaceAll(' ', '+');
  const xsecSource = query.get('xsec_source');
  return { ...(xsecToken ? { xsecToken } : {}), ...(xsecSource === null ? {} : { xsecSource }) };
}

/** Hashtag links encode the keyword twice (server pages, 2025-12); what still looks encoded is decoded once more. */
function decodeKeyword(once: string): string {
  if (!/%[0-9a-f]{2}/i.test(once)) return once;
  try {
    return decodeURIComponent(once);
  } catch {
    return once; // A keyword with a percent sign of its own.
  }
}

function findNote(path: string, query: URLSearchParams, host: SiteHost): PageRef | undefined {
  for (const [pattern, via] of NOTE_PATHS) {
    const match = pattern.exec(path);
    if (!match) continue;
    const noteId = match[2] ?? match[1] ?? '';
    const under = match[2] === undefined ? {} : { underId: match[1] ?? '' };
    return { kind: 'note', host, noteId, via, ...under, ...readToken(query) };
  }
  return undefined;
}

function findList(path: string, query: URLSearchParams, host: SiteHost): PageRef | undefined {
  const userId = AUTHOR_PATH.exec(path)?.[1];
  if (userId) {
    const tab = query.get('tab');
    return { kind: 'author', host, userId, ...readToken(query), ...(tab ? { tab } : {}) };
  }
  const boardId = BOARD_PATH.exec(path)?.[1];
  if (boardId) return { kind: 'board', host, boardId };
  if (path === '/notification') return { kind: 'notifications', host };
  if (path === '/explore') {
    const channel = query.get('channel_id');
    return { kind: 'feed', host, ...(channel ? { channel } : {}) };
  }
  const once = path === '/search_result' ? query.get('keyword') : null;
  if (!once) return undefined;
  const keyword = decodeKeyword(once);
  const type = query.get('type');
  if (type === TOPIC_TYPE) return { kind: 'topic', host, keyword };
  return { kind: 'search', host, keyword, ...(type ? { type } : {}) };
}

/**
 * What an address of the site is about; `undefined` for what is no absolute http(s) address of the site or its short
 * links. Every page of the site that is not listed, its creator centre too, is `other`.
 */
export function parsePageRef(address: string): PageRef | undefined {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return undefined; // Not an address.
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
  if (/(?:^|\.)xhslink\.com$/.test(url.hostname)) {
    return url.pathname.length > 1 ? { kind: 'short-link', url: url.href } : undefined;
  }
  const host = findHost(url.hostname);
  if (!host) return undefined;
  if (!/^(?:www\.)?(?:xiaohongshu|rednote)\.com$/.test(url.hostname)) return { kind: 'other', host };
  const stop = findStopSign({ url: url.href });
  if (stop) {
    const redirectPath = url.searchParams.get('redirectPath');
    const code = stop.code === undefined ? {} : { code: stop.code };
    return { kind: 'stopped', host, sign: stop.sign, ...code, ...(redirectPath ? { redirectPath } : {}) };
  }
  const path = url.pathname.replace(/(.)\/+$/, '$1');
  return (
    findNote(path, url.searchParams, host) ??
    findList(path, url.searchParams, host) ?? { kind: 'other', host }
  );
}

/** Half a character cannot be written into an address. */
const wellFormed = (text: string) => text.replace(/[\uD800-\uDFFF]/gu, '\uFFFD');

function toSearchPath(keyword: string, type: string | undefined): string {
  const word = wellFormed(keyword);
  const isTwice = type === TOPIC_TYPE || /%[0-9a-f]{2}/i.test(word);
  const query = new URLSearchParams({ keyword: isTwice ? encodeURIComponent(word) : word });
  if (type) query.set('type', type);
  return `/search_result?${query.toString()}`;
}

function toNotePath(ref: Extract<PageRef, { kind: 'note' }>): string {
  const folder = {
    explore: 'explore',
    discovery: 'discovery/item',
    profile: `user/profile/${ref.underId ?? ''}`,
    search: 'search_result',
    board: `board/${ref.underId ?? ''}`,
    notification: 'notification',
    activity: 'activity/51',
  }[ref.underId === undefined && (ref.via === 'profile' || ref.via === 'board') ? 'explore' : ref.via];
  return `/${folder}/${ref.noteId}`;
}

function withToken(
  path: string,
  ref: { xsecToken?: string | undefined; xsecSource?: string | undefined },
): string {
  const query = new URLSearchParams();
  if (ref.xsecToken) query.set('xsec_token', ref.xsecToken);
  if (ref.xsecSource !== undefined) query.set('xsec_source', ref.xsecSource);
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

function toStoppedPath(ref: Extract<PageRef, { kind: 'stopped' }>): string {
  const path = { captcha: '/website-login/captcha', 'login-page': '/login' }[ref.sign];
  const query = new URLSearchParams();
  if (ref.code !== undefined) query.set('error_code', String(ref.code));
  if (ref.redirectPath) query.set('redirectPath', ref.redirectPath);
  return `${path ?? (ref.code === undefined && ref.sign === 'note-removed' ? '/browseSearch/notFound' : '/404')}?${query.toString()}`;
}

function toPath(ref: Exclude<PageRef, { kind: 'short-link' }>): string {
  switch (ref.kind) {
    case 'note':
      return withToken(toNotePath(ref), ref);
    case 'feed':
      return ref.channel
        ? `/explore?${new URLSearchParams({ channel_id: ref.channel }).toString()}`
        : '/explore';
    case 'author': {
      const path = withToken(`/user/profile/${ref.userId}`, ref);
      const tab = ref.tab ? new URLSearchParams({ tab: ref.tab }).toString() : '';
      return tab ? `${path}${path.includes('?') ? '&' : '?'}${tab}` : path;
    }
    case 'search':
      return toSearchPath(ref.keyword, ref.type);
    case 'topic':
      return toSearchPath(ref.keyword, TOPIC_TYPE);
    case 'board':
      return `/board/${ref.boardId}`;
    case 'notifications':
      return '/notification';
    case 'stopped':
      return toStoppedPath(ref);
    case 'other':
      return '/';
  }
}

/** The address of a page: `parsePageRef` gives the same reference back. Half characters in keywords are replaced. */
export function toUrl(ref: PageRef): string {
  return ref.kind === 'short-link' ? ref.url : `https://${ref.host}${toPath(ref)}`;
}
