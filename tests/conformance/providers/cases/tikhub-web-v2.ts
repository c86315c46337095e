import type { ProviderCases } from '../case-types';
import { listed, listedRow, profile, profileRow } from './tikhub/app-listed';
import { imageNote, imageNoteRow } from './tikhub/app-notes';
import { reply, replyRow, thread, threadRow } from './tikhub/app-threads';
import { AUTHOR, authorBeside, NOTE, OTHER_NOTE, REPLY, ROOT } from './tikhub/app-values';
import { outer, tikhubCommon, tikhubRefusals } from './tikhub/envelope';

const P = '/api/v1/xiaohongshu/web_v2';
const CURSOR = `{"cursor":"${ROOT}","index":2,"pageArea":"UNFOLDED"}`;

/** The inner envelope of the older web series (TikHub Web comments, real call, 2026-02). */
const wrap = (path: string, data: unknown) =>
  outer(path, { code: 0, data, message: null, recordTime: '2026-09-01T20:00:00.1' });

const noteWithoutUser = { ...imageNoteRow, user: null };

export const tikhubWebV2Cases: ProviderCases = {
  provider: 'tikhub-web-v2',
  ...tikhubCommon,
  requests: [
    {
      operation: 'note.detail',
      path: `${P}/fetch_feed_notes_v2`,
      input: { noteId: NOTE, xsecToken: 'not sent' },
      query: { note_id: NOTE },
    },
    {
      operation: 'note.comments',
      path: `${P}/fetch_note_comments`,
      input: { noteId: NOTE, cursor: CURSOR },
      query: { note_id: NOTE, cursor: CURSOR },
    },
    {
      operation: 'note.replies',
      path: `${P}/fetch_sub_comments`,
      input: { noteId: NOTE, rootCommentId: ROOT },
      query: { note_id: NOTE, comment_id: ROOT },
    },
    {
      operation: 'author.profile',
      path: `${P}/fetch_user_info_app`,
      input: { userId: AUTHOR },
      query: { user_id: AUTHOR },
    },
    {
      operation: 'author.notes',
      path: `${P}/fetch_home_notes_app`,
      input: { userId: AUTHOR, cursor: NOTE },
      query: { user_id: AUTHOR, cursor: NOTE },
    },
    {
      operation: 'note.detail',
      path: `${P}/fetch_feed_notes_v2`,
      input: { shareText: 'https://xhslink.com/a/b' },
      query: { share_text: 'https://xhslink.com/a/b' },
    },
  ],
  gaps: [
    {
      operation: 'note.comments',
      path: `${P}/fetch_note_comments`,
      input: { noteId: NOTE, sort: 'latest' },
      gap: 'sort',
    },
    {
      operation: 'note.comments',
      path: `${P}/fetch_note_comments`,
      input: { shareText: 'x' },
      gap: 'note-id',
    },
    {
      operation: 'author.notes',
      path: `${P}/fetch_home_notes_app`,
      input: { shareText: 'x' },
      gap: 'user-id',
    },
    {
      operation: 'author.profile',
      path: `${P}/fetch_user_info_app`,
      input: { shareText: 'x' },
      gap: 'user-id',
    },
  ],
  answers: [
    {
      operation: 'note.detail',
      path: `${P}/fetch_feed_notes_v2`,
      input: { noteId: NOTE },
      body: outer(`${P}/fetch_feed_notes_v2`, { note_list: [noteWithoutUser], user: imageNoteRow.user }),
      output: { note: imageNote, author: authorBeside },
      list: 'data.note_list',
      times: ['data.note_list.0.time'],
    },
    {
      operation: 'note.detail',
      path: `${P}/fetch_feed_notes_v2`,
      input: { noteId: NOTE },
      body: wrap(`${P}/fetch_feed_notes_v2`, [{ note_list: [imageNoteRow] }]),
      output: { note: imageNote, author: authorBeside },
    },
    {
      operation: 'note.comments',
      path: `${P}/fetch_note_comments`,
      input: { noteId: NOTE },
      body: wrap(`${P}/fetch_note_comments`, {
        comments: [threadRow],
        cursor: CURSOR,
        has_more: true,
        comment_count: 205,
        comment_count_l1: 117,
      }),
      output: {
        noteId: NOTE,
        comments: [thread, reply],
        threads: { [ROOT]: { hasMore: true, cursor: `{"cursor":"${REPLY}","index":1}` } },
        said: { comments: 205, topLevel: 117 },
        dropped: 0,
        nextCursor: CURSOR,
      },
      list: 'data.data.comments',
      times: ['data.data.comments.0.time'],
    },
    {
      operation: 'note.replies',
      path: `${P}/fetch_sub_comments`,
      input: { noteId: NOTE, rootCommentId: ROOT, cursor: 'x' },
      body: wrap(`${P}/fetch_sub_comments`, { comments: [replyRow], cursor: 'x', has_more: true }),
      output: {
        ...{ noteId: NOTE, rootCommentId: ROOT, comments: [reply], threads: {}, dropped: 0 },
        brokenOff: 'repeated-cursor',
      },
      list: 'data.data.comments',
    },
    {
      operation: 'author.profile',
      path: `${P}/fetch_user_info_app`,
      input: { userId: AUTHOR },
      body: outer(`${P}/fetch_user_info_app`, profileRow),
      output: profile,
    },
    {
      operation: 'author.notes',
      path: `${P}/fetch_home_notes_app`,
      input: { userId: AUTHOR },
      body: outer(`${P}/fetch_home_notes_app`, { notes: [listedRow], has_more: true, tags: [] }),
      output: { notes: [listed], nextCursor: NOTE },
      list: 'data.notes',
      times: ['data.notes.0.create_time'],
    },
  ],
  failed: [
    {
      what: 'a note that is another',
      operation: 'note.detail',
      path: `${P}/fetch_feed_notes_v2`,
      input: { noteId: OTHER_NOTE },
      body: outer(`${P}/fetch_feed_notes_v2`, { note_list: [imageNoteRow] }),
      failure: { kind: 'invalid-response', billed: true, reason: 'wrong-note' },
    },
    {
      what: 'a note without an id',
      operation: 'note.detail',
      path: `${P}/fetch_feed_notes_v2`,
      input: { noteId: NOTE },
      body: outer(`${P}/fetch_feed_notes_v2`, { note_list: [{ ...imageNoteRow, id: undefined }] }),
      failure: { kind: 'invalid-response', billed: true, reason: 'id' },
    },
    {
      what: 'no note',
      operation: 'note.detail',
      path: `${P}/fetch_feed_notes_v2`,
      input: { noteId: NOTE },
      body: outer(`${P}/fetch_feed_notes_v2`, { note_list: [] }),
      failure: { kind: 'not-found', billed: true },
    },
  ],
  refusals: tikhubRefusals,
};
