import type {
  ProviderCall,
  ProviderFaults,
  ProviderKey,
  ProviderKeyName,
  ProviderName,
  ProviderSwitches,
  SpecViolation,
} from './providers/types';
import type { HexId, World, WorldNote } from './world/types';

export type {
  ProviderCall,
  ProviderFailure,
  ProviderFault,
  ProviderFaults,
  ProviderKey,
  ProviderKeyName,
  ProviderName,
  ProviderSwitches,
  SpecViolation,
} from './providers/types';

/** What `startReplica` (start.ts) may be asked for. */
export interface ReplicaOptions {
  /** Same seed, same world. Default 1. */
  readonly seed?: number;
  /** Port of the HTTPS server on 127.0.0.1; 0 (default) takes any. */
  readonly port?: number;
  /** Folder of real pages and bodies, when at hand: they are served under their own note ids. */
  readonly samplesDir?: string;
  /** Folder of the vendors' OpenAPI documents, when at hand: every request to a provider is held against them. */
  readonly specsDir?: string;
  /** Notes added to the standard ones. */
  readonly notes?: readonly NotePlan[];
}

/** A note to generate. Everything not named is chosen by the seed. */
export interface NotePlan {
  readonly key: string;
  readonly type?: 'normal' | 'video';
  readonly standing?: WorldNote['standing'];
  readonly title?: string;
  readonly desc?: string;
  readonly topLevelComments?: number;
  /** Replies of the n-th top-level comment (0-based); default by seed. */
  readonly repliesOf?: (index: number) => number;
  readonly commentsClosed?: boolean;
  /** Replaces the text of the n-th generated comment (all levels, in order), e.g. formulas, quotes, RTL. */
  readonly contentOf?: (index: number) => string | undefined;
  /** Whether the app folds the n-th top-level comment (0-based) away; default none. */
  readonly isFolded?: (index: number) => boolean;
  /** Place of its author among `world.authors`; default by seed. */
  readonly author?: number;
  /** When it was published, Unix ms; default by seed, in 2025 or early 2026. */
  readonly time?: number;
}

export type RequestKind =
  'page' | 'api' | 'asset' | 'cdn' | 'emoji' | 'short-link' | 'provider' | 'decoy' | 'other';

/** One request as the server saw it. */
export interface RecordedRequest {
  readonly at: number;
  readonly kind: RequestKind;
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly query: string;
  readonly status: number;
  readonly referer: string | undefined;
  readonly origin: string | undefined;
  readonly cookie: string | undefined;
  /** `Sec-Fetch-Dest`, `-Mode` and `-Site`, joined by a blank; tells a page's own request from an extension's. */
  readonly fetchMetadata: string;
  /** True when the request carried the header with which the replica's own page client signs its API calls. */
  readonly signedByPage: boolean;
}

/** Faults of the site, each on its own switch; all off at first. */
export interface SiteFaults {
  /** Added to every API answer. */
  latencyMs: number;
  /** Next n comment requests answer HTTP 461 (captcha headers as the site sends them). */
  captchaOnComments: number;
  /** HTTP 471 likewise. */
  captcha471OnComments: number;
  /** Business code with which comment requests answer (e.g. -100, -101, -104, 300012, 300013, -510001); undefined = none. */
  commentsCode: number | undefined;
  /** Page navigations to a note are redirected to the captcha page. */
  captchaRedirect: boolean;
  /** Comment bodies: cut in the middle / HTML / shape changed (list renamed) / another note's comments. */
  commentsBody: 'normal' | 'cut' | 'html' | 'renamed' | 'other-note';
  /** The cursor of a comment page never moves on. */
  repeatedCursor: boolean;
  /** Every page of comments repeats the last row of the page before. */
  duplicateRows: boolean;
  /** HTTP status with which comment requests answer, e.g. 406, 429, 500; undefined = none. */
  commentsStatus: number | undefined;
  /**
   * Calls that change something: how long their answers take, a business code or an HTTP status with which they are refused,
   * and `isLost`: they are done, and the answer never comes. `only`: the code and the status are for this account alone.
   */
  readonly deeds: {
    only: HexId | undefined;
    latencyMs: number;
    code: number | undefined;
    status: number | undefined;
    isLost: boolean;
    /** So many of the next ones are let through first. */
    passes: number;
    /** Only calls about this note; `undefined`: all. */
    noteId: string | undefined;
  };
  /** Every page that somebody who is logged in is given renews their login: `Set-Cookie` with another `web_session`. */
  renewsLogins: boolean;
  /** The inline state of note pages has lost the named path, e.g. `note.noteDetailMap`. */
  stateWithout: string | undefined;
  /** The CDN answers 403 for addresses that have this in their path, as for those whose time is over. */
  expiredMedia: string | undefined;
}

export type DeedName =
  'like' | 'unlike' | 'collect' | 'uncollect' | 'post' | 'delete' | 'like-comment' | 'unlike-comment';

/** One call that was to change something, in whose name, and how it was answered. */
export interface Deed {
  readonly name: DeedName;
  readonly userId: string;
  readonly noteId: string;
  /** The comment it is about, or that it answers; empty: none. */
  readonly commentId: string;
  readonly content: string;
  /** 0: it was done. */
  readonly code: number;
  /** Id of the comment that came of it. */
  readonly madeId: string;
  readonly at: number;
}

export type SessionName = 'guest' | 'member' | 'second-member' | 'third-member' | 'fourth-member';

/** A cookie as a driver sets it. */
export interface SiteCookie {
  readonly name: string;
  readonly value: string;
  readonly domain: string;
  readonly path: string;
  readonly secure: boolean;
  readonly httpOnly: boolean;
}

export interface Replica {
  readonly port: number;
  /** A CONNECT proxy to the same server (Firefox uses it); answers 502 for hosts that are not of this world. */
  readonly proxyPort: number;
  readonly world: World;
  readonly faults: SiteFaults;
  /** Everything that was asked of the server, in order. */
  readonly requests: readonly RecordedRequest[];
  /** Every call that was to change something, in order. */
  readonly deeds: readonly Deed[];
  /** Names of the decoys the pages reported as hit or driven by untrusted clicks. */
  readonly decoyHits: readonly string[];
  /** An account's key; without a name the one that is valid. */
  providerKey(provider: ProviderName, name?: ProviderKeyName): ProviderKey;
  readonly providerFaults: ProviderFaults;
  readonly providerSwitches: ProviderSwitches;
  /** Every call that reached a provider, in order of arrival. */
  readonly providerCalls: readonly ProviderCall[];
  /** Requests to providers that the vendor's document does not allow, nor a newer fact; empty without `specsDir`. */
  readonly specViolations: readonly SpecViolation[];
  /** How many of those calls were billed, and what they cost together (USD; Parse.bot: credits). */
  billedCalls(provider?: ProviderName): { readonly count: number; readonly price: number };
  /** The id under which upstreams without a login name the person with this site id (29 characters, `a…`). */
  maskedId(userId: HexId): string;
  /** Launch arguments with which Chromium takes this server for the site. */
  chromiumArgs(): readonly string[];
  /** Preferences with which Firefox does. */
  firefoxPrefs(): Readonly<Record<string, string | number | boolean>>;
  /** Cookies that make a browser this visitor; set them on both site domains. */
  cookiesOf(session: SessionName): readonly SiteCookie[];
  /** This visitor logs in on www.xiaohongshu.com, on the device with that `a1`: the cookies of the login alone. */
  logIn(session: SessionName, a1: string): readonly SiteCookie[];
  /** A token the server will accept for this note (46 characters), issued now. */
  issueToken(noteId: string): string;
  /** A token of the right form that has expired. */
  expiredToken(noteId: string): string;
  /** All tokens issued for a note so far, by the server's own pages and bodies too, with the source they were issued under. */
  tokensOf(noteId: string): readonly { token: string; source: string }[];
  /** A URL that opens the note, with a fresh token. */
  noteUrl(
    noteIdOrKey: string,
    options?: {
      host?: 'www.xiaohongshu.com' | 'www.rednote.com';
      form?: 'explore' | 'discovery' | 'profile' | 'search' | 'board' | 'notification' | 'short';
      source?: string;
    },
  ): string;
  /** Ids of the comments and replies that comment bodies of this note have carried to browsers so far, each once, in order. */
  servedCommentIds(noteId: string): readonly string[];
  /** Forgets requests, providers' calls, decoy hits and served ids; the world, sessions, keys, balances and violations stay. */
  clearRecords(): void;
  close(): Promise<void>;
}
