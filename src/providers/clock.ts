/** Time and chance, handed in so that tests can turn them by hand. */
export interface Clock {
  /** Epoch ms. */
  now(): number;
  /** Resolves when the time has passed or the signal is aborted, whichever comes first; never rejects. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** From 0 up to, but not including, 1. */
  random(): number;
}
