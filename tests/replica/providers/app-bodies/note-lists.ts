import type { SiteState } from '../../server/site-state';
import type { WorldAuthor, WorldNote, WorldTopic } from '../../world/types';
import type { CallFaults } from '../faults';
import { type RowPage, takePage } from '../row-paging';
import { toFavedNote, toPostedNote, toTopicNote } from './listed-note';

const LIST_SIZE = 10;
const TOPIC_SIZE = 10;

type PostedNote = ReturnType<typeof toPostedNote>;

interface ListAsk {
  readonly site: SiteState;
  readonly faults: CallFaults;
  /** Id of the last note of the page before. */
  readonly cursor: string;
}

function takeNotes(ask: ListAsk, list: readonly WorldNote[], size: number): RowPage<WorldNote> {
  return takePage({ list, idOf: (note) => note.noteId, cursor: ask.cursor, size }, ask.faults);
}

/** A page of a person's notes, newest first. There is no cursor but that of the last note. */
export function toPostedPage(ask: ListAsk, author: WorldAuthor) {
  const page = takeNotes(ask, ask.site.world.postedBy(author.userId), LIST_SIZE);
  const notes: (Omit<PostedNote, 'cursor'> & { cursor?: string })[] = page.rows.map((note) =>
    toPostedNote(ask.site, note),
  );
  const last = notes.at(-1);
  if (last !== undefined && page.cursor !== undefined) last.cursor = page.cursor;
  if (page.cursor === undefined) for (const note of notes) delete note.cursor;
  return { notes, has_more: page.hasMore, tags: [] };
}

/** A page of what somebody has collected. */
export function toFavedPage(ask: ListAsk, author: WorldAuthor) {
  const page = takeNotes(ask, ask.site.world.favedBy(author.userId), LIST_SIZE);
  return {
    notes: page.rows.map((note) => toFavedNote(ask.site, note)),
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
    has_more: page.hasMore,
    need_clean: false,
  };
}

/** The notes of a page of a topic: `time` newest first, `trend` and `hot` by likes. */
export function takeTopicNotes(ask: ListAsk, topic: WorldTopic, sort: string) {
  const list = sort === 'time' ? topic.notes : topic.notes.toSorted((a, b) => b.likedCount - a.likedCount);
  const page = takeNotes(ask, list, TOPIC_SIZE);
  return { page, notes: page.rows.map((note) => toTopicNote(ask.site, note)) };
}
