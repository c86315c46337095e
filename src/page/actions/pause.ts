/** Where time and chance come from; passed in, so that a test needs neither. */
export interface Pace {
  /** Resolves after so many milliseconds, or at once when the signal aborts. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
  /** 0 ≤ x < 1 */
  random(): number;
}

/** The pace of the real clock. */
export const realPace: Pace = {
  wait: (ms, signal) =>
    new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const end = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', end);
        resolve();
      };
      const timer = setTimeout(end, ms);
      signal.addEventListener('abort', end);
    }),
  random: Math.random,
};

/** Pauses for a random time between two bounds. */
export function pauseBetween(minMs: number, maxMs: number, pace: Pace, signal: AbortSignal): Promise<void> {
  const span = Math.max(0, maxMs - minMs);
  return pace.wait(Math.round(minMs + pace.random() * span), signal);
}
