import type { FailedCase } from '../../case-types';
import { imageNoteRow } from '../tikhub/app-notes';
import { replyRow } from '../tikhub/app-threads';
import { OTHER_NOTE, ROOT, SHARED } from '../tikhub/app-values';
import { outer, paid } from '../tikhub/envelope';
import { NOTE_INFO, NOTE_LINK, REPLIES, ok } from './paths';

export const failed: readonly FailedCase[] = [
  {
    what: 'another note than the one asked for',
    operation: 'note.detail',
    path: NOTE_INFO,
    input: { noteId: OTHER_NOTE },
    body: ok('get_note_info', [{ note_list: [imageNoteRow] }]),
    failure: { ...paid, kind: 'invalid-response', reason: 'wrong-note' },
  },
  {
    what: 'a link that leads to no note',
    operation: 'link.resolve',
    path: NOTE_LINK,
    input: { text: SHARED },
    body: outer(NOTE_LINK, { note_id: '', xsec_token: '' }),
    failure: { ...paid, kind: 'invalid-response', reason: 'note_id', asksOtherDoor: true },
  },
  {
    what: 'replies of another note',
    operation: 'note.replies',
    path: REPLIES,
    input: { noteId: OTHER_NOTE, rootCommentId: ROOT },
    body: ok('get_sub_comments', { comments: [replyRow], has_more: false }),
    failure: { ...paid, kind: 'invalid-response', reason: 'wrong-note' },
  },
];
