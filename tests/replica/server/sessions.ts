import { createHmac, randomBytes } from 'node:crypto';
import type { Viewer } from '../page-contract';
import type { SessionName } from '../types';
import type { World, WorldAuthor } from '../world/types';
import { toCountText } from './count-text';

/** One visitor and everything they have done here. */
export interface Session {
  readonly webSession: string;
  /** The second cookie of a login; nothing here looks at it. */
  readonly idToken: string;
  readonly a1: string;
  /** Further devices on which they have logged in, by `a1`. */
  readonly devices: Set<string>;
  readonly webId: string;
  readonly gid: string;
  readonly userId: string;
  readonly author: WorldAuthor | undefined;
  readonly likedNotes: Set<string>;
  readonly collectedNotes: Set<string>;
  readonly likedComments: Set<string>;
  readonly following: Set<string>;
}

export interface SessionBook {
  readonly all: readonly Session[];
  named(name: SessionName): Session;
  /** Another `web_session` of the same login; the one before goes on to be taken for a while. */
  renew(session: Session): string;
  /**
   * Who asks, by `web_session` and `a1`: a login that does not fit its `a1` counts as expired, no cookies give the
   * guest who has done nothing.
   */
  identify(cookies: ReadonlyMap<string, string>): { session: Session; isExpiredLogin: boolean };
}

/** Cookie values have the lengths of the real ones: `web_session` 38, `a1` 52, `webId` 32 (saved requests, 2025). */
export function createSessionBook(world: World): SessionBook {
  const make = (name: string, author: WorldAuthor | undefined): Session => {
    const hex = (part: string, length: number): string =>
      createHmac('sha512', `${world.seed} ${name}`).update(part).digest('hex').slice(0, length);
    return {
      webSession: (author === undefined ? '030037' : '040069') + hex('session', 32),
      idToken: hex('idToken', 60),
      a1: '19' + hex('a1', 50),
      devices: new Set(),
      webId: hex('webId', 32),
      gid: 'yj' + hex('gid', 60),
      userId: author?.userId ?? hex('guest', 24),
      author,
      likedNotes: new Set(),
      collectedNotes: new Set(),
      likedComments: new Set(),
      following: new Set(),
    };
  };
  const [first, second, third, fourth] = world.authors;
  if (!first || !second || !third || !fourth) throw new Error('A world needs four people who can log in.');
  const named: Readonly<Record<SessionName, Session>> = {
    guest: make('guest', undefined),
    member: make('member', first),
    'second-member': make('second-member', second),
    'third-member': make('third-member', third),
    'fourth-member': make('fourth-member', fourth),
  };
  const all = Object.values(named);
  const bySession = new Map(all.map((session) => [session.webSession, session]));
  return {
    all,
    named: (name) => named[name],
    renew: (session) => {
      const renewed = '040069' + randomBytes(16).toString('hex');
      bySession.set(renewed, session);
      return renewed;
    },
    identify: (cookies) => {
      const session = bySession.get(cookies.get('web_session') ?? '');
      if (session === undefined) return { session: named.guest, isExpiredLogin: false };
      const a1 = cookies.get('a1') ?? '';
      const fits = session.author === undefined || a1 === session.a1 || session.devices.has(a1);
      return fits ? { session, isExpiredLogin: false } : { session: named.guest, isExpiredLogin: true };
    },
  };
}

/** What a first visit without cookies gets, so that a browser that was given none is a guest with its own `a1`. */
export function createGuestCookies(host: string): readonly string[] {
  return [
    toSetCookie(host, 'a1', '19' + randomBytes(25).toString('hex')),
    toSetCookie(host, 'webId', randomBytes(16).toString('hex')),
    createLoginCookie(host, '030037' + randomBytes(16).toString('hex')),
  ];
}

/** The line that sets a `web_session`. */
export const createLoginCookie = (host: string, webSession: string): string =>
  `${toSetCookie(host, 'web_session', webSession)}; HttpOnly`;

function toSetCookie(host: string, name: string, value: string): string {
  const domain = host.endsWith('rednote.com') ? '.rednote.com' : '.xiaohongshu.com';
  return `${name}=${value}; Domain=${domain}; Path=/; Max-Age=31536000; Secure`;
}

export function createViewer(session: Session): Viewer {
  const loggedIn = session.author !== undefined;
  return {
    loggedIn,
    userId: session.userId,
    author: session.author,
    hasLiked: (noteId) => session.likedNotes.has(noteId),
    hasCollected: (noteId) => session.collectedNotes.has(noteId),
    hasLikedComment: (commentId) => session.likedComments.has(commentId),
    follows: (userId) => session.following.has(userId),
    countText: (count) => toCountText(count, loggedIn),
  };
}
