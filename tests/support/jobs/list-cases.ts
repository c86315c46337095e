import { toExactCount } from '../../../src/model/values/count';
import { answerComments } from '../providers/comment-world';
import type { CommentWorld } from '../providers/comment-world';
import { commentOf, noteOf } from '../providers/fake-series';
import type { FakeAnswer } from '../providers/fake-series';
import { fullNote, noteIdOf, noteSeries } from '../providers/note-world';
import { CASE_SERIES } from './kind-cases';
import type { KindCase } from './kind-cases';

const [NOTE, OTHER] = [noteIdOf(7), noteIdOf(8)];
const toLink = (name: string) => `https://xhslink.com/a/${name}`;
/** Where each short link leads to. */
const LEADS: Readonly<Record<string, string>> = {
  [toLink('one')]: NOTE,
  [toLink('same')]: NOTE,
  [toLink('else')]: OTHER,
};

/** Where the link in a text leads. */
const lead = (text: string | null): string =>
  Object.entries(LEADS).find(([link]) => text?.split(' ').includes(link))?.[1] ?? '';

/** The id that is asked for, by itself or by a link. */
const findAsked = ({ searchParams }: URL, name: 'noteId' | 'userId'): string =>
  searchParams.get(name) ?? lead(searchParams.get('shareText'));

/** A vendor of notes, each with three comments on two pages. */
function answerNotes(url: URL): FakeAnswer {
  const door = url.pathname.split('/').at(-1);
  if (door === 'link') return { payload: { noteId: lead(url.searchParams.get('text')) } };
  const noteId = findAsked(url, 'noteId');
  if (door === 'detail') return { payload: { note: fullNote(noteId) } };
  const isSecond = url.searchParams.has('cursor');
  const comments = (isSecond ? [3] : [1, 2]).map((number) => ({
    ...commentOf(`${noteId}-c${number}`),
    noteId,
  }));
  const page = { noteId, comments, threads: {}, said: { topLevel: 3, comments: 3 }, dropped: 0 };
  return { payload: isSecond ? page : { ...page, nextCursor: '2' } };
}

function answerPeople(url: URL): FakeAnswer {
  const door = url.pathname.split('/').at(-1);
  if (door === 'link') return { payload: { userId: lead(url.searchParams.get('text')) } };
  const value = findAsked(url, 'userId');
  return { payload: { id: { kind: 'site', value }, fields: { nickname: value }, counts: {} } };
}

/** A link, another one to the same, the first one again, and one that leads elsewhere. */
const PASTED = ['one', 'same', 'one', 'else'].map((name) => ({ text: `看看 ${toLink(name)} 复制` }));

const pastedNotes = (details: boolean): KindCase['order'] => ({
  kind: 'collect-notes',
  input: { from: { kind: 'listed', notes: PASTED }, most: 100, details, comments: true },
  agreed: true,
});

const pastedPeople: KindCase['order'] = {
  kind: 'enrich-authors',
  input: { columns: ['name'], rows: PASTED.map(({ text }, row) => ({ cells: [String(row)], text })) },
  agreed: true,
};

const WORLD: CommentWorld = { replies: [3, 0, 8, 1, 0, 0, 4, 0, 0, 2, 0], page: 3, embedded: 1, first: 4 };
/** The same later: four threads more at its head, and one that was there has grown. */
const GROWN: CommentWorld = { ...WORLD, replies: [0, 5, 0, 1, 6, ...WORLD.replies.slice(1)], first: 0 };

/** Two notes, of which only the first has comments. */
const answerListed =
  (world: CommentWorld) =>
  (url: URL): FakeAnswer => {
    const noteId = url.searchParams.get('noteId') ?? '';
    if (url.pathname.endsWith('/detail')) {
      const comments = noteId === 'n1' ? world.replies.reduce((sum, count) => sum + 1 + count, 0) : 0;
      return {
        payload: {
          note: { ...noteOf(noteId, { title: noteId }), counts: { comments: toExactCount(comments) } },
        },
      };
    }
    return noteId === 'n1'
      ? answerComments(world, url)
      : { payload: { noteId, comments: [], threads: {}, dropped: 0 } };
  };

const listed = (onlyNew: boolean): KindCase['order'] => ({
  kind: 'collect-notes',
  input: {
    from: { kind: 'listed', notes: [{ noteId: 'n1' }, { noteId: 'n2' }] },
    most: 100,
    details: true,
    comments: true,
    ...(onlyNew ? { onlyNew } : {}),
  },
  agreed: true,
});

/** What a list of notes or people may hold besides ids, and what may be wanted of it. Killed anywhere, it ends as it would have. */
export const LIST_CASES: Readonly<Record<string, KindCase>> = {
  'notes behind short links, which somebody takes in place of an id': {
    order: pastedNotes(true),
    series: [noteSeries('tikhub-app-v2', { takesLinks: true })],
    answer: answerNotes,
  },
  'comments alone behind short links': {
    order: pastedNotes(false),
    series: [noteSeries('tikhub-app-v2', { takesLinks: true })],
    answer: answerNotes,
  },
  'notes behind short links, which are looked up': {
    order: pastedNotes(true),
    series: [noteSeries('tikhub-app-v2')],
    answer: answerNotes,
  },
  'people behind short links, which somebody takes in place of an id': {
    order: pastedPeople,
    series: [noteSeries('tikhub-app-v2', { takesLinks: true })],
    answer: answerPeople,
  },
  'people behind short links, which are looked up': {
    order: pastedPeople,
    series: [noteSeries('tikhub-app-v2')],
    answer: answerPeople,
  },
  'only what is new of notes': {
    before: { order: listed(false), answer: answerListed(WORLD) },
    order: listed(true),
    series: CASE_SERIES,
    answer: answerListed(GROWN),
  },
};
