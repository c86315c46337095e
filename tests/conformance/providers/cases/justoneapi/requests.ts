import type { GapCase, RequestCase } from '../../case-types';
import { CURSOR, P, SHORT } from './values';
import { AUTHOR, NOTE, ROOT, TOPIC_PAGE, VIDEO_NOTE } from '../tikhub/app-values';

export const requests: readonly RequestCase[] = [
  {
    operation: 'note.detail',
    path: `${P}/get-note-detail/v6`,
    input: { noteId: VIDEO_NOTE, type: 'video', xsecToken: 'not sent' },
    query: { noteId: VIDEO_NOTE },
  },
  {
    operation: 'note.detail',
    path: `${P}/get-note-detail/v1`,
    input: { noteId: NOTE },
    query: { noteId: NOTE },
  },
  {
    operation: 'note.comments',
    path: `${P}/get-note-comment/v2`,
    input: { noteId: NOTE },
    query: { noteId: NOTE },
  },
  {
    operation: 'note.comments',
    path: `${P}/get-note-comment/v2`,
    input: { noteId: NOTE, sort: 'default', cursor: CURSOR },
    query: { noteId: NOTE, sort: 'normal', lastCursor: CURSOR },
  },
  {
    operation: 'note.comments',
    path: `${P}/get-note-comment/v2`,
    input: { noteId: NOTE, sort: 'latest', cursor: '{"sort":"normal"}' },
    query: { noteId: NOTE, sort: 'normal' },
  },
  {
    operation: 'note.comments',
    path: `${P}/get-note-comment/v4`,
    input: { noteId: NOTE, cursor: JSON.stringify({ sort: 'normal', lastCursor: CURSOR }) },
    query: { noteId: NOTE, sort: 'normal', lastCursor: CURSOR },
  },
  {
    operation: 'note.comments',
    path: `${P}/get-note-comment/v4`,
    input: { noteId: NOTE, sort: 'latest' },
    query: { noteId: NOTE, sort: 'latest' },
  },
  {
    operation: 'note.comments',
    path: `${P}/get-note-comment/v4`,
    input: { noteId: NOTE, sort: 'most-liked' },
    query: { noteId: NOTE, sort: 'like_count' },
  },
  {
    operation: 'note.replies',
    path: `${P}/get-note-sub-comment/v2`,
    input: { noteId: NOTE, rootCommentId: ROOT, cursor: 'x' },
    query: { noteId: NOTE, commentId: ROOT, lastCursor: 'x' },
  },
  {
    operation: 'author.profile',
    path: `${P}/get-user/v3`,
    input: { userId: AUTHOR },
    query: { userId: AUTHOR },
  },
  {
    operation: 'author.notes',
    path: `${P}/get-user-note-list/v4`,
    input: { userId: AUTHOR, cursor: NOTE },
    query: { userId: AUTHOR, lastCursor: NOTE },
  },
  {
    operation: 'search.notes',
    path: `${P}/search-note/v2`,
    input: { keyword: '面包 & 牛奶', sort: 'most-liked', type: 'image', time: 'any', cursor: '2' },
    query: { keyword: '面包 & 牛奶', page: '2', sort: 'popularity_descending', noteType: '_2' },
  },
  {
    operation: 'search.notes',
    path: `${P}/search-note/v2`,
    input: { keyword: '面包', sort: 'most-commented', type: 'video' },
    query: { keyword: '面包', page: '1', sort: 'comment_descending', noteType: '_1' },
  },
  {
    operation: 'search.notes',
    path: `${P}/search-note/v4`,
    input: { keyword: '面包', sort: 'newest', type: 'video', time: 'week' },
    query: {
      keyword: '面包',
      page: '1',
      sortType: 'time_descending',
      noteType: 'VIDEO_NOTE',
      timeFilter: 'ONE_WEEK',
    },
  },
  {
    operation: 'search.notes',
    path: `${P}/search-note/v4`,
    input: { keyword: '面包', sort: 'most-collected', type: 'image', time: 'half-year', cursor: '3' },
    query: {
      keyword: '面包',
      page: '3',
      sortType: 'collect_descending',
      noteType: 'NORMAL_NOTE',
      timeFilter: 'HALF_YEAR',
    },
  },
  {
    operation: 'search.authors',
    path: `${P}/search-user/v2`,
    input: { keyword: '面包师' },
    query: { keyword: '面包师', page: '1' },
  },
  {
    operation: 'topic.notes',
    path: `${P}/get-topic-note-list/v1`,
    input: { topicId: TOPIC_PAGE, sort: 'newest', cursor: 'c' },
    query: { topicId: TOPIC_PAGE, sort: 'time', cursor: 'c' },
  },
  {
    operation: 'topic.notes',
    path: `${P}/get-topic-note-list/v1`,
    input: { topicId: TOPIC_PAGE, sort: 'hot' },
    query: { topicId: TOPIC_PAGE, sort: 'hot' },
  },
  {
    operation: 'link.resolve',
    path: `${P}/share-url-transfer/v1`,
    input: { text: `看看 ${SHORT}，复制后打开` },
    query: { shareUrl: SHORT },
  },
];

export const gaps: readonly GapCase[] = [
  { operation: 'note.detail', path: `${P}/get-note-detail/v6`, input: { noteId: NOTE }, gap: 'type' },
  {
    operation: 'note.detail',
    path: `${P}/get-note-detail/v6`,
    input: { noteId: NOTE, type: 'normal' },
    gap: 'type',
  },
  {
    operation: 'note.detail',
    path: `${P}/get-note-detail/v1`,
    input: { shareText: SHORT },
    gap: 'note-id',
  },
  {
    operation: 'note.comments',
    path: `${P}/get-note-comment/v2`,
    input: { shareText: SHORT },
    gap: 'note-id',
  },
  {
    operation: 'note.replies',
    path: `${P}/get-note-sub-comment/v2`,
    input: { shareText: SHORT, rootCommentId: ROOT },
    gap: 'note-id',
  },
  { operation: 'author.profile', path: `${P}/get-user/v3`, input: { shareText: SHORT }, gap: 'user-id' },
  {
    operation: 'author.notes',
    path: `${P}/get-user-note-list/v4`,
    input: { shareText: SHORT },
    gap: 'user-id',
  },
  {
    operation: 'search.notes',
    path: `${P}/search-note/v2`,
    input: { keyword: 'a', type: 'live' },
    gap: 'type',
  },
  {
    operation: 'search.notes',
    path: `${P}/search-note/v2`,
    input: { keyword: 'a', time: 'day' },
    gap: 'time',
  },
  {
    operation: 'search.notes',
    path: `${P}/search-note/v4`,
    input: { keyword: 'a', type: 'live' },
    gap: 'type',
  },
  {
    operation: 'topic.notes',
    path: `${P}/get-topic-note-list/v1`,
    input: { topicId: TOPIC_PAGE, sort: 'trend' },
    gap: 'sort',
  },
  {
    operation: 'link.resolve',
    path: `${P}/share-url-transfer/v1`,
    input: { text: `https://www.xiaohongshu.com/explore/${NOTE}` },
    gap: 'short-link',
  },
];
