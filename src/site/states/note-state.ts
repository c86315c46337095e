import * as z from 'zod/mini';
import { omitUndefined } from '../../lib/omit-undefined';
import { AppError } from '../../model/errors';
import { commentShape, mapThreads } from '../rows/comment-row';
import { mapNote, noteShape } from '../rows/note-row';
import { ID_PATTERN, flagShape, readShape, textShape } from '../rows/read-shape';
import type { CommentPage, Sightings } from '../sightings';
import { findStanding } from '../stop-signs';
import { findIn, unwrap } from './unwrap';

/** An entry of `noteDetailMap` (server pages, 2025-12; hydrated state, 2025-07). */
const entryShape = z.object({
  note: z.nullish(z.record(z.string(), z.unknown())),
  comments: z.nullish(
    z.object({
      list: z.array(commentShape),
      cursor: textShape,
      hasMore: flagShape,
      firstRequestFinish: flagShape,
    }),
  ),
});

type CommentsRow = NonNullable<z.infer<typeof entryShape>['comments']>;

/** The whole list as the page has it. Before its first request has ended it is empty and says nothing. */
function mapCommentList(row: CommentsRow | null | undefined, noteId: string): CommentPage | undefined {
  if (!row || (row.list.length === 0 && row.firstRequestFinish !== true)) return undefined;
  const { comments, threads } = mapThreads(row.list, noteId);
  return {
    noteId,
    level: 'top',
    comments,
    threads,
    whole: true,
    ...omitUndefined({ nextCursor: row.cursor || undefined, hasMore: row.hasMore ?? undefined }),
  };
}

/**
 * Note and comments of one entry of `noteDetailMap`, unwrapped. An entry whose note is empty (a ghost key, a note that
 * could not be had) or another one gives nothing. Throws `page-changed` when a note that is there has another shape.
 */
export function mapNoteEntry(raw: unknown, noteId: string): Sightings {
  const entry = readShape(entryShape, raw, 'note-state');
  if (!entry.note || Object.keys(entry.note).length === 0) return {};
  const note = readShape(noteShape, entry.note, 'note-state.note');
  if (note.noteId !== noteId) return {};
  const comments = mapCommentList(entry.comments, noteId);
  return { notes: [mapNote(note)], ...(comments ? { comments } : {}) };
}

const viewerShape = z.object({ loggedIn: flagShape, userId: textShape, guest: flagShape });

/** Who looks, where the state says so. A guest's id is nobody's. */
export function mapStateViewer(raw: z.infer<typeof viewerShape>): NonNullable<Sightings['viewer']> {
  const id = raw.guest === true || !raw.userId || !ID_PATTERN.test(raw.userId) ? undefined : raw.userId;
  return omitUndefined({ loggedIn: raw.loggedIn ?? undefined, userId: id });
}

export function findStateViewer(state: unknown): NonNullable<Sightings['viewer']> {
  const viewer = findIn(state, 'user', 'userInfo');
  const row = {
    loggedIn: findIn(state, 'user', 'loggedIn'),
    userId: findIn(viewer, 'userId') ?? findIn(viewer, 'user_id'),
    guest: findIn(viewer, 'guest'),
  };
  return mapStateViewer(readShape(viewerShape, row, 'state.user'));
}

const requestShape = z.object({ state: z.string(), errorCode: z.number() });

/** Why the server had no note to show: `serverRequestInfo`, which speaks of the note the page was asked for. */
function findRefusal(state: unknown, noteId: string): Sightings {
  const raw = findIn(state, 'note', 'serverRequestInfo');
  if (raw === undefined) return {};
  const request = readShape(requestShape, unwrap(raw), 'note-state.serverRequestInfo');
  if (request.state !== 'fail' || request.errorCode === 0) return {};
  const standing = findStanding(request.errorCode);
  return {
    refusal: { code: request.errorCode, noteId },
    ...(standing ? { notes: [{ noteId, fields: { standing }, counts: {} }] } : {}),
  };
}

/**
 * What a page's state (`window.__INITIAL_STATE__`, as the server wrote it or live, with its wrappers) says of one note
 * and of who looks. Only the entry of that note is read, never another key of the map; a state that has none of it
 * (another page's) gives the viewer alone. Throws `page-changed` when the place of the notes or the note's own shape is
 * another than it used to be.
 */
export function parseNoteState(state: unknown, noteId: string): Sightings {
  const map = findIn(state, 'note', 'noteDetailMap');
  if (typeof map !== 'object' || map === null) {
    throw new AppError('page-changed', {
      details: { endpoint: 'note-state', missing: 'note.noteDetailMap' },
    });
  }
  const viewer = findStateViewer(state);
  const raw = ID_PATTERN.test(noteId) ? findIn(map, noteId) : undefined;
  if (raw === undefined) return { viewer };
  const found = mapNoteEntry(unwrap(raw), noteId);
  return { ...(found.notes ? found : findRefusal(state, noteId)), viewer };
}
