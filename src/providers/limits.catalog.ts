/** At most `max` calls within any `ms`. */
export interface PaceWindow {
  readonly ms: number;
  readonly max: number;
}

/** A second, and a little for the line: a vendor counts calls as they arrive. */
export const SECOND_WINDOW_MS = 1_060;

/**
 * TikHub documents 10 calls a second (OpenAPI V5.3.2, 2026-03). They are sent one by one and evenly, so that next to nothing
 * is under way at a time that a worker could die with. JustOneAPI states no rate and counts by the day (code 303).
 */
export const FAMILY_PACE = {
  tikhub: [
    { ms: SECOND_WINDOW_MS, max: 10 },
    { ms: 104, max: 1 },
  ],
  justoneapi: [],
} as const satisfies Readonly<Record<'tikhub' | 'justoneapi', readonly PaceWindow[]>>;

/** For so long after a refusal (429) the same key is used at half its pace: somebody else may be using it, too. */
export const GENTLE_MS = 3_000;

/**
 * A minute, and a second for the line: a vendor counts calls as they arrive, and the first of them, for which the line is
 * opened, takes longer to arrive than those after it.
 */
export const MINUTE_WINDOW_MS = 61_000;

/** Parse.bot's plans (pricing page, 2026): calls a minute, and credits a month, one to a call. */
export const PARSEBOT_PLANS = {
  free: { perMinute: 5, creditsPerMonth: 100 },
  hobby: { perMinute: 20, creditsPerMonth: 1_000 },
  developer: { perMinute: 250, creditsPerMonth: 5_000 },
} as const;

/**
 * How long an answer is waited for. Slow ones are normal: TikHub names 30–60 s (guide, 2026-03), JustOneAPI at least 60
 * (usage guide, 2026-04), clients of Parse.bot wait up to 180.
 */
export const TIMEOUT_MS = { tikhub: 90_000, justoneapi: 120_000, parsebot: 180_000 } as const;
