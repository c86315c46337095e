import type { Comment } from '../../../../src/model/comment';
import { toExactCount } from '../../../../src/model/values/count';
import type { Note } from '../../../../src/model/note';
import type { TabPage } from '../../../../src/model/page-state';

const AT = 1_750_000_000_000;
export const NOTE_ID = '68000000000000000000000a';

/** An invented note. */
export function createNote(over: Partial<Note> = {}): Note {
  return {
    noteId: NOTE_ID,
    type: 'normal',
    title: 'An invented title',
    author: { id: { kind: 'site', value: '68000000000000000000000b' }, nickname: 'Invented author' },
    counts: { likes: toExactCount(1234), comments: toExactCount(944) },
    tokens: [],
    observed: {},
    firstSeenAt: AT,
    lastSeenAt: AT,
    ...over,
  };
}

export function createComment(number: number, over: Partial<Comment> = {}): Comment {
  return {
    commentId: `6800000000000000000001${String(number).padStart(2, '0')}`,
    noteId: NOTE_ID,
    author: {
      id: { kind: 'site', value: `6800000000000000000002${String(number).padStart(2, '0')}` },
      nickname: `Person ${number}`,
    },
    content: `Comment number ${number}`,
    createdAt: AT + number,
    observed: { source: 'page', via: 'comment-page', at: AT },
    firstSeenAt: AT,
    ...over,
  };
}

/** A tab that shows the invented note on a page of its own. */
export function createNotePage(over: Partial<TabPage> = {}): TabPage {
  return {
    tabId: 7,
    windowId: 3,
    url: `https://www.xiaohongshu.com/explore/${NOTE_ID}`,
    ref: { kind: 'note', host: 'www.xiaohongshu.com', noteId: NOTE_ID, via: 'explore' },
    note: { noteId: NOTE_ID, shownAs: 'page' },
    viewer: {},
    missing: [],
    updatedAt: AT,
    ...over,
  };
}
