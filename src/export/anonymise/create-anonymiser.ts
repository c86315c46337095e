import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Person } from '../../model/author';
import type { Comment } from '../../model/comment';
import type { Note } from '../../model/note';
import { maskText } from './mask-text';

type IdKind = 'comment' | 'user' | 'note';

/**
 * Takes out of comments and notes what says who or where. The same id becomes the same random one throughout one file,
 * and another one in every other file: it is a keyed hash, and the key is thrown away with the file.
 */
export interface Anonymiser {
  id(kind: IdKind, id: string): string;
  comment(comment: Comment): Comment;
  /** Nothing of a note but its kind: its title, its numbers or its time would lead to it. */
  note(note: Note): Note;
}

const PREFIX: Readonly<Record<IdKind, string>> = { comment: 'c', user: 'u', note: 'n' };
/** 64 bits: among a million ids two are equal once in 37 million files. */
const ID_BYTES = 8;
/** Most rows name the thread or the person of the row before. */
const REMEMBERED = 20_000;

/** `key`: random bytes of this file alone. `names`: nicknames to mask in texts besides those a comment itself carries. */
export function createAnonymiser(key: Uint8Array, names: readonly string[] = []): Anonymiser {
  const known = new Map<string, string>();
  const toId = (kind: IdKind, id: string): string => {
    const word = `${kind}:${id}`;
    const remembered = known.get(word);
    if (remembered !== undefined) return remembered;
    if (known.size >= REMEMBERED) known.clear();
    const digest = hmac(sha256, key, utf8ToBytes(word)).subarray(0, ID_BYTES);
    const made = PREFIX[kind] + bytesToHex(digest);
    known.set(word, made);
    return made;
  };
  const toPerson = ({ id }: Person): Person => ({
    id: { kind: 'masked', value: toId('user', `${id.kind}:${id.value}`) },
  });
  return {
    id: toId,
    comment(comment) {
      const { place, pictures, mentions, author, replyTo, content, rootCommentId, ...rest } = comment;
      void place;
      void pictures;
      return {
        ...rest,
        commentId: toId('comment', comment.commentId),
        noteId: toId('note', comment.noteId),
        ...(rootCommentId === undefined ? {} : { rootCommentId: toId('comment', rootCommentId) }),
        ...(author ? { author: toPerson(author) } : {}),
        ...(content === undefined
          ? {}
          : { content: maskText(content, [...names, ...listNames(mentions, replyTo?.author)]) }),
        ...(replyTo
          ? {
              replyTo: {
                ...(replyTo.commentId === undefined ? {} : { commentId: toId('comment', replyTo.commentId) }),
                ...(replyTo.author ? { author: toPerson(replyTo.author) } : {}),
              },
            }
          : {}),
      };
    },
    note: ({ noteId, type }) => ({
      noteId: toId('note', noteId),
      ...(type === undefined ? {} : { type }),
      counts: {},
      tokens: [],
      observed: {},
      firstSeenAt: 0,
      lastSeenAt: 0,
    }),
  };
}

function listNames(mentions: readonly Person[] = [], target: Person | undefined): string[] {
  return [...mentions, ...(target ? [target] : [])].flatMap(({ nickname }) => nickname ?? []);
}
