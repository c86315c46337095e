import { defineProvider } from '../provider';
import { accountBalance, accountPrice } from '../tikhub/account';
import { openTikhub } from '../tikhub/envelope';
import { toTikhubRequest } from '../tikhub/to-request';
import { authorFaved, authorNotes, authorProfile } from './authors';
import { noteComments } from './note-comments';
import { noteDetail } from './note-detail';
import { noteReplies } from './note-replies';
import { searchAuthors, searchNotes } from './searches';
import { topicDetail, topicNotes } from './topics';

/** The vendor's first series, with the most fields (guide, 2026-05). It also answers for the account, which all series share. */
export const tikhubAppV2 = defineProvider({
  id: 'tikhub-app-v2',
  family: 'tikhub',
  operations: {
    'note.detail': noteDetail,
    'note.comments': noteComments,
    'note.replies': noteReplies,
    'author.profile': authorProfile,
    'author.notes': authorNotes,
    'author.faved': authorFaved,
    'search.notes': searchNotes,
    'search.authors': searchAuthors,
    'topic.detail': topicDetail,
    'topic.notes': topicNotes,
    'account.balance': accountBalance,
    'account.price': accountPrice,
  },
  toRequest: toTikhubRequest,
  open: openTikhub,
});
