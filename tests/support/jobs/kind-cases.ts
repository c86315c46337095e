import type { CommentSighting } from '../../../src/model/comment';
import type { Engine, JobOrder } from '../../../src/jobs/engine/engine';
import type { Job } from '../../../src/model/jobs/job';
import type { JobLogEntry } from '../../../src/model/jobs/job-item';
import type { JobKindName } from '../../../src/model/jobs/job-kind.catalog';
import { createRepositories } from '../../../src/storage/repositories/create-repositories';
import type { DatabaseConnection } from '../../../src/storage/database';
import { toExactCount } from '../../../src/model/values/count';
import type { Provider } from '../../../src/providers/provider';
import { answerComments } from '../providers/comment-world';
import type { CommentWorld } from '../providers/comment-world';
import { createFakeSeries, fakeEndpoint, noteOf } from '../providers/fake-series';
import type { FakeAnswer } from '../providers/fake-series';
import { createFakeActingPage } from './fake-acting-page';
import { createFakePage } from './fake-page';
import type { FakePage } from './fake-page';
import { createFileWorld } from './file-world';
import type { FileWorld } from './file-world';
import { createTestClock } from '../providers/test-clock';

/** What a kind of job is killed at: small, and with everything in it that the kind knows. */
export interface KindCase {
  readonly order: JobOrder;
  /** What stands in storage before: a job of another kind that has ended, and what it was answered. */
  readonly before?: { readonly order: JobOrder; readonly answer: (url: URL) => FakeAnswer };
  readonly answer: (url: URL) => FakeAnswer;
  /** A page that is open meanwhile, and what is stored of what it shows. */
  readonly page?: () => FakePage;
  /** The browser in which files are written meanwhile. */
  readonly files?: () => FileWorld;
  readonly stored?: (connection: DatabaseConnection) => Promise<void>;
  /** Requests that are under way at a time, at most; 8 unless said. */
  readonly atATime?: number;
  /** It asks the same again and again by itself. */
  readonly asksAgain?: boolean;
  /** Who can be asked, where that is not `CASE_SERIES`. */
  readonly series?: readonly Provider[];
  /** Requests that are answered with a failure; what failed is not kept. */
  readonly failures?: number;
  /** What the user does when the job goes on no further by itself. */
  readonly press?: {
    readonly isDue: (job: Job, events: readonly JobLogEntry['event'][]) => boolean;
    readonly take: (engine: Engine, jobId: string) => Promise<unknown>;
    /** What is answered from then on. */
    readonly answer?: KindCase['answer'];
  };
  /** What must have happened in the job, and how many comments are marked as gone then. */
  readonly events?: readonly JobLogEntry['event'][];
  readonly gone?: number;
  /** How it ends, undisturbed; done unless said. */
  readonly endsAs?: Job['state'];
}

export const CASE_SERIES: readonly Provider[] = [
  createFakeSeries('tikhub-app-v2', {
    'note.detail': [fakeEndpoint('note.detail', '/detail')],
    'note.comments': [fakeEndpoint('note.comments', '/comments')],
    'note.replies': [fakeEndpoint('note.replies', '/replies')],
    'author.profile': [fakeEndpoint('author.profile', '/profile')],
    'author.notes': [fakeEndpoint('author.notes', '/notes')],
  }),
];

/** Threads that came whole, one that needs three further pages, and a list of four pages. */
const WORLD: CommentWorld = { replies: [3, 0, 8, 1, 0, 0, 4, 0, 0, 2, 0], page: 3, embedded: 1, first: 4 };
/** The same later: four threads more at its head, and one that was there has grown. */
const GROWN: CommentWorld = { ...WORLD, replies: [0, 5, 0, 1, 6, ...WORLD.replies.slice(1)], first: 0 };

function answerNote(world: CommentWorld, url: URL): FakeAnswer {
  if (!url.pathname.endsWith('/detail')) return answerComments(world, url);
  const comments = world.replies.reduce((sum, count) => sum + 1 + count, 0);
  return {
    payload: { note: { ...noteOf('n1', { title: 'a' }), counts: { comments: toExactCount(comments) } } },
  };
}

/** Somebody with three notes on two pages, of which the first has comments and the others none. */
function answerAuthor(url: URL): FakeAnswer {
  const { pathname, searchParams } = url;
  if (pathname.endsWith('/notes')) {
    const isSecond = searchParams.get('cursor') === '2';
    return {
      payload: isSecond
        ? { notes: [noteOf('n3', { title: 'c' })] }
        : { notes: [noteOf('n1', { title: 'a' }), noteOf('n2', { title: 'b' })], nextCursor: '2' },
    };
  }
  const noteId = searchParams.get('noteId') ?? '';
  if (noteId === 'n1') return answerNote(WORLD, url);
  if (pathname.endsWith('/detail')) return { payload: { note: noteOf(noteId, { text: noteId }) } };
  return { payload: { noteId, comments: [], threads: {}, dropped: 0 } };
}

/** What the page shows has been stored: 11 comments with their 18 replies. */
async function storeShown(connection: DatabaseConnection): Promise<void> {
  const all = answerComments({ ...WORLD, page: 100, embedded: 100 }, new URL('https://x.example/comments'));
  const { comments } = all.payload as { comments: CommentSighting[] };
  const observation = { source: 'page', via: 'comment-page', at: 1 } as const;
  await connection.write(async (transaction) => {
    const stores = createRepositories(transaction);
    const counts = { comments: toExactCount(29) };
    await stores.notes.merge({ noteId: 'n1', fields: {}, counts }, observation);
    await stores.comments.merge({ noteId: 'n1', level: 'top', comments, whole: false }, observation);
  });
}

/** So many looks fit between the start of the test's clock and its end. */
const EVERY_MS = 600_000;

const collect: JobOrder = {
  kind: 'collect-comments',
  input: { noteId: 'n1' },
  noteId: 'n1',
  agreed: true,
};

/** Three notes, of which the first has comments. */
async function storeNotes(connection: DatabaseConnection): Promise<void> {
  await storeShown(connection);
  const observation = { source: 'page', via: 'note-page', at: 1 } as const;
  await connection.write(async (transaction) => {
    const { notes } = createRepositories(transaction);
    for (const noteId of ['n1', 'n2', 'n3'])
      await notes.merge(noteOf(noteId, { title: noteId }), observation);
  });
}

/** A file for each of three notes. */
export const exporting: KindCase = {
  order: {
    kind: 'export',
    input: {
      request: {
        noteId: 'n1',
        noteIds: ['n1', 'n2', 'n3'],
        oneFileEach: true,
        format: 'csv',
        preset: 'excel',
        withNoteColumns: false,
        timeZone: 'UTC',
        language: 'en',
        namePattern: '{title}',
      },
    },
    agreed: true,
  },
  answer: () => ({ payload: {} }),
  stored: storeNotes,
};
const toReply = (commentId: string) => ({
  action: 'reply' as const,
  noteId: 'n1',
  commentId,
  content: `to ${commentId}`,
  viewerId: 'v1',
  xsecToken: 't1',
});

/** By kind; one without an entry fails its test. */
export const KIND_CASES: Readonly<Record<JobKindName, KindCase>> = {
  'collect-comments': { order: collect, answer: (url) => answerNote(WORLD, url) },
  'collect-notes': {
    order: {
      kind: 'collect-notes',
      input: { from: { kind: 'author', userId: 'u1' }, most: 3, details: true, comments: true },
      agreed: true,
    },
    answer: answerAuthor,
  },
  'enrich-authors': {
    order: {
      kind: 'enrich-authors',
      input: {
        columns: ['name'],
        rows: ['1', '2', '2', '3'].map((digit) => ({ cells: [digit], userId: digit.repeat(24) })),
      },
      agreed: true,
    },
    answer: (url) => {
      const value = url.searchParams.get('userId') ?? '';
      return { payload: { id: { kind: 'site', value }, fields: { nickname: value }, counts: {} } };
    },
  },
  'watch-note': {
    order: {
      kind: 'watch-note',
      input: { noteId: 'n1', everyMs: EVERY_MS, until: createTestClock().now() + 4.5 * EVERY_MS },
      noteId: 'n1',
      agreed: true,
    },
    answer: (url) => answerNote(WORLD, url),
    asksAgain: true,
  },
  'load-comments': {
    order: { kind: 'load-comments', input: { noteId: 'n1', tabId: 7 }, noteId: 'n1', agreed: true },
    answer: () => ({ payload: {} }),
    page: () =>
      createFakePage('n1', [
        { shown: 14 },
        { shown: 19, opens: true },
        { shown: 26, opens: true },
        { shown: 29 },
      ]),
    stored: storeShown,
  },
  act: {
    order: {
      kind: 'act',
      input: { mode: 'send', targets: ['c1', 'c2', 'c3', 'c4'].map(toReply) },
      agreed: true,
    },
    answer: () => ({ payload: {} }),
    page: () => createFakeActingPage('n1'),
  },
  export: { ...exporting, files: () => createFileWorld({ outlives: true }) },
  'refresh-comments': {
    before: { order: collect, answer: (url) => answerNote(WORLD, url) },
    order: { kind: 'refresh-comments', input: { noteId: 'n1' }, noteId: 'n1', agreed: true },
    answer: (url) => answerNote(GROWN, url),
  },
};
