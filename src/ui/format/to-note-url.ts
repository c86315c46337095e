import { findUsableToken } from '../../model/merge/note-tokens';
import type { Note } from '../../model/note';
import { toUrl } from '../../site/routes';

/** The address that opens a note: with the token to use, if there is one. */
export function toNoteUrl(note: Pick<Note, 'noteId' | 'host' | 'tokens'>): string {
  const token = findUsableToken(note.tokens);
  return toUrl({
    kind: 'note',
    host: note.host ?? 'www.xiaohongshu.com',
    noteId: note.noteId,
    via: 'explore',
    ...(token ? { xsecToken: token.xsecToken } : {}),
    ...(token?.xsecSource === undefined ? {} : { xsecSource: token.xsecSource }),
  });
}
