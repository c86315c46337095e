import type { Comment } from '../../../model/comment';
import { createFoundList } from './found-list';
import type { FoundSort, SearchProgress } from './types';

/** Progress is for eyes: ordering what was found so far takes time, too. */
const TELL_EVERY_MS = 150;

/** One search, under way or over: what was found so far, and who waits for more. */
export interface SearchRun {
  setTotal(comments: number): void;
  /** So many were looked at, and these are looked for. */
  add(scanned: number, found: readonly Comment[]): void;
  end(): void;
  fail(thrown: unknown): void;
  /** Ends it before everything was looked at. */
  stop(): void;
  hasEnded(): boolean;
  /** How far it is, as soon as that is news; at once when it has ended. Fails with what the search failed with. */
  next(): Promise<SearchProgress>;
  sort(sort: FoundSort): SearchProgress;
  /** Keys of what was found, in order. */
  keys(start: number, count: number): (readonly [noteId: string, commentId: string])[];
}

export function createSearchRun(firstSort: FoundSort, now: () => number): SearchRun {
  const list = createFoundList(firstSort);
  const startedAt = now();
  const told = { scanned: 0, at: -Infinity };
  let [scanned, total] = [0, 0];
  let endedAt: number | undefined;
  let isStopped = false;
  let failure: { readonly thrown: unknown } | undefined;
  let wake: () => void = () => undefined;

  const tell = (): SearchProgress => {
    if (failure) throw failure.thrown;
    told.scanned = scanned;
    told.at = now();
    const elapsedMs = (endedAt ?? now()) - startedAt;
    return {
      version: list.arrange(),
      isDone: endedAt !== undefined,
      isStopped,
      scanned,
      total: Math.max(total, scanned),
      found: list.size,
      elapsedMs,
    };
  };
  const isNews = () => scanned > told.scanned && now() - told.at >= TELL_EVERY_MS;
  const end = () => {
    endedAt ??= now();
    wake();
  };
  return {
    setTotal: (comments) => void (total = comments),
    add(looked, comments) {
      for (const comment of comments) list.add(comment);
      scanned += looked;
      wake();
    },
    end,
    fail(thrown) {
      failure = { thrown };
      end();
    },
    stop() {
      isStopped ||= endedAt === undefined;
      end();
    },
    hasEnded: () => endedAt !== undefined,
    async next() {
      while (endedAt === undefined && !isNews()) await new Promise<void>((resolve) => void (wake = resolve));
      return tell();
    },
    sort(sort) {
      list.arrange(sort);
      return tell();
    },
    keys: (start, count) => list.keys(start, count),
  };
}
