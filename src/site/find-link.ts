import type { PageRef } from '../model/page-ref';
import { parsePageRef } from './routes';

/** An address ends at a blank, a quote or a bracket, and at Chinese letters and punctuation, which stand unencoded only outside. */
const ADDRESS =
  /(?:https?:\/\/|(?<![\w.@/-])(?=(?:www\.)?(?:xiaohongshu|rednote|xhslink)\.com\/))[^\s"'<>()[\]{}\u2018-\u201d\u3000-\u303f\u3400-\u9fff\uff00-\uffef]+/gi;

/**
 * What a pasted text points at: a link with or without `https://`, the text the app shares (a link inside Chinese
 * text), or a bare note id. A note or a short link goes before any other page of the site; `undefined` when there is
 * nothing of the site in it.
 */
export function findLink(text: string): PageRef | undefined {
  const trimmed = text.trim();
  if (/^[0-9a-f]{24}$/i.test(trimmed)) {
    return { kind: 'note', host: 'www.xiaohongshu.com', noteId: trimmed.toLowerCase(), via: 'explore' };
  }
  let first: PageRef | undefined;
  for (const [found] of trimmed.slice(0, 20_000).matchAll(ADDRESS)) {
    // A sentence's own point is no part of the address.
    const bare = found.replace(/[.,;!?]+$/, '');
    const ref = parsePageRef(/^https?:/i.test(bare) ? bare : `https://${bare}`);
    if (ref?.kind === 'note' || ref?.kind === 'short-link') return ref;
    first ??= ref?.kind === 'other' ? undefined : ref;
  }
  return first;
}
