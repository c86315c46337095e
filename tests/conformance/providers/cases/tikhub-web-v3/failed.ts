import type { FailedCase } from '../../case-types';
import { outer } from '../tikhub/envelope';
import { card, commentRow, NOTE, OTHER_NOTE } from './bodies';
import { asked, detail, detailPath, P, wrap, paid } from './values';

export const failed: readonly FailedCase[] = [
  {
    what: 'no note',
    operation: 'note.detail',
    path: detailPath,
    input: asked,
    body: detail([]),
    failure: { ...paid, kind: 'not-found', reason: 'empty' },
  },
  {
    what: 'a note that is another',
    operation: 'note.detail',
    path: detailPath,
    input: { ...asked, noteId: OTHER_NOTE },
    body: detail([{ noteCard: card }]),
    failure: { ...paid, kind: 'invalid-response', reason: 'wrong-note' },
  },
  {
    what: 'a card on which nothing stands',
    operation: 'note.detail',
    path: detailPath,
    input: asked,
    body: detail([
      {
        noteCard: {
          noteId: NOTE,
          title: '',
          desc: '',
          user: { userId: '', nickname: '' },
          interactInfo: { likedCount: '0', collectedCount: '0', commentCount: '0', shareCount: '0' },
        },
      },
    ]),
    failure: { ...paid, kind: 'invalid-response', reason: 'empty-card' },
  },
  {
    what: 'an inner envelope that says no',
    operation: 'note.detail',
    path: detailPath,
    input: asked,
    body: outer(detailPath, { ok: false, data: { items: [] } }),
    failure: { ...paid, kind: 'upstream-failed', reason: 'inner-failure' },
  },
  {
    what: 'comments of another note',
    operation: 'note.comments',
    path: `${P}/fetch_note_comments`,
    input: { ...asked, noteId: OTHER_NOTE },
    body: wrap(`${P}/fetch_note_comments`, { comments: [commentRow], hasMore: false }),
    failure: { ...paid, kind: 'invalid-response', reason: 'wrong-note' },
  },
];
