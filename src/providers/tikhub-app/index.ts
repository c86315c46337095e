import { defineProvider } from '../provider';
import { openTikhub } from '../tikhub/envelope';
import { toTikhubRequest } from '../tikhub/to-request';
import { linkResolve } from './links';
import { authorNotes, authorProfile, searchNotes, topicNotes } from './lists';
import { noteComments, noteDetail, noteReplies } from './note';

/** The vendor's older series of the app, its own fallback for the newer one, with nearly the same fields (guide, 2026-05). */
export const tikhubApp = defineProvider({
  id: 'tikhub-app',
  family: 'tikhub',
  operations: {
    'note.detail': noteDetail,
    'note.comments': noteComments,
    'note.replies': noteReplies,
    'author.profile': authorProfile,
    'author.notes': authorNotes,
    'search.notes': searchNotes,
    'topic.notes': topicNotes,
    'link.resolve': linkResolve,
  },
  toRequest: toTikhubRequest,
  open: openTikhub,
});
