import type { PageRef } from '../../model/page-ref';
import { toAuthorKey } from '../../model/author';
import { parsePageRef } from '../../site/routes';

export type Forgettable =
  | { readonly kind: 'note'; readonly noteId: string }
  | { readonly kind: 'person'; readonly authorKey: string; readonly userId: string }
  | { readonly kind: 'short-link' };

/** What a pasted text names: a note, a person, a short link whose end is not known; `undefined` when none of them. */
export function findForgettable(text: string): Forgettable | undefined {
  // A share text holds the address among Chinese words; none of these characters stands in an address.
  const address = /https?:\/\/[^\s\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]+/i.exec(text)?.[0];
  const ref: PageRef | undefined = address === undefined ? undefined : parsePageRef(address);
  if (ref?.kind === 'note') return { kind: 'note', noteId: ref.noteId };
  if (ref?.kind === 'short-link') return { kind: 'short-link' };
  if (ref?.kind !== 'author') return undefined;
  return { kind: 'person', authorKey: toAuthorKey({ kind: 'site', value: ref.userId }), userId: ref.userId };
}
