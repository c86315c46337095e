import type { Note } from '../../model/note';
import { toUrl } from '../../site/routes';

/** The address that opens a note: with its newest token that was not refused, if there is one. */
export function toNoteUrl(note: Pick<Note, 'noteId' | 'host' | 'tokens'>): string {
  const token = note.tokens
    .filter((one) => one.refusedAt === undefined)
    .sort((a, b) => b.seenAt - a.seenAt)
    .at(0);
  return toUrl({
    kind: 'note',
    host: note.host ?? 'www.xiaohongshu.com',
    noteId: note.noteId,
    via: 'explore',
    ...(token ? { xsecToken: token.xsecToken } : {}),
    ...(token?.xsecSource === undefined ? {} : { xsecSource: token.xsecSource }),
  });
}
