import type { ProviderCases } from '../case-types';
import { profile, profileRow } from './tikhub/app-listed';
import { imageNote, imageNoteRow } from './tikhub/app-notes';
import { reply, replyRow, thread, threadRow } from './tikhub/app-threads';
import { AUTHOR, authorBeside, NOTE, OTHER_NOTE, REPLY, ROOT } from './tikhub/app-values';
import { outer, tikhubCommon, tikhubRefusals } from './tikhub/envelope';

const P = '/api/v1/xiaohongshu/web';
const LINK = 'https://xhslink.com/a/AbCdEf';
const wrap = (path: string, data: unknown) =>
  outer(path, { code: 0, data, message: null, recordTime: '2026-09-01T20:00:00.1' });
const DEPRECATED =
  'This endpoint has been deprecated. Please migrate to the Xiaohongshu-App-V2-API series of APIs.';

const commentsPath = `${P}/get_note_comments`;
const detailBody = (path: string) => wrap(path, [{ note_list: [imageNoteRow], user: imageNoteRow.user }]);

export const tikhubWebCases: ProviderCases = {
  provider: 'tikhub-web',
  ...tikhubCommon,
  requests: [
    ...(['v7', 'v4'] as const).flatMap((version) => [
      {
        operation: 'note.detail' as const,
        path: `${P}/get_note_info_${version}`,
        input: { noteId: NOTE, shareText: LINK },
        query: { note_id: NOTE },
      },
      {
        operation: 'note.detail' as const,
        path: `${P}/get_note_info_${version}`,
        input: { shareText: LINK },
        query: { share_text: LINK },
      },
    ]),
    { operation: 'note.comments', path: commentsPath, input: { noteId: NOTE }, query: { note_id: NOTE } },
    {
      operation: 'note.comments',
      path: commentsPath,
      input: { noteId: NOTE, sort: 'latest', cursor: '{"cursor":"c"}' },
      query: { note_id: NOTE, lastCursor: '{"cursor":"c"}' },
    },
    {
      operation: 'note.replies',
      path: `${P}/get_note_comment_replies`,
      input: { noteId: NOTE, rootCommentId: ROOT, cursor: 'x' },
      query: { note_id: NOTE, comment_id: ROOT, lastCursor: 'x' },
    },
    {
      operation: 'author.profile',
      path: `${P}/get_user_info`,
      input: { userId: AUTHOR },
      query: { user_id: AUTHOR },
    },
    {
      operation: 'link.resolve',
      path: `${P}/get_note_id_and_xsec_token`,
      input: { text: `看看 ${LINK} 复制后打开` },
      query: { share_text: LINK },
    },
  ],
  gaps: [
    { operation: 'note.detail', path: `${P}/get_note_info_v7`, input: {}, gap: 'note-unnamed' },
    {
      operation: 'note.comments',
      path: commentsPath,
      input: { noteId: NOTE, sort: 'most-liked' },
      gap: 'sort',
    },
    { operation: 'note.comments', path: commentsPath, input: { noteId: NOTE, sort: 'default' }, gap: 'sort' },
    { operation: 'note.comments', path: commentsPath, input: { shareText: LINK }, gap: 'note-id' },
    { operation: 'author.profile', path: `${P}/get_user_info`, input: { shareText: LINK }, gap: 'user-id' },
    {
      operation: 'link.resolve',
      path: `${P}/get_note_id_and_xsec_token`,
      input: { text: '没有链接' },
      gap: 'no-link',
    },
  ],
  answers: [
    ...(['v7', 'v4'] as const).map((version) => ({
      operation: 'note.detail' as const,
      path: `${P}/get_note_info_${version}`,
      input: { noteId: NOTE },
      body: detailBody(`${P}/get_note_info_${version}`),
      output: { note: imageNote, author: authorBeside },
      times: ['data.data.0.note_list.0.time'],
    })),
    {
      operation: 'note.comments',
      path: commentsPath,
      input: { noteId: NOTE },
      body: wrap(commentsPath, {
        comments: [threadRow],
        cursor: '{"index":2,"pageArea":"UNFOLDED"}',
        has_more: false,
        comment_count: 205,
        comment_count_l1: 117,
        user_id: AUTHOR,
        all_sort_strategies: [],
        current_sort_strategy: 'latest_v2',
      }),
      output: {
        noteId: NOTE,
        comments: [thread, reply],
        threads: { [ROOT]: { hasMore: true, cursor: `{"cursor":"${REPLY}","index":1}` } },
        said: { comments: 205, topLevel: 117 },
        dropped: 0,
      },
      list: 'data.data.comments',
      times: ['data.data.comments.0.time'],
    },
    {
      operation: 'note.replies',
      path: `${P}/get_note_comment_replies`,
      input: { noteId: NOTE, rootCommentId: ROOT },
      body: wrap(`${P}/get_note_comment_replies`, { comments: [replyRow], cursor: REPLY, has_more: true }),
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
      operation: 'author.profile',
      path: `${P}/get_user_info`,
      input: { userId: AUTHOR },
      body: wrap(`${P}/get_user_info`, profileRow),
      output: profile,
    },
    {
      operation: 'link.resolve',
      path: `${P}/get_note_id_and_xsec_token`,
      input: { text: LINK },
      body: outer(`${P}/get_note_id_and_xsec_token`, { note_id: NOTE, xsec_token: 'ABx=' }),
      output: { noteId: NOTE, xsecToken: 'ABx=' },
    },
    {
      operation: 'link.resolve',
      path: `${P}/get_note_id_and_xsec_token`,
      input: { text: LINK },
      body: wrap(`${P}/get_note_id_and_xsec_token`, { note_id: NOTE, xsec_token: '' }),
      output: { noteId: NOTE },
    },
  ],
  failed: [
    {
      what: 'a note that is another',
      operation: 'note.detail',
      path: `${P}/get_note_info_v7`,
      input: { noteId: OTHER_NOTE },
      body: detailBody(`${P}/get_note_info_v7`),
      failure: { kind: 'invalid-response', billed: true, reason: 'wrong-note' },
    },
    {
      what: 'comments of another note',
      operation: 'note.comments',
      path: commentsPath,
      input: { noteId: OTHER_NOTE },
      body: wrap(commentsPath, { comments: [threadRow], has_more: false }),
      failure: { kind: 'invalid-response', billed: true, reason: 'wrong-note' },
    },
    {
      what: 'a link that leads to nothing',
      operation: 'link.resolve',
      path: `${P}/get_note_id_and_xsec_token`,
      input: { text: LINK },
      body: outer(`${P}/get_note_id_and_xsec_token`, { note_id: '', xsec_token: '' }),
      failure: { kind: 'invalid-response', billed: true, reason: 'note_id', asksOtherDoor: true },
    },
  ],
  refusals: [
    ...tikhubRefusals,
    {
      what: 'comments that have ended',
      status: 400,
      body: { detail: { code: 400, message: DEPRECATED, router: commentsPath } },
      path: commentsPath,
      failure: { kind: 'deprecated', billed: false },
    },
  ],
};
