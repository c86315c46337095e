import type { ProviderId } from '../../../src/model/providers/provider.catalog';
import { toExactCount } from '../../../src/model/values/count';
import { commentOf, createFakeSeries, fakeEndpoint, noteOf } from './fake-series';
import type { FakeAnswer } from './fake-series';

const lacksId = ({
  noteId,
  userId,
}: {
  readonly noteId?: string | undefined;
  readonly userId?: string | undefined;
}) => (noteId === undefined && userId === undefined ? 'id' : undefined);

/** Everything that collecting notes asks for, through one invented door each; few take a link in place of an id. */
export const noteSeries = (id: ProviderId, { takesLinks = false } = {}) =>
  createFakeSeries(id, {
    'search.notes': [fakeEndpoint('search.notes', `/${id}/search`)],
    'author.notes': [fakeEndpoint('author.notes', `/${id}/author-notes`)],
    'topic.notes': [fakeEndpoint('topic.notes', `/${id}/topic-notes`)],
    'note.detail': [fakeEndpoint('note.detail', `/${id}/detail`, takesLinks ? undefined : lacksId)],
    'link.resolve': [fakeEndpoint('link.resolve', `/${id}/link`)],
    'note.comments': [fakeEndpoint('note.comments', `/${id}/comments`, takesLinks ? undefined : lacksId)],
    'author.profile': [fakeEndpoint('author.profile', `/${id}/profile`, takesLinks ? undefined : lacksId)],
  });

/** Note ids as the site makes them: the number stands at the end. */
export const noteIdOf = (number: number): string => number.toString(16).padStart(24, '0');

const COUNTS = { likes: 1, collects: 2, comments: 2, shares: 4 };

/** All that a note can be asked for, so that no second source is wanted. */
export const fullNote = (noteId: string, title = `title ${noteId}`) => ({
  ...noteOf(noteId, { type: 'normal', title, text: 'text', publishedAt: 1, place: '上海' }),
  counts: Object.fromEntries(Object.entries(COUNTS).map(([name, value]) => [name, toExactCount(value)])),
});

/** Notes 1 to `count` in pages; the last page has no cursor. */
export function answerNoteList(count: number, page: number, url: URL): FakeAnswer {
  const start = Number(url.searchParams.get('cursor') ?? 0);
  const end = Math.min(count, start + page);
  const notes = Array.from({ length: end - start }, (_, index) => noteOf(noteIdOf(start + index + 1)));
  return { payload: { notes, ...(end < count ? { nextCursor: String(end) } : {}) } };
}

/** Two comments of a note, named after it. */
export function answerTwoComments(url: URL): FakeAnswer {
  const noteId = url.searchParams.get('noteId') ?? '';
  const comments = [1, 2].map((number) => ({ ...commentOf(`${noteId}-c${number}`), noteId }));
  return { payload: { noteId, comments, threads: {}, said: { topLevel: 2, comments: 2 }, dropped: 0 } };
}
