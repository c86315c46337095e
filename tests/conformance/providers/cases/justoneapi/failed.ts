import type { FailedCase } from '../../case-types';
import { commentsBody, P, SHORT, wrap } from './values';
import { profileRow } from '../tikhub/app-listed';
import { imageNoteRow } from '../tikhub/app-notes';
import { NOTE, OTHER_NOTE } from '../tikhub/app-values';

export const failed: readonly FailedCase[] = [
  {
    what: 'a note that is another',
    operation: 'note.detail',
    path: `${P}/get-note-detail/v1`,
    input: { noteId: OTHER_NOTE },
    body: wrap([{ note_list: [imageNoteRow] }]),
    failure: { kind: 'invalid-response', billed: true, reason: 'wrong-note', requestId: 'joa-1' },
  },
  {
    what: 'a list without a note',
    operation: 'note.detail',
    path: `${P}/get-note-detail/v1`,
    input: { noteId: NOTE },
    body: wrap([{ note_list: [], comment_list: [] }]),
    failure: { kind: 'not-found', billed: true },
  },
  {
    what: 'the video endpoint asked for pictures, which is not charged',
    operation: 'note.detail',
    path: `${P}/get-note-detail/v6`,
    input: { noteId: NOTE, type: 'video' },
    body: wrap([]),
    failure: { kind: 'not-found', billed: false, reason: 'empty' },
  },
  {
    what: 'comments of another note',
    operation: 'note.comments',
    path: `${P}/get-note-comment/v2`,
    input: { noteId: OTHER_NOTE },
    body: commentsBody,
    failure: { kind: 'invalid-response', billed: true, reason: 'wrong-note' },
  },
  {
    what: 'a profile of someone else',
    operation: 'author.profile',
    path: `${P}/get-user/v3`,
    input: { userId: '5f0000000000000000000a09' },
    body: wrap(profileRow),
    failure: { kind: 'invalid-response', billed: true, reason: 'wrong-author' },
  },
  {
    what: 'a link that leads off the site',
    operation: 'link.resolve',
    path: `${P}/share-url-transfer/v1`,
    input: { text: SHORT },
    body: wrap({ redirect_url: 'https://www.xiaohongshu.com.invented.example/explore/1' }),
    failure: { kind: 'invalid-response', billed: true, reason: 'redirect_url' },
  },
];
