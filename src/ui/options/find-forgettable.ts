import { toAuthorKey } from '../../model/author';
import { findLink } from '../../site/find-link';

export type Forgettable =
  | { readonly kind: 'note'; readonly noteId: string }
  | { readonly kind: 'person'; readonly authorKey: string; readonly userId: string }
  | { readonly kind: 'short-link' };

/** What a pasted text names: a note, a person, a short link whose end is not known; `undefined` when none of them. */
export function findForgettable(text: string): Forgettable | undefined {
  const ref = findLink(text);
  if (ref?.kind === 'note') return { kind: 'note', noteId: ref.noteId };
  if (ref?.kind === 'short-link') return { kind: 'short-link' };
  if (ref?.kind !== 'author') return undefined;
  return { kind: 'person', authorKey: toAuthorKey({ kind: 'site', value: ref.userId }), userId: ref.userId };
}
