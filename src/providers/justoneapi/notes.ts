import type { OperationInput } from '../../model/providers/operation';
import { defineEndpoint } from '../provider';
import { readAppDetail } from '../rows/app/app-detail';
import { appNotesShape, mapAppNotes } from '../rows/app/app-lists';
import { findMissingNoteId, findMissingUserId } from '../rows/missing-id';
import { readShape } from '../rows/read-shape';

/** Answers without an id of their own have been seen (video endpoint, other client, 2026-09). */
const readNote = (payload: unknown, { noteId }: OperationInput<'note.detail'>) =>
  readAppDetail(payload, noteId, { mayLackId: true });

const toNoteQuery = ({ noteId }: OperationInput<'note.detail'>) => ({ noteId });

/** For notes known to be videos: it answers nothing for others, and only it has what is played (public-api of 2026-08). */
const videoDetail = defineEndpoint('note.detail', {
  path: '/api/xiaohongshu/get-note-detail/v6',
  findGap: ({ noteId, type }) => (!noteId ? 'note-id' : type === 'video' ? undefined : 'type'),
  toQuery: toNoteQuery,
  read: readNote,
});

const anyDetail = defineEndpoint('note.detail', {
  path: '/api/xiaohongshu/get-note-detail/v1',
  findGap: findMissingNoteId,
  toQuery: toNoteQuery,
  read: readNote,
});

export const noteDetail = [videoDetail, anyDetail];

export const authorNotes = defineEndpoint('author.notes', {
  path: '/api/xiaohongshu/get-user-note-list/v4',
  findGap: findMissingUserId,
  toQuery: ({ userId, cursor }) => ({ userId, lastCursor: cursor }),
  // The last note's cursor leads on (public-api of 2026-08).
  read: (payload, { cursor }) => mapAppNotes(readShape(appNotesShape, payload), cursor),
});

const TOPIC_SORTS = { hot: 'hot', newest: 'time', trend: undefined } as const;

/** No answer of it is public; its lists have the shape of the app's others wherever one is (2026-03 to 2026-09). */
export const topicNotes = defineEndpoint('topic.notes', {
  path: '/api/xiaohongshu/get-topic-note-list/v1',
  findGap: ({ sort = 'hot' }) => (TOPIC_SORTS[sort] ? undefined : 'sort'),
  toQuery: ({ topicId, sort, cursor }) => ({ topicId, sort: sort && TOPIC_SORTS[sort], cursor }),
  read: (payload, { cursor }) => mapAppNotes(readShape(appNotesShape, payload), cursor),
});
