import type { WorldAuthor, WorldComment, WorldNote } from '../world/types';

/** What visitors have written and deleted, laid over the comments of the world. */
export interface CommentShelf {
  /** Top-level comments as listed now. */
  listOf(note: WorldNote): readonly WorldComment[];
  /** Replies of a thread as listed now. */
  repliesOf(note: WorldNote, root: WorldComment): readonly WorldComment[];
  findRoot(note: WorldNote, commentId: string): WorldComment | undefined;
  /** A comment of any level. */
  find(note: WorldNote, commentId: string): WorldComment | undefined;
  post(note: WorldNote, author: WorldAuthor, content: string, target: WorldComment | undefined): WorldComment;
  /** False when the comment is not there or not this person's, nor the note's author is asking. */
  remove(note: WorldNote, author: WorldAuthor, commentId: string): boolean;
  /** How many were added and taken away, for the note's count. */
  changeOf(note: WorldNote): number;
}

interface NoteShelf {
  readonly posted: WorldComment[];
  readonly replies: Map<string, WorldComment[]>;
  readonly removed: Set<string>;
  /** Every id of the note, with the thread it belongs to. Made when first needed. */
  roots: Map<string, WorldComment> | undefined;
}

export function createCommentShelf(): CommentShelf {
  const shelves = new Map<string, NoteShelf>();
  const shelfOf = (note: WorldNote): NoteShelf => {
    let shelf = shelves.get(note.noteId);
    if (shelf === undefined) {
      shelf = { posted: [], replies: new Map(), removed: new Set(), roots: undefined };
      shelves.set(note.noteId, shelf);
    }
    return shelf;
  };
  return {
    listOf: (note) => listOf(note, shelfOf(note)),
    repliesOf: (note, root) => repliesOf(shelfOf(note), root),
    findRoot: (note, commentId) => rootsOf(note, shelfOf(note)).get(commentId),
    find: (note, commentId) => find(note, shelfOf(note), commentId),
    post: (note, author, content, target) => post(note, shelfOf(note), { author, content, target }),
    remove: (note, author, commentId) => remove(note, shelfOf(note), author, commentId),
    changeOf: (note) => {
      const shelf = shelves.get(note.noteId);
      if (
        shelf === undefined ||
        (shelf.posted.length === 0 && shelf.replies.size === 0 && shelf.removed.size === 0)
      )
        return 0;
      const listed = listOf(note, shelf).reduce((sum, root) => sum + 1 + repliesOf(shelf, root).length, 0);
      return listed - note.comments.reduce((sum, root) => sum + 1 + root.replies.length, 0);
    },
  };
}

function listOf(note: WorldNote, shelf: NoteShelf): readonly WorldComment[] {
  if (shelf.posted.length === 0 && shelf.removed.size === 0) return note.comments;
  const listed = [...[...shelf.posted].reverse(), ...note.comments];
  return listed.filter((comment) => !shelf.removed.has(comment.id));
}

function repliesOf(shelf: NoteShelf, root: WorldComment): readonly WorldComment[] {
  const added = shelf.replies.get(root.id) ?? [];
  if (added.length === 0 && shelf.removed.size === 0) return root.replies;
  return [...root.replies, ...added].filter((reply) => !shelf.removed.has(reply.id));
}

function rootsOf(note: WorldNote, shelf: NoteShelf): Map<string, WorldComment> {
  if (shelf.roots === undefined) {
    shelf.roots = new Map();
    for (const root of note.comments) {
      shelf.roots.set(root.id, root);
      for (const reply of root.replies) shelf.roots.set(reply.id, root);
    }
  }
  return shelf.roots;
}

function find(note: WorldNote, shelf: NoteShelf, commentId: string): WorldComment | undefined {
  const root = rootsOf(note, shelf).get(commentId);
  if (root === undefined || shelf.removed.has(commentId)) return undefined;
  if (root.id === commentId) return root;
  return repliesOf(shelf, root).find((reply) => reply.id === commentId);
}

function post(
  note: WorldNote,
  shelf: NoteShelf,
  draft: { author: WorldAuthor; content: string; target: WorldComment | undefined },
): WorldComment {
  const { author, content, target } = draft;
  const createTime = Date.now();
  const serial = rootsOf(note, shelf).size;
  const comment: WorldComment = {
    id:
      Math.floor(createTime / 1000)
        .toString(16)
        .padStart(8, '0') + serial.toString(16).padStart(16, '0'),
    noteId: note.noteId,
    author,
    content,
    createTime,
    ipLocation: author.ipLocation,
    likeCount: 0,
    status: 0,
    isNoteAuthor: author.userId === note.author.userId,
    pinned: false,
    folded: false,
    pictures: [],
    mentions: [],
    replies: [],
    targetCommentId: target?.id,
    targetAuthor: target?.author,
  };
  const roots = rootsOf(note, shelf);
  const root = target === undefined ? undefined : roots.get(target.id);
  if (root === undefined) shelf.posted.push(comment);
  else shelf.replies.set(root.id, [...(shelf.replies.get(root.id) ?? []), comment]);
  roots.set(comment.id, root ?? comment);
  return comment;
}

function remove(note: WorldNote, shelf: NoteShelf, author: WorldAuthor, commentId: string): boolean {
  const comment = find(note, shelf, commentId);
  if (comment === undefined) return false;
  if (comment.author.userId !== author.userId && note.author.userId !== author.userId) return false;
  shelf.removed.add(commentId);
  return true;
}
