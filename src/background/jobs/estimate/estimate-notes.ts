import { guessCommentCalls } from '../../../model/jobs/estimate-calls';
import type { JobInput } from '../../../model/jobs/job-inputs';
import type { OperationInput, OperationName } from '../../../model/providers/operation';
import { findLink } from '../../../site/find-link';
import type { Services } from '../../services';

/** Stands for an id that is not known yet: what is asked about costs the same whoever it is. */
export const ANY_ID = '000000000000000000000000';
/** Notes a page of a list (20 on a page of JustOneAPI's search v4, real calls, 2026-08; of the others a guess). */
const NOTES_A_PAGE = 20;
/** Calls for what is new of a note's comments: the newest page, and now and then a thread or one page more. */
export const NEW_CALLS = 2;
/** Comments of a note of which nothing is known. */
const COMMENTS_A_NOTE = 100;

/** So many calls of one kind. */
export interface EstimatePart {
  readonly operation: OperationName;
  readonly input: OperationInput<OperationName>;
  readonly calls: number;
}

const part = <Name extends OperationName>(
  operation: Name,
  input: OperationInput<Name>,
  calls: number,
): EstimatePart => ({ operation, input, calls });

/** What collecting a list of notes asks for: links, pages of the list, details, comments. Nothing is asked for it. */
export async function listNotesParts(
  services: Pick<Services, 'connection' | 'providers'>,
  { from, most, details, comments, onlyNew = false }: JobInput<'collect-notes'>,
): Promise<EstimatePart[]> {
  const listed = from.kind === 'listed' ? from.notes : [];
  const count = from.kind === 'listed' ? listed.length : most;
  const links = listed.filter(({ noteId }) => noteId === undefined);
  const noteId = listed.find((note) => note.noteId !== undefined)?.noteId ?? ANY_ID;
  const known = await Promise.all(
    listed.flatMap((note) => (note.noteId === undefined ? [] : [countExpected(services, note.noteId)])),
  );
  const all = [...known, ...Array<number>(count - known.length).fill(0)].reduce(
    (sum, rows) => sum + guessCommentCalls(rows > 0 ? rows : COMMENTS_A_NOTE),
    0,
  );
  const calls = onlyNew ? NEW_CALLS * count : all;
  return [
    ...(await listLookUps(services, links, { details, comments })),
    ...listPages(from, Math.ceil(count / NOTES_A_PAGE)),
    ...(details ? [part('note.detail', { noteId }, count)] : []),
    ...(comments ? [part('note.comments', { noteId }, calls)] : []),
  ];
}

/** Short links are looked up, unless what is wanted first can be asked for by the link itself. */
async function listLookUps(
  { providers: { gateway } }: Pick<Services, 'providers'>,
  links: readonly { readonly text?: string | undefined }[],
  { details, comments }: Pick<JobInput<'collect-notes'>, 'details' | 'comments'>,
): Promise<EstimatePart[]> {
  const short = links.flatMap(({ text = '' }) => (findLink(text)?.kind === 'short-link' ? [text] : []));
  const [text] = short;
  if (text === undefined) return [];
  if (details || comments) {
    const first = details ? 'note.detail' : 'note.comments';
    const { gap } = await gateway.estimate(first, { shareText: text });
    if (gap === undefined) return [];
  }
  return [part('link.resolve', { text }, short.length)];
}

function listPages(from: JobInput<'collect-notes'>['from'], pages: number): EstimatePart[] {
  if (from.kind === 'author') return [part('author.notes', { userId: from.userId }, pages)];
  if (from.kind === 'topic') return [part('topic.notes', from.input, pages)];
  return from.kind === 'search' ? [part('search.notes', from.input, pages)] : [];
}

/** The note's own count of comments, else what is stored of it; 0: not known. */
export const countExpected = (services: Pick<Services, 'connection'>, noteId: string): Promise<number> =>
  services.connection.read(async (database) => {
    const [note, list] = await Promise.all([
      database.get('notes', noteId),
      database.get('commentLists', noteId),
    ]);
    return note?.counts.comments?.value ?? list?.collected?.said.comments ?? 0;
  });
