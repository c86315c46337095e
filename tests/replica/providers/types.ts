/**
 * What tests may see and switch of the providers (`replica.providerKeys`, `.providerFaults`, `.providerSwitches`,
 * `.providerCalls`, `.specViolations`).
 */

export type ProviderName = 'tikhub' | 'justoneapi' | 'parsebot';

/** Keys by name. `second` is another account's; `free` is Parse.bot's smallest plan; nobody knows the value of `unknown`. */
export type ProviderKeyName =
  'valid' | 'second' | 'wrong-scope' | 'unverified' | 'no-balance' | 'expired' | 'free' | 'unknown';

/** A key of an account at a provider; everything but its identity may be changed while the replica runs. */
export interface ProviderKey {
  readonly provider: ProviderName;
  readonly name: ProviderKeyName;
  /** What the client sends. */
  readonly value: string;
  /** `unverified`: TikHub's account whose e-mail address is not confirmed (403, as for `wrong-scope`). */
  state: 'valid' | 'invalid' | 'wrong-scope' | 'unverified' | 'expired';
  /** What is left: TikHub in USD, JustOneAPI in USD, Parse.bot in credits of this month. */
  balance: number;
  /** TikHub only, in USD: spent before the balance. */
  freeCredit: number;
  /** How many calls may be made within a second, a minute and a day; `Infinity`: as many as one likes. */
  limits: { perSecond: number; perMinute: number; perDay: number };
}

/** One call as the provider saw it. */
export interface ProviderCall {
  /** Unix ms of its arrival. */
  readonly at: number;
  readonly provider: ProviderName;
  readonly host: string;
  readonly method: string;
  readonly path: string;
  /** The path without what all calls of the provider share: `app_v2/get_note_comments`, `get-note-comment/v2`, `get_note_detail`. */
  readonly endpoint: string;
  /** TikHub: `app_v2`, `app`, `web_v3`, `web_v2`, `web`, `account`, `cache`, `health`; others: the provider's name. */
  readonly series: string;
  /** As sent, but for keys (left out) and note tokens: `<valid>`, `<foreign>`, `<expired>`. */
  readonly query: Readonly<Record<string, string>>;
  /** `undefined`: no key at all. */
  readonly keyName: ProviderKeyName | undefined;
  readonly requestId: string;
  /** HTTP status of the answer; 0 until it is given, and for calls that are never answered. */
  status: number;
  /** Business code of the body, where there is one: TikHub's inner one, JustOneAPI's. */
  code: number | undefined;
  billed: boolean;
  /** What was taken off: USD, at Parse.bot credits. */
  price: number;
}

/** The answer that a call gets in place of its own. */
export interface ProviderFailure {
  /** HTTP status; default 200 for JustOneAPI, where `code` says what is the matter. */
  readonly status?: number;
  /** JustOneAPI's business code. */
  readonly code?: number;
  /** Header `Retry-After`, in seconds. */
  readonly retryAfter?: number;
  /** Header `X-RateLimit-Reset`: seconds to go, or a Unix time. */
  readonly rateLimitReset?: number;
  /** `json`: the vendor's own form (default). `html`: the page of the proxy before it, as for 502 to 504. */
  readonly form?: 'json' | 'html';
  /** Parse.bot: `retry_after` in the body of a 503. */
  readonly retryAfterInBody?: number;
}

/** Faults of a provider or of one endpoint, each on its own switch; all off at first. */
export interface ProviderFault {
  /** Waits so long before answering; 70,000 works. */
  latencyMs: number;
  /** The next calls are answered with these, one each; see `repeat`. */
  failures: ProviderFailure[];
  /** The next n calls get no answer at all: the connection stays open until the client or the replica closes it. */
  neverAnswers: number;
  /** The next n calls fail inside an HTTP 200 and are billed: TikHub `success:false, code:-1, data:null`, JustOneAPI code 201. Parse.bot knows nothing of the kind: 422, not billed. */
  innerFailures: number;
  /** What becomes of a body that is otherwise right. `huge`: 50 MB of valid JSON, streamed. */
  body: 'normal' | 'html' | 'cut' | 'empty' | 'wrong-type' | 'huge';
  /** Keys of the body that have another name now: `{ comments: 'comment_rows' }`. */
  renamed: Readonly<Record<string, string>>;
  /** Endpoints about a note answer about another one. */
  wrongNote: boolean;
  /** Details of a note hold no note: `note_list: []`, `items: []`, `[]`. */
  emptyNoteList: boolean;
  /** From the second page on, the cursor stays where it was and there is always more. */
  repeatedCursor: boolean;
  /** Pages carry no cursor, though there is more. */
  missingCursor: boolean;
  /** Every page repeats the last row of the page before. */
  duplicateRows: boolean;
  /** `true-at-end`: there is always more, behind the end come empty pages. `false-early`: never is there more. */
  hasMore: 'true' | 'true-at-end' | 'false-early';
  /** From the second page on, a search repeats the rows of the first. */
  noNewIds: boolean;
  /** Orders in which a note's comments cannot be had: `latest` is said to fail for some (JustOneAPI public-api of 2026-08). */
  notGivenBy: readonly string[];
}

export type ProviderFaults = Record<ProviderName, ProviderFault> & {
  /** By the endpoint's name as in {@link ProviderCall}: it goes before the provider's own. */
  readonly endpoints: Record<string, Partial<ProviderFault>>;
};

/** Things of which both are known to happen. */
export interface ProviderSwitches {
  /** What TikHub's 429 carries when its own limit is reached. */
  rateLimitHeaders: 'retry-after' | 'reset-seconds' | 'reset-unix' | 'none';
  /** TikHub: web_v3 is for enterprise customers, so that every call of it is refused with 403. */
  webV3ForEnterprise: boolean;
  /** JustOneAPI answers with the HTTP statuses that its OpenAPI document declares, not always with 200. */
  declaredStatuses: boolean;
  /** JustOneAPI's bodies hold `message`, `recordTime` and `requestId`, not `code` and `data` alone. */
  fullEnvelope: boolean;
  /** Parse.bot's bodies are `{data, status}`, not the bare object. */
  wrapped: boolean;
  /** Parse.bot: any other scraper is answered 404. */
  scraperId: string;
  /** Parse.bot: pinning any other is answered 404. */
  snapshotVersions: readonly string[];
}

/** A request that the vendor's OpenAPI document does not allow. */
export interface SpecViolation {
  readonly provider: ProviderName;
  readonly method: string;
  readonly path: string;
  /** `undefined`: the path itself is not known, or not with this method. */
  readonly parameter: string | undefined;
  readonly problem: 'unknown path' | 'unknown parameter' | 'missing parameter' | 'wrong type' | 'not in list';
}
