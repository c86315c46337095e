import { defineProvider } from '../provider';
import { authorProfile, searchAuthors } from './authors';
import { noteComments, noteReplies } from './comments';
import { openJustoneapi, toJustoneapiRequest } from './envelope';
import { resolveLink } from './link';
import { authorNotes, noteDetail, topicNotes } from './notes';
import { searchNotes } from './search-notes';

/** JustOneAPI: the app's bodies behind an envelope of its own. Prices are not public (2026-08). */
export const justoneapi = defineProvider({
  id: 'justoneapi',
  family: 'justoneapi',
  operations: {
    'note.detail': noteDetail,
    'note.comments': noteComments,
    'note.replies': [noteReplies],
    'author.profile': [authorProfile],
    'author.notes': [authorNotes],
    'search.notes': searchNotes,
    'search.authors': [searchAuthors],
    'topic.notes': [topicNotes],
    'link.resolve': [resolveLink],
  },
  toRequest: toJustoneapiRequest,
  open: openJustoneapi,
});
