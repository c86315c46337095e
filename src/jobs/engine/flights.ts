import { AppError } from '../../model/errors';
import type { TakenPlace } from './choose-turns';

/** A task under way for a job; it never rejects. */
interface Flight {
  readonly jobId: string;
  readonly isLong: boolean;
  readonly taken: TakenPlace | undefined;
  readonly stop: AbortController;
  readonly over: Promise<void>;
}

/** What is under way in this life of the background. */
export interface Flights {
  /** The places that are taken. */
  listTaken(): readonly TakenPlace[];
  /** Begins a task. What it throws is told to `onLost`: nobody waits for it. */
  begin(key: FlightKey, task: (signal: AbortSignal) => Promise<void>): void;
  has(key: FlightKey): boolean;
  count(jobId: string): number;
  /**
   * Resolves when what is under way now is over; what is not by the time of the signal is stopped. Not waited for is what
   * goes on for long and stores nothing itself.
   */
  over(patience: AbortSignal): Promise<void>;
  /** Resolves when what is under way now of this job is over by itself. */
  overOf(jobId: string): Promise<void>;
  /** Stops what is under way, of one job or of all; resolves when it is over. */
  abort(jobId?: string): Promise<void>;
  /**
   * Waits until one is over or `poke` is called, not at all where that has happened since it was last asked. Answers
   * `false` where neither has, and nothing is under way that could be waited for.
   */
  next(): Promise<boolean>;
  poke(): void;
}

/** A step of an item, or (without one) the end of a job, which takes no place. */
export interface FlightKey {
  readonly jobId: string;
  readonly itemId?: string;
  readonly isLong?: boolean;
  readonly taken?: TakenPlace;
}

export function createFlights(onLost: (jobId: string, thrown: unknown) => void): Flights {
  const flights = new Map<string, Flight>();
  let hasChanged = false;
  let wake: () => void = () => undefined;
  const poke = () => {
    hasChanged = true;
    wake();
  };
  const toKey = ({ jobId, itemId = '' }: FlightKey) => JSON.stringify([jobId, itemId]);
  const listOf = (jobId?: string) =>
    [...flights.values()].filter((flight) => jobId === undefined || flight.jobId === jobId);
  const abort = async (jobId?: string) => {
    const own = listOf(jobId);
    for (const { stop } of own) stop.abort(new AppError('cancelled'));
    await Promise.all(own.map(({ over }) => over));
  };
  return {
    listTaken: () => [...flights.values()].flatMap(({ taken }) => taken ?? []),
    begin: (flightKey, task) => {
      const { jobId, isLong = false, taken } = flightKey;
      const key = toKey(flightKey);
      const stop = new AbortController();
      const over = task(stop.signal)
        .catch((thrown: unknown) => onLost(jobId, thrown))
        .finally(() => {
          flights.delete(key);
          poke();
        });
      flights.set(key, { jobId, isLong, taken, stop, over });
    },
    has: (key) => flights.has(toKey(key)),
    count: (jobId) => listOf(jobId).length,
    over: async (patience) => {
      const waited = [...flights.values()].filter(({ isLong }) => !isLong);
      const stopAll = () => {
        for (const { stop } of waited) stop.abort(new AppError('cancelled'));
      };
      patience.addEventListener('abort', stopAll, { once: true });
      await Promise.all(waited.map(({ over }) => over));
      patience.removeEventListener('abort', stopAll);
    },
    overOf: async (jobId) => {
      await Promise.all(listOf(jobId).map(({ over }) => over));
    },
    abort,
    next: async () => {
      if (!hasChanged && flights.size === 0) return false;
      if (!hasChanged) await new Promise<void>((resolve) => (wake = resolve));
      hasChanged = false;
      return true;
    },
    poke,
  };
}
