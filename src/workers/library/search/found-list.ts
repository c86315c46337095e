import type { Comment } from '../../../model/comment';
import type { FoundSort } from './types';

/** What was found, in an order. A hundred thousand take a few megabytes: keys, and the numbers they are ordered by. */
export interface FoundList {
  readonly size: number;
  add(comment: Comment): void;
  /** Puts what was found so far in order; without `sort` in the one before. Answers the version of that order. */
  arrange(sort?: FoundSort): number;
  /** Keys of what was put in order. */
  keys(start: number, count: number): (readonly [noteId: string, commentId: string])[];
}

/** Versions grow over all lists, so that rows of an older one are never taken for those of a newer. */
let lastVersion = 0;

export function createFoundList(firstSort: FoundSort): FoundList {
  const keys: (readonly [string, string])[] = [];
  const createdAt: number[] = [];
  const likes: number[] = [];
  let sort = firstSort;
  let order: Uint32Array = new Uint32Array(0);
  let version = ++lastVersion;
  return {
    get size() {
      return keys.length;
    },
    add(comment) {
      keys.push([comment.noteId, comment.commentId]);
      createdAt.push(comment.createdAt ?? NaN);
      likes.push(comment.likes?.value ?? NaN);
    },
    arrange(next) {
      if (next === undefined && order.length === keys.length) return version;
      sort = next ?? sort;
      order = toOrder(keys.length, toKeys(sort, createdAt, likes));
      version = ++lastVersion;
      return version;
    },
    keys: (start, count) =>
      [...order.subarray(start, start + count)].map((number) => keys[number] ?? ['', '']),
  };
}

/** What the numbers are ordered by, smaller first; `undefined`: as they came, which is by note. */
function toKeys(
  sort: FoundSort,
  createdAt: readonly number[],
  likes: readonly number[],
): Float64Array | undefined {
  if (sort === 'note') return undefined;
  const values = sort === 'likes' ? likes : createdAt;
  const sign = sort === 'oldest' ? 1 : -1;
  // What is not known comes last.
  return Float64Array.from(values, (value) => (Number.isNaN(value) ? Infinity : sign * value));
}

function toOrder(size: number, keys: Float64Array | undefined): Uint32Array {
  const numbers = Uint32Array.from({ length: size }, (_, number) => number);
  if (!keys) return numbers;
  return numbers.sort((a, b) => {
    const [first = Infinity, second = Infinity] = [keys[a], keys[b]];
    return first === second ? a - b : first < second ? -1 : 1;
  });
}
