import { isQuestion } from '../../insights/is-question';
import type { Comment } from '../../model/comment';

/** What filters and orders look at, in one byte. */
export const FLAG = { reply: 1, author: 2, pinned: 4, picture: 8, question: 16 } as const;

/**
 * What is remembered of each comment to find and order it: its id, one text to search, and numbers in columns. The
 * comments themselves stay in the database; a hundred thousand of them as objects take 88 MB (measured, Chromium 156).
 * Unknown numbers are `NaN`.
 */
export interface CommentTable {
  readonly size: number;
  readonly ids: readonly string[];
  /** Root id of replies. */
  readonly rootIds: readonly (string | undefined)[];
  /** Content, nickname and place in small letters. */
  readonly texts: readonly string[];
  readonly places: readonly (string | undefined)[];
  readonly flags: Uint8Array;
  readonly createdAt: Float64Array;
  readonly position: Float64Array;
  readonly likes: Float64Array;
  /** Replies the site says the thread has. */
  readonly replies: Float64Array;
  has(commentId: string): boolean;
  add(comment: Comment): void;
}

interface NumberColumns {
  flags: Uint8Array;
  createdAt: Float64Array;
  position: Float64Array;
  likes: Float64Array;
  replies: Float64Array;
}

export function createCommentTable(): CommentTable {
  const known = new Set<string>();
  const ids: string[] = [];
  const rootIds: (string | undefined)[] = [];
  const texts: string[] = [];
  const places: (string | undefined)[] = [];
  /** One string for each place, however many comments come from there. */
  const placeNames = new Map<string, string>();
  let numbers = createNumbers(1_024);
  const intern = (place: string): string => {
    const name = placeNames.get(place) ?? place;
    placeNames.set(place, name);
    return name;
  };
  return {
    get size() {
      return ids.length;
    },
    ids,
    rootIds,
    texts,
    places,
    get flags() {
      return numbers.flags;
    },
    get createdAt() {
      return numbers.createdAt;
    },
    get position() {
      return numbers.position;
    },
    get likes() {
      return numbers.likes;
    },
    get replies() {
      return numbers.replies;
    },
    has: (commentId) => known.has(commentId),
    add(comment) {
      const index = ids.length;
      if (index === numbers.flags.length) numbers = growNumbers(numbers);
      known.add(comment.commentId);
      ids.push(comment.commentId);
      rootIds.push(comment.rootCommentId);
      texts.push(toSearchText(comment));
      places.push(comment.place === undefined ? undefined : intern(comment.place));
      numbers.flags[index] = toFlags(comment);
      numbers.createdAt[index] = comment.createdAt ?? NaN;
      numbers.position[index] = comment.position ?? NaN;
      numbers.likes[index] = comment.likes?.value ?? NaN;
      numbers.replies[index] = comment.replyCount?.value ?? NaN;
    },
  };
}

function toSearchText({ content, author, place }: Comment): string {
  return `${content ?? ''}\n${author?.nickname ?? ''}\n${place ?? ''}`.toLowerCase();
}

function toFlags(comment: Comment): number {
  return (
    (comment.rootCommentId === undefined ? 0 : FLAG.reply) |
    (comment.byNoteAuthor === true ? FLAG.author : 0) |
    (comment.pinned === true ? FLAG.pinned : 0) |
    (comment.pictures !== undefined && comment.pictures.length > 0 ? FLAG.picture : 0) |
    (comment.content !== undefined && isQuestion(comment.content) ? FLAG.question : 0)
  );
}

function createNumbers(capacity: number): NumberColumns {
  return {
    flags: new Uint8Array(capacity),
    createdAt: new Float64Array(capacity),
    position: new Float64Array(capacity),
    likes: new Float64Array(capacity),
    replies: new Float64Array(capacity),
  };
}

function growNumbers(old: NumberColumns): NumberColumns {
  const grown = createNumbers(old.flags.length * 2);
  grown.flags.set(old.flags);
  grown.createdAt.set(old.createdAt);
  grown.position.set(old.position);
  grown.likes.set(old.likes);
  grown.replies.set(old.replies);
  return grown;
}
