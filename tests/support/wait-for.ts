export interface WaitOptions {
  /** What is waited for, in words; stands in the error. */
  readonly what: string;
  /** Default 15,000. */
  readonly timeoutMs?: number;
  /** Time between two looks; default 50. */
  readonly everyMs?: number;
}

/**
 * Looks again and again until `look` gives something other than `undefined`, `false` or `null`, and returns that.
 * Throws with `what` when the time is over; an error thrown by `look` ends the wait at once.
 */
export async function waitFor<T>(
  look: () => T | Promise<T>,
  { what, timeoutMs = 15_000, everyMs = 50 }: WaitOptions,
): Promise<NonNullable<Exclude<T, false>>> {
  const endsAt = Date.now() + timeoutMs;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== null && found !== false)
      return found as NonNullable<Exclude<T, false>>;
    if (Date.now() >= endsAt) throw new Error(`Waited ${timeoutMs} ms in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}
