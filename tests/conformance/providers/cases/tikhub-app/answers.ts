import type { AnswerCase } from '../../case-types';
import {
  agentItem,
  found,
  foundItem,
  listed,
  listedRow,
  profile,
  profileRow,
  topicEntry,
  topicNote,
} from '../tikhub/app-listed';
import { imageNote, imageNoteRow } from '../tikhub/app-notes';
import { reply, replyRow, threadRow, thread } from '../tikhub/app-threads';
import { AUTHOR, NOTE, REPLY, ROOT, SHARED, TOPIC_PAGE, authorBeside } from '../tikhub/app-values';
import { outer } from '../tikhub/envelope';
import { COMMENTS, NOTE_INFO, NOTE_LINK, PROFILE, REPLIES, SEARCH, TOPIC, USER_LINK, at, ok } from './paths';

export const answers: readonly AnswerCase[] = [
  {
    operation: 'note.detail',
    path: NOTE_INFO,
    input: { noteId: NOTE },
    body: ok('get_note_info', [{ note_list: [imageNoteRow] }]),
    output: { note: imageNote, author: authorBeside },
    list: 'data.data.0.note_list.0.id',
    times: ['data.data.0.note_list.0.time', 'data.data.0.note_list.0.last_update_time'],
  },
  {
    operation: 'note.comments',
    path: COMMENTS,
    input: { noteId: NOTE },
    body: ok('get_note_comments', {
      comments: [threadRow],
      comment_count: 205,
      comment_count_l1: 117,
      cursor: `{"cursor":"${ROOT}","index":2,"pageArea":"UNFOLDED"}`,
      has_more: true,
    }),
    output: {
      noteId: NOTE,
      comments: [
        { ...thread, folded: false },
        { ...reply, folded: false },
      ],
      threads: { [ROOT]: { hasMore: true, cursor: `{"cursor":"${REPLY}","index":1}` } },
      said: { comments: 205, topLevel: 117 },
      dropped: 0,
      nextCursor: `{"cursor":"${ROOT}","index":2,"pageArea":"UNFOLDED"}`,
    },
    list: 'data.data.comments',
    times: ['data.data.comments.0.time'],
  },
  {
    operation: 'note.replies',
    path: REPLIES,
    input: { noteId: NOTE, rootCommentId: ROOT },
    body: ok('get_sub_comments', {
      comments: [replyRow],
      cursor: `{"cursor":"${REPLY}","index":2}`,
      has_more: true,
    }),
    output: {
      noteId: NOTE,
      rootCommentId: ROOT,
      comments: [reply],
      threads: {},
      dropped: 0,
      nextCursor: REPLY,
    },
    list: 'data.data.comments',
  },
  {
    operation: 'note.replies',
    path: REPLIES,
    input: { noteId: NOTE, rootCommentId: ROOT, cursor: REPLY },
    // The same reply again, and more promised.
    body: ok('get_sub_comments', { comments: [replyRow], has_more: true }),
    output: {
      ...{ noteId: NOTE, rootCommentId: ROOT, comments: [reply], threads: {}, dropped: 0 },
      brokenOff: 'repeated-cursor',
    },
  },
  {
    operation: 'author.profile',
    path: at('get_user_info'),
    input: { userId: AUTHOR },
    body: ok('get_user_info', profileRow),
    output: profile,
    list: 'data.data.nickname',
  },
  {
    operation: 'author.notes',
    path: at('get_user_notes'),
    input: { userId: AUTHOR },
    body: ok('get_user_notes', { notes: [listedRow] }),
    output: { notes: [listed], nextCursor: NOTE },
    list: 'data.data.notes',
    times: ['data.data.notes.0.create_time'],
  },
  {
    operation: 'search.notes',
    path: SEARCH,
    input: { keyword: '面包' },
    body: ok('search_notes', { items: [foundItem, agentItem] }, { searchId: 's-1', sessionId: 't-1' }),
    output: { notes: [found], nextCursor: '{"page":2,"searchId":"s-1","sessionId":"t-1"}' },
    list: 'data.data.items',
    times: ['data.data.items.0.note.timestamp'],
  },
  {
    operation: 'search.notes',
    path: SEARCH,
    input: { keyword: '面包', cursor: '{"page":2,"searchId":"s-1","sessionId":"t-1"}' },
    body: ok('search_notes', { items: [] }),
    output: { notes: [] },
  },
  {
    operation: 'topic.notes',
    path: TOPIC,
    input: { topicId: TOPIC_PAGE },
    // The moment of the first asking is known from what the vendor says it was asked.
    body: ok(
      'get_topic_notes',
      {
        notes: [{ id: NOTE, model_type: 'note', note: topicEntry, cursor_score: 7 }],
        session_id: 's-3',
      },
      {},
      { first_load_time: '1788000000001' },
    ),
    output: {
      notes: [topicNote],
      nextCursor: `{"noteId":"${NOTE}","score":"7","createdAt":"1788000000000","sessionId":"s-3","firstLoadTime":"1788000000001"}`,
    },
    list: 'data.data.notes',
  },
  {
    operation: 'link.resolve',
    path: NOTE_LINK,
    input: { text: SHARED },
    body: outer(NOTE_LINK, { note_id: NOTE, xsec_token: 'CBinvented=' }),
    output: { noteId: NOTE, xsecToken: 'CBinvented=' },
  },
  {
    operation: 'link.resolve',
    path: NOTE_LINK,
    input: { text: SHARED },
    body: ok('extract_share_info', { note_id: NOTE, xsec_token: '' }),
    output: { noteId: NOTE },
  },
  {
    operation: 'link.resolve',
    path: USER_LINK,
    input: { text: PROFILE },
    body: outer(USER_LINK, { user_id: AUTHOR, xsec_token: 'ABinvented=' }),
    output: { userId: AUTHOR, xsecToken: 'ABinvented=' },
  },
];
