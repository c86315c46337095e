/** For endpoints that know a note by its id alone: what is missing of an input that has none. */
export const findMissingNoteId = ({ noteId }: { readonly noteId?: string | undefined }) =>
  noteId ? undefined : 'note-id';

/** The same for people. */
export const findMissingUserId = ({ userId }: { readonly userId?: string | undefined }) =>
  userId ? undefined : 'user-id';
