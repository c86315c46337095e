/** How many rows a job had when it last moved on, epoch ms. */
export interface PaceSample {
  readonly at: number;
  readonly rows: number;
}

/** How fast a job is now. */
export interface Pace {
  readonly perSecond: number;
  /** Until all expected rows are there, ms; absent: nobody knows. */
  readonly leftMs?: number;
}

/** The last minute is what counts: a provider's pace changes. */
const WINDOW_MS = 60_000;
/** Below that, one answer more or less makes all the difference. */
const LEAST_MS = 1_000;

/**
 * Adds what was seen and forgets what is too old to count, and what lies ahead since the clock was set back. A job that
 * counts back was taken up anew.
 */
export function addSample(samples: readonly PaceSample[], sample: PaceSample): readonly PaceSample[] {
  const last = samples.at(-1);
  if (last && last.rows > sample.rows) return [sample];
  if (last?.at === sample.at) return samples;
  return [...samples.filter(({ at }) => at >= sample.at - WINDOW_MS && at <= sample.at), sample];
}

/** The pace between the oldest and the newest sample; `undefined` while they are too close to tell. */
export function measurePace(samples: readonly PaceSample[], expected: number | undefined): Pace | undefined {
  const first = samples[0];
  const last = samples.at(-1);
  if (!first || !last || last.at - first.at < LEAST_MS) return undefined;
  const perMs = (last.rows - first.rows) / (last.at - first.at);
  const pace = { perSecond: perMs * 1_000 };
  if (perMs <= 0 || expected === undefined || expected <= last.rows) return pace;
  return { ...pace, leftMs: (expected - last.rows) / perMs };
}
