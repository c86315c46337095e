import type { MediaStore } from '../../media/create-media-store';

/** What can be done with notes of the list. */
export interface NoteActions {
  forget(noteIds: readonly string[]): void;
  export(noteIds: readonly string[]): void;
  readonly media: MediaStore;
}
