interface NoteKey {
  readonly noteId?: string | undefined;
  readonly shareText?: string | undefined;
}

interface PersonKey {
  readonly userId?: string | undefined;
  readonly shareText?: string | undefined;
}

/** `note_id` goes before `share_text` where both are given (TikHub OpenAPI V5.3.2, 2026-03): one of them is sent. */
export const toNoteQuery = ({ noteId, shareText }: NoteKey) =>
  noteId ? { note_id: noteId } : { share_text: shareText };

/** For endpoints that take either. */
export const findNoteGap = ({ noteId, shareText }: NoteKey) =>
  noteId || shareText ? undefined : 'note-unnamed';

/** `user_id` goes before `share_text`, as with notes. */
export const toPersonQuery = ({ userId, shareText }: PersonKey) =>
  userId ? { user_id: userId } : { share_text: shareText };

/** For endpoints that take either. */
export const findPersonGap = ({ userId, shareText }: PersonKey) =>
  userId || shareText ? undefined : 'author-unnamed';
