import { toAuthorKey, type AuthorSighting } from '../../../../model/author';
import type { NoteSighting } from '../../../../model/note';
import type { RunReport } from '../../../../model/providers/run';

/** One thing that was found, and in which run. */
export type FoundRow =
  | { readonly kind: 'note'; readonly id: string; readonly note: NoteSighting; readonly run: RunReport }
  | {
      readonly kind: 'author';
      readonly id: string;
      readonly author: AuthorSighting;
      readonly run: RunReport;
    };

export type FoundNote = Extract<FoundRow, { kind: 'note' }>;
export type FoundAuthor = Extract<FoundRow, { kind: 'author' }>;

export const toFoundNote = (note: NoteSighting, run: RunReport): FoundNote => ({
  kind: 'note',
  id: note.noteId,
  note,
  run,
});

export const toFoundAuthor = (author: AuthorSighting, run: RunReport): FoundAuthor => ({
  kind: 'author',
  id: toAuthorKey(author.id),
  author,
  run,
});
