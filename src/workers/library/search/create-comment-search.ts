import type { Comment } from '../../../model/comment';
import type { Note } from '../../../model/note';
import { createMatcher, hasWords, toWords } from './create-matcher';
import { createSearchRun, type SearchRun } from './search-run';
import type { CommentSearch, FoundComment, SearchQuery } from './types';

/** What a search reads from the database. */
export interface SearchSource {
  /** All comments in batches; with `noteIds` of those notes only. */
  scan(noteIds?: readonly string[]): AsyncIterable<readonly Comment[]>;
  countComments(noteIds?: readonly string[]): Promise<number>;
  readNotes(): AsyncIterable<readonly Note[]>;
  findComments(keys: readonly (readonly [string, string])[]): Promise<readonly (Comment | undefined)[]>;
  findNotes(noteIds: readonly string[]): Promise<readonly (Note | undefined)[]>;
}

/** The search itself, in the thread that calls it. */
export function createCommentSearch(source: SearchSource, now = () => performance.now()): CommentSearch {
  let run: SearchRun | undefined;
  const demand = (): SearchRun => {
    if (!run) throw new Error('nothing was searched for');
    return run;
  };
  return {
    async start(query, sort, hidden) {
      run?.end();
      const mine = createSearchRun(sort, now);
      run = mine;
      scan(source, mine, query, new Set(hidden)).then(
        () => mine.end(),
        (thrown: unknown) => mine.fail(thrown),
      );
      return mine.next();
    },
    next: async () => demand().next(),
    sort: async (sort) => demand().sort(sort),
    async stop() {
      const mine = demand();
      mine.stop();
      return mine.next();
    },
    rows: async (start, count) => (run ? readRows(source, run, start, count) : []),
  };
}

async function scan(
  source: SearchSource,
  run: SearchRun,
  query: SearchQuery,
  hidden: ReadonlySet<string>,
): Promise<void> {
  const noteIds = await findNoteIds(source, query);
  run.setTotal(await source.countComments(noteIds));
  const matches = createMatcher(query);
  for await (const batch of source.scan(noteIds)) {
    if (run.hasEnded()) return;
    run.add(
      batch.length,
      batch.filter((comment) => !hidden.has(comment.noteId) && matches(comment)),
    );
  }
}

/** The notes whose comments are to be looked at; `undefined`: all. */
async function findNoteIds(
  source: SearchSource,
  { note, noteId }: SearchQuery,
): Promise<readonly string[] | undefined> {
  if (noteId !== undefined) return [noteId];
  const words = toWords(note);
  if (words.length === 0) return undefined;
  const found: string[] = [];
  for await (const batch of source.readNotes())
    for (const { noteId: id, title, text, author } of batch)
      if (hasWords([title, text, author?.nickname, id].filter(Boolean).join('\n'), words)) found.push(id);
  return found;
}

async function readRows(
  source: SearchSource,
  run: SearchRun,
  start: number,
  count: number,
): Promise<readonly FoundComment[]> {
  const keys = run.keys(start, count);
  const noteIds = [...new Set(keys.map(([noteId]) => noteId))];
  const [comments, notes] = await Promise.all([source.findComments(keys), source.findNotes(noteIds)]);
  const byId = new Map(notes.flatMap((note) => (note ? [[note.noteId, note] as const] : [])));
  return comments.flatMap((comment): FoundComment[] => {
    // Removed meanwhile.
    if (!comment) return [];
    const note = byId.get(comment.noteId);
    if (!note) return [{ comment, note: undefined }];
    const { noteId, tokens } = note;
    return [{ comment, note: { noteId, tokens, ...pickShown(note) } }];
  });
}

function pickShown({ title, text, host }: Note): Pick<Note, 'title' | 'text' | 'host'> {
  return {
    ...(title === undefined ? {} : { title }),
    ...(text === undefined ? {} : { text: text.slice(0, 160) }),
    ...(host === undefined ? {} : { host }),
  };
}
