import type { GapCase, RequestCase } from '../../case-types';
import { NOW } from '../../case-types';
import { AUTHOR, NOTE, REPLY, ROOT, SHARED, SHORT_LINK, TOPIC_PAGE } from '../tikhub/app-values';
import {
  COMMENTS,
  EXPLORE,
  NOTE_INFO,
  NOTE_LINK,
  PROFILE,
  REPLIES,
  SEARCH,
  TOPIC,
  USER_LINK,
  at,
} from './paths';

export const requests: readonly RequestCase[] = [
  { operation: 'note.detail', path: NOTE_INFO, input: { noteId: NOTE }, query: { note_id: NOTE } },
  {
    operation: 'note.detail',
    path: NOTE_INFO,
    input: { shareText: SHARED },
    query: { share_text: SHARED },
  },
  {
    operation: 'note.comments',
    path: COMMENTS,
    input: { noteId: NOTE },
    query: { note_id: NOTE, sort_strategy: '2' },
  },
  {
    operation: 'note.comments',
    path: COMMENTS,
    input: { noteId: NOTE, sort: 'default', cursor: `{"cursor":"${ROOT}","index":2,"pageArea":"ALL"}` },
    query: { note_id: NOTE, start: `{"cursor":"${ROOT}","index":2,"pageArea":"ALL"}`, sort_strategy: '1' },
  },
  {
    operation: 'note.replies',
    path: REPLIES,
    input: { noteId: NOTE, rootCommentId: ROOT },
    query: { note_id: NOTE, comment_id: ROOT },
  },
  {
    operation: 'note.replies',
    path: REPLIES,
    // As a thread carries it.
    input: { noteId: NOTE, rootCommentId: ROOT, cursor: `{"cursor":"${REPLY}","index":1}` },
    query: { note_id: NOTE, comment_id: ROOT, start: REPLY },
  },
  {
    operation: 'author.profile',
    path: at('get_user_info'),
    input: { userId: AUTHOR },
    query: { user_id: AUTHOR },
  },
  {
    operation: 'author.notes',
    path: at('get_user_notes'),
    input: { userId: AUTHOR, cursor: NOTE },
    query: { user_id: AUTHOR, cursor: NOTE },
  },
  {
    operation: 'search.notes',
    path: SEARCH,
    input: { keyword: '猫粮', sort: 'newest', type: 'video', time: 'day' },
    query: {
      keyword: '猫粮',
      page: '1',
      sort_type: 'time_descending',
      filter_note_type: '视频笔记',
      filter_note_time: '一天内',
    },
  },
  {
    operation: 'search.notes',
    path: SEARCH,
    input: { keyword: '猫粮', cursor: '{"page":2,"searchId":"s-1","sessionId":"t-1"}' },
    query: {
      keyword: '猫粮',
      page: '2',
      search_id: 's-1',
      session_id: 't-1',
      sort_type: 'general',
      filter_note_type: '不限',
      filter_note_time: '不限',
    },
  },
  {
    operation: 'topic.notes',
    path: TOPIC,
    input: { topicId: TOPIC_PAGE, sort: 'hot' },
    query: { page_id: TOPIC_PAGE, first_load_time: String(NOW), sort: 'hot' },
  },
  {
    operation: 'topic.notes',
    path: TOPIC,
    input: {
      topicId: TOPIC_PAGE,
      cursor: `{"noteId":"${NOTE}","score":"1","createdAt":"2","sessionId":"s","firstLoadTime":"3"}`,
    },
    query: {
      page_id: TOPIC_PAGE,
      first_load_time: '3',
      sort: 'trend',
      cursor_score: '1',
      last_note_id: NOTE,
      last_note_ct: '2',
      session_id: 's',
    },
  },
  { operation: 'link.resolve', path: NOTE_LINK, input: { text: SHARED }, query: { share_link: SHORT_LINK } },
  { operation: 'link.resolve', path: NOTE_LINK, input: { text: EXPLORE }, query: { share_link: EXPLORE } },
  {
    operation: 'link.resolve',
    path: USER_LINK,
    input: { text: `看 ${PROFILE}` },
    query: { share_link: PROFILE },
  },
];

export const gaps: readonly GapCase[] = [
  { operation: 'note.detail', path: NOTE_INFO, input: {}, gap: 'note-unnamed' },
  { operation: 'note.detail', path: NOTE_INFO, input: { noteId: NOTE, type: 'video' }, gap: 'video' },
  { operation: 'note.comments', path: COMMENTS, input: { noteId: NOTE, sort: 'most-liked' }, gap: 'sort' },
  { operation: 'note.comments', path: COMMENTS, input: { shareText: SHARED }, gap: 'note-id' },
  {
    operation: 'note.replies',
    path: at('get_sub_comments'),
    input: { shareText: SHARED, rootCommentId: ROOT },
    gap: 'note-id',
  },
  { operation: 'author.notes', path: at('get_user_notes'), input: { shareText: SHARED }, gap: 'user-id' },
  {
    operation: 'author.profile',
    path: at('get_user_info'),
    input: { shareText: SHARED },
    gap: 'user-id',
  },
  { operation: 'search.notes', path: SEARCH, input: { keyword: 'x', type: 'live' }, gap: 'type' },
  { operation: 'link.resolve', path: NOTE_LINK, input: { text: PROFILE }, gap: 'link-of-author' },
  { operation: 'link.resolve', path: USER_LINK, input: { text: EXPLORE }, gap: 'link-of-note' },
  {
    operation: 'link.resolve',
    path: NOTE_LINK,
    input: { text: '没有链接 https://example.com/a' },
    gap: 'no-link',
  },
];
