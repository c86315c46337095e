import type { SiteFaults } from './types';
import type { HexId, World, WorldAuthor, WorldComment, WorldNote } from './world/types';

/** Who asks: read from the cookies, with what this session has done so far. */
export interface Viewer {
  readonly loggedIn: boolean;
  /** Own user id; a guest has one too (`userInfo.guest: true`). */
  readonly userId: HexId;
  /** The person behind a logged-in session. */
  readonly author: WorldAuthor | undefined;
  hasLiked(noteId: HexId): boolean;
  hasCollected(noteId: HexId): boolean;
  hasLikedComment(commentId: HexId): boolean;
  follows(userId: HexId): boolean;
  /** A count as the site writes it for this visitor: "86", "1.2万", and for guests "10+", "1千+". */
  countText(count: number): string;
}

export type TokenCheck = 'valid' | 'missing' | 'foreign' | 'expired';

/** A page navigation, already looked up. Redirects for tokens, captcha and forbidden notes are done before. */
export interface PageRequest {
  readonly host: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly cookies: ReadonlyMap<string, string>;
}

export interface PageContext {
  readonly world: World;
  readonly viewer: Viewer;
  readonly faults: SiteFaults;
  /** For `<script nonce>`: the Content-Security-Policy of the answer allows inline scripts with it, and no others. */
  readonly nonce: string;
  /** A fresh token (46 characters) bound to the note or user id, kept for checking. */
  issueToken(id: HexId, source: string): string;
  checkToken(id: HexId, token: string | undefined): TokenCheck;
  /** Present number of likes/collects, with what sessions have done. */
  likesOf(note: WorldNote): number;
  collectsOf(note: WorldNote): number;
  /** Top-level comments as listed now: posted ones first, deleted ones left out. */
  commentsOf(note: WorldNote): readonly WorldComment[];
}

export interface PageAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly html: string;
}

/** What `site/render-page.ts` exports as `renderSitePage`; `undefined`: no such page. */
export type RenderSitePage = (request: PageRequest, context: PageContext) => PageAnswer | undefined;

/**
 * How the replica's own page client signs its API calls: both headers, the first beginning with this prefix, the second
 * the present time in ms. Without them the API answers HTTP 406, as the real one does to unsigned calls.
 */
export const SIGNATURE = { header: 'x-s', prefix: 'XYS_', timeHeader: 'x-t' } as const;

/**
 * How the replica's page learns which comments of a page are pinned: their ids, joined by commas. How the site's page
 * learns it is not known, so it stands where nobody else would look for it.
 */
export const PINNED_HEADER = 'x-replica-pinned';
