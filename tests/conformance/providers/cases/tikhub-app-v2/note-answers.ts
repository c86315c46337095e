import type { AnswerCase } from '../../case-types';
import { imageNote, imageNoteRow, videoNote, videoNoteRow, withVideoId } from '../tikhub/app-notes';
import { reply, replyRow, threadRow, thread } from '../tikhub/app-threads';
import { NOTE, OTHER_NOTE, REPLY, ROOT, SHARED, VIDEO_NOTE, authorBeside } from '../tikhub/app-values';
import { COMMENTS, FOLDED_START, IMAGE, REPLIES, VIDEO, commentsPage, detailOf, ok } from './paths';

const said = { comments: 21_429, topLevel: 19_352 };
const threads = { [ROOT]: { hasMore: true, cursor: `{"cursor":"${REPLY}","index":1}` } };
const readComments = (folded: boolean, nextCursor?: string) => ({
  noteId: NOTE,
  comments: [
    { ...thread, folded },
    { ...reply, folded },
  ],
  threads,
  said,
  dropped: 0,
  ...(nextCursor === undefined ? {} : { nextCursor }),
});

export const noteAnswers: readonly AnswerCase[] = [
  {
    operation: 'note.detail',
    path: IMAGE,
    input: { noteId: NOTE },
    body: detailOf(imageNoteRow),
    output: { note: imageNote, author: authorBeside },
    list: 'data.data.0.note_list.0.id',
    times: ['data.data.0.note_list.0.time', 'data.data.0.note_list.0.last_update_time'],
  },
  {
    operation: 'note.detail',
    path: VIDEO,
    input: { noteId: VIDEO_NOTE, type: 'video' },
    body: withVideoId(
      ok('get_video_note_detail', [videoNoteRow, { ...videoNoteRow, id: OTHER_NOTE, source_note: false }]),
    ),
    output: { note: videoNote, author: authorBeside },
  },
  {
    operation: 'note.comments',
    path: COMMENTS,
    input: { noteId: NOTE },
    body: commentsPage({ cursor: `{"cursor":"${ROOT}","index":2,"pageArea":"UNFOLDED"}`, has_more: true }),
    output: {
      ...readComments(false, `{"cursor":"${ROOT}","area":"UNFOLDED","index":2}`),
      nextArea: FOLDED_START,
    },
    list: 'data.data.comments',
    times: ['data.data.comments.0.time', 'data.data.comments.0.sub_comments.0.time'],
  },
  {
    operation: 'note.comments',
    path: COMMENTS,
    input: { shareText: SHARED },
    body: commentsPage({ cursor: '{"index":2,"pageArea":"UNFOLDED"}', has_more: false }),
    output: { ...readComments(false, FOLDED_START), nextArea: FOLDED_START },
  },
  {
    operation: 'note.comments',
    path: COMMENTS,
    input: { noteId: NOTE },
    body: commentsPage({ cursor: '{"index":2,"pageArea":"UNFOLDED"}', has_more: false }),
    output: { ...readComments(false, FOLDED_START), nextArea: FOLDED_START },
  },
  {
    operation: 'note.comments',
    path: COMMENTS,
    input: { noteId: NOTE, cursor: FOLDED_START },
    body: commentsPage({ cursor: `{"cursor":"${ROOT}","index":2,"pageArea":"UNFOLDED"}`, has_more: true }),
    output: readComments(true, `{"cursor":"${ROOT}","area":"FOLDED","index":2}`),
  },
  {
    operation: 'note.comments',
    path: COMMENTS,
    input: { noteId: NOTE, cursor: `{"cursor":"${ROOT}","area":"FOLDED","index":2}` },
    // Promises more, at the place that was asked for.
    body: commentsPage({ cursor: `{"cursor":"${ROOT}","index":2,"pageArea":"FOLDED"}`, has_more: true }),
    output: { ...readComments(true), brokenOff: 'repeated-cursor' },
  },
  {
    operation: 'note.comments',
    path: COMMENTS,
    input: { noteId: NOTE },
    body: ok('get_note_comments', { comments: [], comment_count: 0, has_more: false }),
    output: { noteId: NOTE, comments: [], threads: {}, said: { comments: 0 }, dropped: 0 },
  },
  {
    operation: 'note.comments',
    path: COMMENTS,
    input: { noteId: NOTE, cursor: FOLDED_START },
    body: commentsPage({
      comments: [threadRow, { ...threadRow, id: REPLY, note_id: OTHER_NOTE }],
      has_more: false,
    }),
    output: { ...readComments(true), dropped: 1 },
  },
  {
    operation: 'note.replies',
    path: REPLIES,
    input: { noteId: NOTE, rootCommentId: ROOT },
    body: ok('get_note_sub_comments', {
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
      nextCursor: `{"cursor":"${REPLY}","index":2}`,
    },
    list: 'data.data.comments',
    times: ['data.data.comments.0.time'],
  },
];
