import { isQuestion } from '../is-question';
import { toAuthorKey } from '../../model/author';
import type { Comment } from '../../model/comment';

/** A comment as the queue of unanswered ones sees it, and nothing more: there may be very many. */
export interface HeardComment {
  readonly commentId: string;
  readonly rootCommentId?: string | undefined;
  /** Whoever wrote it; absent: not known. */
  readonly person?: string | undefined;
  /** Written by whoever is to answer: the note's author, or the user. */
  readonly isAnswer: boolean;
  readonly answersId?: string | undefined;
  readonly answersPerson?: string | undefined;
  readonly isQuestion: boolean;
  /** Nobody can be answered here: it is gone, or a machine wrote it. */
  readonly isOut: boolean;
  readonly likes: number;
  readonly createdAt?: number | undefined;
  /** Replies the site says the thread has. */
  readonly replies?: number | undefined;
}

/** A comment that nobody has answered, as far as is known. */
export interface UnansweredEntry {
  readonly noteId: string;
  readonly commentId: string;
  readonly rootCommentId?: string | undefined;
  readonly isQuestion: boolean;
  /** Not all replies of its thread were read: the answer may be among the others. */
  readonly mayBeAnswered: boolean;
  readonly likes: number;
  readonly createdAt?: number | undefined;
}

/** Who answers under a note: keys of people, by `toAuthorKey`. */
export interface Answerers {
  readonly authorKey?: string | undefined;
  readonly viewerKey?: string | undefined;
}

export function toHeardComment(comment: Comment, { authorKey, viewerKey }: Answerers): HeardComment {
  const { author, replyTo, content, byNoteAuthor } = comment;
  const person = author && toAuthorKey(author.id);
  const isAnswerer = person !== undefined && (person === authorKey || person === viewerKey);
  return {
    commentId: comment.commentId,
    rootCommentId: comment.rootCommentId,
    person,
    isAnswer: byNoteAuthor === true || isAnswerer,
    answersId: replyTo?.commentId,
    answersPerson: replyTo?.author && toAuthorKey(replyTo.author.id),
    isQuestion: content !== undefined && isQuestion(content),
    isOut: comment.goneAt !== undefined || comment.byMachine === true,
    likes: comment.likes?.value ?? 0,
    createdAt: comment.createdAt,
    replies: comment.replyCount?.value,
  };
}

/**
 * Comments under a note that wait for an answer: top-level ones, and replies that speak to whoever answers. One is answered
 * by a reply to it, or by a later one to the same person in the same thread. `openThreads`: threads of which more follows.
 */
export function findUnanswered(
  noteId: string,
  comments: Iterable<HeardComment>,
  openThreads: ReadonlySet<string> = new Set(),
): UnansweredEntry[] {
  const threads = new Map<string, HeardComment[]>();
  for (const comment of comments) {
    const id = comment.rootCommentId ?? comment.commentId;
    const thread = threads.get(id);
    if (thread) thread.push(comment);
    else threads.set(id, [comment]);
  }
  return [...threads].flatMap(([rootId, thread]) => {
    const open = findOpenIn(rootId, thread);
    const mayBeAnswered = open.length > 0 && (openThreads.has(rootId) || isShort(rootId, thread));
    return open.map(({ commentId, rootCommentId, isQuestion: asks, likes, createdAt }) => ({
      ...{ noteId, commentId, rootCommentId, isQuestion: asks, mayBeAnswered, likes, createdAt },
    }));
  });
}

function findOpenIn(rootId: string, thread: readonly HeardComment[]): HeardComment[] {
  const byId = new Map(thread.map((comment) => [comment.commentId, comment]));
  const answers = thread.filter(({ isAnswer, rootCommentId }) => isAnswer && rootCommentId !== undefined);
  /** What an answer is to: the thread's first comment where nothing else is said. */
  const aimsOf = (answer: HeardComment) => {
    const targetId = answer.answersId ?? (answer.answersPerson === undefined ? rootId : undefined);
    const target = targetId === undefined ? undefined : byId.get(targetId);
    return { targetId, person: answer.answersPerson ?? target?.person, at: answer.createdAt };
  };
  const aims = answers.map(aimsOf);
  const isAnswered = ({ commentId, person, createdAt }: HeardComment) =>
    aims.some(
      (aim) =>
        aim.targetId === commentId ||
        (person !== undefined && aim.person === person && isLater(aim.at, createdAt)),
    );
  const answerers = new Set(thread.flatMap(({ isAnswer, person }) => (isAnswer && person ? [person] : [])));
  const speaksToThem = ({ answersId, answersPerson }: HeardComment) =>
    byId.get(answersId ?? '')?.isAnswer === true ||
    (answersPerson !== undefined && answerers.has(answersPerson));
  return thread.filter(
    (comment) =>
      !comment.isAnswer &&
      !comment.isOut &&
      (comment.rootCommentId === undefined || speaksToThem(comment)) &&
      !isAnswered(comment),
  );
}

/** An answer of unknown time, or to a comment of unknown time, counts as a later one. */
const isLater = (answerAt: number | undefined, commentAt: number | undefined): boolean =>
  answerAt === undefined || commentAt === undefined || answerAt >= commentAt;

/** Whether the site says that there are more replies than are stored. */
function isShort(rootId: string, thread: readonly HeardComment[]): boolean {
  const root = thread.find(({ commentId }) => commentId === rootId);
  const stored = thread.length - (root ? 1 : 0);
  return root === undefined || (root.replies ?? 0) > stored;
}
