import type { GapCase, RequestCase } from '../../case-types';
import { AUTHOR, NOTE, ROOT } from './bodies';
import { detailPath, P, TOKEN, asked } from './values';

export const requests: readonly RequestCase[] = [
  {
    operation: 'note.detail',
    path: detailPath,
    input: { ...asked, type: 'video' },
    query: { note_id: NOTE, xsec_token: TOKEN },
  },
  {
    operation: 'note.comments',
    path: `${P}/fetch_note_comments`,
    input: { ...asked, cursor: ROOT },
    query: { note_id: NOTE, xsec_token: TOKEN, cursor: ROOT },
  },
  {
    operation: 'note.replies',
    path: `${P}/fetch_sub_comments`,
    input: { ...asked, rootCommentId: ROOT },
    query: { note_id: NOTE, root_comment_id: ROOT, xsec_token: TOKEN, num: '10' },
  },
  {
    operation: 'author.profile',
    path: `${P}/fetch_user_info`,
    input: { userId: AUTHOR },
    query: { user_id: AUTHOR },
  },
  {
    operation: 'author.notes',
    path: `${P}/fetch_user_notes`,
    input: { userId: AUTHOR, cursor: NOTE },
    query: { user_id: AUTHOR, cursor: NOTE, num: '30' },
  },
  {
    operation: 'search.notes',
    path: `${P}/fetch_search_notes`,
    input: { keyword: '面包 & 牛奶', sort: 'newest', type: 'image', time: 'any', cursor: '2' },
    query: { keyword: '面包 & 牛奶', page: '2', sort: 'time_descending', note_type: '1' },
  },
  {
    operation: 'search.notes',
    path: `${P}/fetch_search_notes`,
    input: { keyword: '面包', sort: 'most-liked', type: 'video' },
    query: { keyword: '面包', page: '1', sort: 'popularity_descending', note_type: '2' },
  },
  {
    operation: 'search.authors',
    path: `${P}/fetch_search_users`,
    input: { keyword: '面包师' },
    query: { keyword: '面包师', page: '1' },
  },
];

export const gaps: readonly GapCase[] = [
  { operation: 'note.detail', path: detailPath, input: { noteId: NOTE }, gap: 'xsec-token' },
  {
    operation: 'note.detail',
    path: detailPath,
    input: { shareText: 'x', xsecToken: TOKEN },
    gap: 'note-id',
  },
  {
    operation: 'note.comments',
    path: `${P}/fetch_note_comments`,
    input: { noteId: NOTE },
    gap: 'xsec-token',
  },
  {
    operation: 'note.comments',
    path: `${P}/fetch_note_comments`,
    input: { ...asked, sort: 'most-liked' },
    gap: 'sort',
  },
  {
    operation: 'note.replies',
    path: `${P}/fetch_sub_comments`,
    input: { noteId: NOTE, rootCommentId: ROOT },
    gap: 'xsec-token',
  },
  {
    operation: 'note.comments',
    path: `${P}/fetch_note_comments`,
    input: { shareText: 'x', xsecToken: TOKEN },
    gap: 'note-id',
  },
  {
    operation: 'note.replies',
    path: `${P}/fetch_sub_comments`,
    input: { shareText: 'x', rootCommentId: ROOT, xsecToken: TOKEN },
    gap: 'note-id',
  },
  { operation: 'author.profile', path: `${P}/fetch_user_info`, input: { shareText: 'x' }, gap: 'user-id' },
  { operation: 'author.notes', path: `${P}/fetch_user_notes`, input: { shareText: 'x' }, gap: 'user-id' },
  ...(['most-commented', 'most-collected'] as const).map((sort) => ({
    operation: 'search.notes' as const,
    path: `${P}/fetch_search_notes`,
    input: { keyword: 'a', sort },
    gap: 'sort',
  })),
  {
    operation: 'search.notes',
    path: `${P}/fetch_search_notes`,
    input: { keyword: 'a', type: 'live' },
    gap: 'type',
  },
  ...(['day', 'week', 'half-year'] as const).map((time) => ({
    operation: 'search.notes' as const,
    path: `${P}/fetch_search_notes`,
    input: { keyword: 'a', time },
    gap: 'time',
  })),
];
