import { defineProvider } from '../provider';
import { openTikhub } from '../tikhub/envelope';
import { toTikhubRequest } from '../tikhub/to-request';
import { authorProfile, searchAuthors } from './authors';
import { authorNotes, noteDetail, searchNotes } from './notes';
import { noteComments, noteReplies } from './threads';

/** TikHub's series for enterprise customers: the site's web API behind TikHub's envelope, all keys in camelCase. */
export const tikhubWebV3 = defineProvider({
  id: 'tikhub-web-v3',
  family: 'tikhub',
  operations: {
    'note.detail': [noteDetail],
    'note.comments': [noteComments],
    'note.replies': [noteReplies],
    'author.profile': [authorProfile],
    'author.notes': [authorNotes],
    'search.notes': [searchNotes],
    'search.authors': [searchAuthors],
  },
  toRequest: toTikhubRequest,
  open: openTikhub,
});
