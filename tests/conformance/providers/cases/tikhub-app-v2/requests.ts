import type { GapCase, RequestCase } from '../../case-types';
import { AUTHOR, NOTE, REPLY, ROOT, SHARED, TOPIC_PAGE } from '../tikhub/app-values';
import {
  BALANCE,
  COMMENTS,
  FEED,
  FOLDED_START,
  IMAGE,
  PRICE,
  REPLIES,
  SEARCH,
  TOPIC,
  VIDEO,
  at,
} from './paths';

export const requests: readonly RequestCase[] = [
  { operation: 'note.detail', path: IMAGE, input: { noteId: NOTE }, query: { note_id: NOTE } },
  { operation: 'note.detail', path: IMAGE, input: { shareText: SHARED }, query: { share_text: SHARED } },
  {
    operation: 'note.detail',
    path: VIDEO,
    input: { noteId: NOTE, shareText: SHARED, type: 'video', xsecToken: 'never sent' },
    query: { note_id: NOTE },
  },
  {
    operation: 'note.comments',
    path: COMMENTS,
    input: { noteId: NOTE },
    query: { note_id: NOTE, index: '0', pageArea: 'UNFOLDED', sort_strategy: 'latest_v2' },
  },
  {
    operation: 'note.comments',
    path: COMMENTS,
    input: { noteId: NOTE, sort: 'most-liked', cursor: `{"cursor":"${ROOT}","index":2,"area":"ALL"}` },
    query: { note_id: NOTE, cursor: ROOT, index: '2', pageArea: 'ALL', sort_strategy: 'like_count' },
  },
  {
    operation: 'note.comments',
    path: COMMENTS,
    input: { noteId: NOTE, sort: 'default', cursor: FOLDED_START },
    query: { note_id: NOTE, index: '0', pageArea: 'FOLDED', sort_strategy: 'default' },
  },
  {
    operation: 'note.replies',
    path: REPLIES,
    input: { noteId: NOTE, rootCommentId: ROOT },
    query: { note_id: NOTE, comment_id: ROOT, index: '1' },
  },
  {
    operation: 'note.replies',
    path: REPLIES,
    input: { noteId: NOTE, rootCommentId: ROOT, cursor: `{"cursor":"${REPLY}","index":3}` },
    query: { note_id: NOTE, comment_id: ROOT, cursor: REPLY, index: '3' },
  },
  {
    operation: 'author.profile',
    path: at('get_user_info'),
    input: { userId: AUTHOR },
    query: { user_id: AUTHOR },
  },
  {
    operation: 'author.profile',
    path: at('get_user_info'),
    input: { shareText: SHARED },
    query: { share_text: SHARED },
  },
  {
    operation: 'author.notes',
    path: at('get_user_posted_notes'),
    input: { userId: AUTHOR },
    query: { user_id: AUTHOR },
  },
  {
    operation: 'author.faved',
    path: at('get_user_faved_notes'),
    input: { userId: AUTHOR, cursor: NOTE },
    query: { user_id: AUTHOR, cursor: NOTE },
  },
  {
    operation: 'search.notes',
    path: SEARCH,
    input: { keyword: '猫 粮&#' },
    query: { keyword: '猫 粮&#', page: '1', sort_type: 'general', note_type: '不限', time_filter: '不限' },
  },
  {
    operation: 'search.notes',
    path: SEARCH,
    input: {
      keyword: '猫粮',
      sort: 'most-collected',
      type: 'live',
      time: 'half-year',
      cursor: '{"page":3,"searchId":"s-1","sessionId":"t-1"}',
    },
    query: {
      keyword: '猫粮',
      page: '3',
      sort_type: 'collect_descending',
      note_type: '直播笔记',
      time_filter: '半年内',
      search_id: 's-1',
      search_session_id: 't-1',
    },
  },
  {
    operation: 'search.authors',
    path: at('search_users'),
    input: { keyword: '面包' },
    query: { keyword: '面包', page: '1' },
  },
  {
    operation: 'search.authors',
    path: at('search_users'),
    input: { keyword: '面包', cursor: '{"page":2,"searchId":"s-2"}' },
    query: { keyword: '面包', page: '2', search_id: 's-2' },
  },
  {
    operation: 'topic.detail',
    path: TOPIC,
    input: { topicId: TOPIC_PAGE },
    query: { page_id: TOPIC_PAGE },
  },
  {
    operation: 'topic.detail',
    path: TOPIC,
    input: { topicId: TOPIC_PAGE, noteId: NOTE },
    query: { page_id: TOPIC_PAGE, note_id: NOTE },
  },
  {
    operation: 'topic.notes',
    path: FEED,
    input: { topicId: TOPIC_PAGE },
    query: { page_id: TOPIC_PAGE, sort: 'trend' },
  },
  {
    operation: 'topic.notes',
    path: FEED,
    input: {
      topicId: TOPIC_PAGE,
      sort: 'newest',
      cursor: `{"noteId":"${NOTE}","score":"1.5","createdAt":"1788000000000","sessionId":"s-3","firstLoadTime":"1788000000001"}`,
    },
    query: {
      page_id: TOPIC_PAGE,
      sort: 'time',
      cursor_score: '1.5',
      last_note_id: NOTE,
      last_note_ct: '1788000000000',
      session_id: 's-3',
      first_load_time: '1788000000001',
    },
  },
  { operation: 'account.balance', path: BALANCE, input: {}, query: {} },
  { operation: 'account.price', path: PRICE, input: { endpoint: SEARCH }, query: { endpoint: SEARCH } },
];

export const gaps: readonly GapCase[] = [
  { operation: 'note.detail', path: IMAGE, input: {}, gap: 'note-unnamed' },
  { operation: 'note.detail', path: VIDEO, input: { noteId: NOTE }, gap: 'not-known-to-be-video' },
  {
    operation: 'note.detail',
    path: VIDEO,
    input: { noteId: NOTE, type: 'normal' },
    gap: 'not-known-to-be-video',
  },
  { operation: 'author.profile', path: at('get_user_info'), input: {}, gap: 'author-unnamed' },
  { operation: 'topic.notes', path: FEED, input: { topicId: TOPIC_PAGE, sort: 'hot' }, gap: 'sort' },
];
