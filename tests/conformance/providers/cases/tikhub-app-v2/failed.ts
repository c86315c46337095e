import type { FailedCase } from '../../case-types';
import { profileRow } from '../tikhub/app-listed';
import { imageNoteRow, videoNoteRow } from '../tikhub/app-notes';
import { threadRow } from '../tikhub/app-threads';
import { AUTHOR, NOTE, OTHER_NOTE, READER, SHARED, TOPIC_PAGE } from '../tikhub/app-values';
import { outer, paid } from '../tikhub/envelope';
import { COMMENTS, IMAGE, PRICE, SEARCH, TOPIC, VIDEO, at, commentsPage, detailOf, ok } from './paths';

export const failed: readonly FailedCase[] = [
  {
    what: 'a note that the vendor does not find',
    operation: 'note.detail',
    path: IMAGE,
    input: { noteId: NOTE },
    body: ok('get_image_note_detail', [{ note_list: [], comment_list: [], model_type: 'note' }]),
    failure: { ...paid, kind: 'not-found' },
  },
  {
    what: 'an answer without any note',
    operation: 'note.detail',
    path: VIDEO,
    input: { noteId: NOTE, type: 'video' },
    body: ok('get_video_note_detail', []),
    failure: { ...paid, kind: 'not-found' },
  },
  {
    what: 'a feed of strangers in place of the note',
    operation: 'note.detail',
    path: VIDEO,
    input: { noteId: NOTE, type: 'video' },
    body: ok('get_video_note_detail', [{ ...videoNoteRow, id: OTHER_NOTE }]),
    failure: { ...paid, kind: 'invalid-response', reason: 'wrong-note' },
  },
  {
    what: 'another note than the one asked for',
    operation: 'note.detail',
    path: IMAGE,
    input: { noteId: OTHER_NOTE },
    body: detailOf(imageNoteRow),
    failure: { ...paid, kind: 'invalid-response', reason: 'wrong-note' },
  },
  {
    what: 'a recommended note where a link was asked for',
    operation: 'note.detail',
    path: VIDEO,
    input: { shareText: SHARED, type: 'video' },
    body: ok('get_video_note_detail', [{ ...videoNoteRow, source_note: false }]),
    failure: { ...paid, kind: 'invalid-response', reason: 'wrong-note' },
  },
  {
    what: 'a note of which nothing is told',
    operation: 'note.detail',
    path: IMAGE,
    input: { noteId: NOTE },
    body: detailOf({ id: NOTE, type: 'normal', title: '', desc: '', liked_count: 0, user: {} }),
    failure: { ...paid, kind: 'invalid-response', reason: 'empty-note' },
  },
  {
    what: 'comments, asked for by a link, that do not say of which note they are',
    operation: 'note.comments',
    path: COMMENTS,
    input: { shareText: SHARED },
    body: commentsPage({ comments: [{ ...threadRow, note_id: undefined }] }),
    failure: { ...paid, kind: 'invalid-response', reason: 'comments.0.note_id' },
  },
  {
    what: 'comments of another note',
    operation: 'note.comments',
    path: COMMENTS,
    input: { noteId: OTHER_NOTE },
    body: commentsPage({ has_more: false }),
    failure: { ...paid, kind: 'invalid-response', reason: 'wrong-note' },
  },
  {
    what: 'a person other than the one asked for',
    operation: 'author.profile',
    path: at('get_user_info'),
    input: { userId: READER },
    body: ok('get_user_info', profileRow),
    failure: { ...paid, kind: 'invalid-response', reason: 'wrong-author' },
  },
  {
    what: 'a profile that says itself that it failed',
    operation: 'author.profile',
    path: at('get_user_info'),
    input: { userId: AUTHOR },
    body: ok('get_user_info', { ...profileRow, result: { success: false, code: -1 } }),
    failure: { ...paid, kind: 'upstream-failed', reason: 'inner-failure' },
  },
  {
    what: 'another topic than the one asked for',
    operation: 'topic.detail',
    path: TOPIC,
    input: { topicId: TOPIC_PAGE },
    body: ok('get_topic_info', { page_info: { page_id: NOTE, name: '面包' } }),
    failure: { ...paid, kind: 'invalid-response', reason: 'wrong-topic' },
  },
  {
    what: 'the price of another endpoint',
    operation: 'account.price',
    path: PRICE,
    input: { endpoint: SEARCH },
    body: outer(PRICE, { endpoint_uri: COMMENTS, endpoint_cost: 0.01 }),
    failure: { ...paid, kind: 'invalid-response', reason: 'wrong-endpoint' },
  },
];
