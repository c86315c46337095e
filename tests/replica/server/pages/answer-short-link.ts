import type { WorldAuthor, WorldNote } from '../../world/types';
import { type Answer, type Exchange, redirect } from '../exchange';
import type { SiteState } from '../site-state';
import type { TokenLedger } from '../token-ledger';

/** The path of a note's short link: `/m/` and the end of its id. */
export function shortPathOf(note: WorldNote): string {
  return `/m/${note.noteId.slice(-10)}`;
}

/** The path of a person's short link, made in the same way: those of the site do not say what they lead to. */
export function shortPathOfAuthor(author: WorldAuthor): string {
  return `/m/${author.userId.slice(-10)}`;
}

/** xhslink.com redirects (public link parsers, 2025). */
export function answerShortLink(exchange: Exchange, state: SiteState): Answer {
  exchange.kind = 'short-link';
  const path = exchange.path.replace(/\/$/, '');
  const author = state.world.authors.find((candidate) => shortPathOfAuthor(candidate) === path);
  if (author) return redirect(`https://www.xiaohongshu.com/user/profile/${author.userId}`);
  const note = state.world.notes.find((candidate) => shortPathOf(candidate) === path);
  if (note === undefined)
    return { status: 404, headers: { 'content-type': 'text/plain' }, body: 'no such link' };
  return redirect(toSharedUrl(note, state.tokens));
}

/** Where a short link leads: the page for links shared from the app, with a `CB…` token. */
export function toSharedUrl(note: WorldNote, tokens: TokenLedger): string {
  const query = new URLSearchParams({
    app_platform: 'ios',
    app_version: '8.90',
    share_from_user_hidden: 'true',
    xsec_source: 'app_share',
    type: note.type,
    xsec_token: tokens.issue(note.noteId, 'app_share'),
    author_share: '1',
    shareRedId: 'replica',
    apptime: '1779500000',
  });
  return `https://www.xiaohongshu.com/discovery/item/${note.noteId}?${query.toString()}`;
}
