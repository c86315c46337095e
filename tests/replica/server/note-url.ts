import type { Replica } from '../types';
import { shortPathOf } from './pages/answer-short-link';
import type { SiteState } from './site-state';

type NoteUrlOptions = NonNullable<Parameters<Replica['noteUrl']>[1]>;

/** The source the site itself gives to a link of this form (site bundle xhs-pc-web 6.12.1, 2026-05). */
const SOURCES: Readonly<Record<NonNullable<NoteUrlOptions['form']>, string>> = {
  explore: 'pc_feed',
  discovery: 'app_share',
  profile: 'pc_user',
  search: 'pc_search',
  board: 'pc_user',
  notification: 'pc_notice',
  short: 'app_share',
};

/** A URL that opens the note, with a token issued now. The board's id is made of the note's. */
export function createNoteUrl(state: SiteState, noteIdOrKey: string, options: NoteUrlOptions = {}): string {
  const note = state.world.findNote(noteIdOrKey);
  if (note === undefined) throw new Error(`No note named ${noteIdOrKey} in this world.`);
  const form = options.form ?? 'explore';
  if (form === 'short') return `https://xhslink.com${shortPathOf(note)}`;
  const source = options.source ?? SOURCES[form];
  const paths = {
    explore: `/explore/${note.noteId}`,
    discovery: `/discovery/item/${note.noteId}`,
    profile: `/user/profile/${note.author.userId}/${note.noteId}`,
    search: `/search_result/${note.noteId}`,
    board: `/board/${note.noteId.slice(0, 20)}0b0a/${note.noteId}`,
    notification: `/notification/${note.noteId}`,
  };
  const query = new URLSearchParams({
    xsec_token: state.tokens.issue(note.noteId, source),
    xsec_source: source,
  });
  return `https://${options.host ?? 'www.xiaohongshu.com'}${paths[form]}?${query.toString()}`;
}
