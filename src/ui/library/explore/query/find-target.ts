import { findLink } from '../../../../site/find-link';

const ID = /^[0-9a-f]{24}$/;

/** Who a text names: an id at once, or a short link, whose end only a provider can tell; `undefined` when nobody. */
export function findAuthorTarget(
  text: string,
): { readonly userId: string } | { readonly shareText: string } | undefined {
  const trimmed = text.trim();
  if (ID.test(trimmed)) return { userId: trimmed };
  const ref = findLink(trimmed);
  if (ref?.kind === 'author') return { userId: ref.userId };
  return ref?.kind === 'short-link' ? { shareText: ref.url } : undefined;
}

/**
 * The page id of a topic: bare, or behind `id=` in the link that stands with a note's hashtag (real answers, 2026-08),
 * which is another id than the hashtag's own.
 */
export function findTopicId(text: string): string | undefined {
  const trimmed = text.trim();
  if (ID.test(trimmed)) return trimmed;
  return /[?&](?:page_)?id=([0-9a-f]{24})(?:[&#\s]|$)/.exec(trimmed)?.[1];
}
