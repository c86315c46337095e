import type { CommentList } from '../../../model/comment';
import type { Note } from '../../../model/note';
import { findCompleteness } from './find-completeness';
import type { NoteRow } from './types';

/** Of a text as much as a line can show. */
const SHOWN_TEXT = 160;

/** A row, and what only searching needs. */
export interface NoteEntry {
  readonly row: NoteRow;
  /** Title, text, author, topics and id in small letters. */
  readonly words: string;
}

/** What is stored of a note, as the library remembers it. */
export interface StoredNote {
  readonly note: Note;
  readonly list: CommentList | undefined;
  /** Comments and replies stored. */
  readonly stored: number;
}

export function toNoteEntry({ note, list, stored }: StoredNote): NoteEntry {
  const cover = note.images?.[0] ?? note.cover;
  const { noteId, title, type, standing, publishedAt, place, host, tokens, lastSeenAt, author } = note;
  return {
    row: {
      noteId,
      ...(title === undefined ? {} : { title }),
      ...(type === undefined ? {} : { type }),
      ...(standing === undefined ? {} : { standing }),
      ...(publishedAt === undefined ? {} : { publishedAt }),
      ...(place === undefined ? {} : { place }),
      ...(host === undefined ? {} : { host }),
      tokens,
      lastSeenAt,
      text: note.text?.slice(0, SHOWN_TEXT),
      authorName: author?.nickname,
      authorId: author?.id,
      covers: [cover?.previewUrl, cover?.url].filter((url) => url !== undefined),
      counts: note.counts,
      stored,
      completeness: findCompleteness(note, list, stored),
      collectedAt: list?.updatedAt,
      sources: [...new Set(Object.values(note.observed).map(({ source }) => source))].sort(),
    },
    words: [
      title,
      note.text,
      author?.nickname,
      author?.redId,
      ...(note.topics ?? []).map((topic) => topic.name),
      noteId,
    ]
      .filter((word) => word !== undefined)
      .join('\n')
      .toLowerCase(),
  };
}
