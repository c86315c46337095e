import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CommentSighting } from '../../src/model/comment';
import type { Credential } from '../../src/model/providers/credential';
import type { OperationInput, OperationName } from '../../src/model/providers/operation';
import type { OperationOutput } from '../../src/model/providers/operation-output';
import type { Endpoint, Provider } from '../../src/providers/provider';
import { readAnswer } from '../../src/providers/read-answer';
import { PROVIDER_SERIES } from '../../src/providers/registry';
import { startReplica } from '../replica/start';
import type { Replica } from '../replica/types';
import { PROLIFIC_AUTHOR, PROLIFIC_PLANS } from '../replica/world/paging-plans';
import type { WorldAuthor, WorldComment, WorldNote } from '../replica/world/types';
import { findSpecsDir } from '../support/provider-specs';
import { ask } from '../unit/replica/ask';

/** Every series asks the replica, which was written from the vendors' documents by itself, and reads what it answers. */
const SPECS = findSpecsDir();
let replica: Replica;
beforeAll(async () => {
  replica = await startReplica({
    notes: PROLIFIC_PLANS,
    ...(SPECS === undefined ? {} : { specsDir: SPECS }),
  });
  for (const provider of ['tikhub', 'justoneapi', 'parsebot'] as const) {
    const { limits } = replica.providerKey(provider);
    Object.assign(limits, { perSecond: Infinity, perMinute: Infinity, perDay: Infinity });
  }
});
beforeEach(() => replica.clearRecords());
afterAll(() => replica.close());

function getNote(key: string): WorldNote {
  const note = replica.world.findNote(key);
  if (!note) throw new Error(`no note ${key}`);
  return note;
}

function getProlific(): WorldAuthor {
  const author = replica.world.authors[PROLIFIC_AUTHOR];
  if (!author) throw new Error('nobody there');
  return author;
}

async function askOne<Name extends OperationName>(
  provider: Provider,
  operation: Name,
  endpoint: Endpoint<Name>,
  input: OperationInput<Name>,
): Promise<OperationOutput<Name>> {
  const credential: Credential = {
    family: provider.family,
    key: replica.providerKey(provider.family).value,
    region: 'world',
    savedAt: 0,
  };
  const call = { path: endpoint.path, query: endpoint.toQuery(input, Date.now()) };
  const { url, headers } = provider.toRequest(call, credential);
  const { status, headers: answered, text } = await ask(replica, url, { headers });
  const flat = Object.entries(answered).map(([name, value]) => [name, String(value)]);
  const response = {
    status,
    headers: Object.fromEntries(flat) as Record<string, string>,
    text,
    at: Date.now(),
  };
  return readAnswer({ provider, operation, endpoint, input, call }, response).output;
}

const endpointsFor = <Name extends OperationName>(
  provider: Provider,
  operation: Name,
  input: OperationInput<Name>,
): readonly Endpoint<Name>[] => {
  const endpoints = (provider.operations[operation] ?? []) as readonly Endpoint<Name>[];
  return endpoints.filter((endpoint) => endpoint.findGap?.(input) === undefined);
};

/** One row for every endpoint of an operation, in whatever series. */
const rowsOf = <Name extends OperationName>(operation: Name) =>
  PROVIDER_SERIES.flatMap((provider) =>
    ((provider.operations[operation] ?? []) as readonly Endpoint<Name>[]).map(
      (endpoint) => [endpoint.path, provider, endpoint] as const,
    ),
  );

/** Page after page, until the series says that there is no more. */
async function walk<Output extends { readonly nextCursor?: string }>(
  next: (cursor: { cursor?: string }) => Promise<Output>,
): Promise<Output[]> {
  const pages: Output[] = [];
  for (let cursor: string | undefined = ''; cursor !== undefined; cursor = pages.at(-1)?.nextCursor) {
    pages.push(await next(cursor === '' ? {} : { cursor }));
    if (pages.length > 100) throw new Error('no end');
  }
  return pages;
}

/** What a comment is, whoever tells it; authors by their public number, since ids are masked in places. */
const toTold = (row: CommentSighting) => ({
  id: row.commentId,
  content: row.content,
  createdAt: Math.floor((row.createdAt ?? 0) / 1_000),
  nickname: row.author?.nickname,
});
const toTrue = (row: WorldComment) => ({
  id: row.id,
  content: row.content,
  createdAt: Math.floor(row.createTime / 1_000),
  nickname: row.author.nickname,
});
const byId = (one: { id: string }, other: { id: string }) => one.id.localeCompare(other.id);

const known = (note: WorldNote) => ({
  noteId: note.noteId,
  type: note.type,
  xsecToken: replica.issueToken(note.noteId),
});

/** A day's deprecations: the older web comments are answered by the replica as the vendor does today. */
const hasEnded = (path: string) => /\/web\/get_note_comment/.test(path);

describe('a note', () => {
  it.each(rowsOf('note.detail'))('by %s', async (_path, provider, endpoint) => {
    for (const key of ['tea', 'video']) {
      const note = getNote(key);
      if (!endpointsFor(provider, 'note.detail', known(note)).includes(endpoint)) continue;
      const { note: told } = await askOne(provider, 'note.detail', endpoint, known(note));
      const { publishedAt, ...fields } = told.fields;
      expect(told.noteId).toBe(note.noteId);
      expect(fields).toMatchObject({ type: note.type, title: note.title, text: note.desc });
      expect(fields.author).toMatchObject({
        nickname: note.author.nickname,
        id: { value: note.author.userId },
      });
      expect(Math.floor((publishedAt ?? 0) / 1_000)).toBe(Math.floor(note.time / 1_000));
      expect(fields.images?.length).toBeGreaterThan(0);
      if (note.type === 'normal') expect(fields.video).toBeNull();
      expect(told.counts.collects?.value).toBeGreaterThan(0);
    }
  });

  it('has its streams from every endpoint that is for videos', async () => {
    const note = getNote('video');
    const streams = new Map<string, number>();
    for (const provider of PROVIDER_SERIES) {
      const [first] = endpointsFor(provider, 'note.detail', known(note));
      if (!first) continue;
      const { note: told } = await askOne(provider, 'note.detail', first, known(note));
      streams.set(provider.id, told.fields.video?.streams.length ?? 0);
    }
    const withStreams = [...streams].filter(([, count]) => count > 0).map(([id]) => id);
    expect(withStreams).toEqual(
      expect.arrayContaining(['tikhub-app-v2', 'tikhub-web-v3', 'justoneapi', 'parsebot']),
    );
  });
});

describe('comments', () => {
  it.each(rowsOf('note.comments').filter(([path]) => !hasEnded(path)))(
    'and replies by %s',
    async (_path, provider, endpoint) => {
      const note = getNote('tea');
      const base = { noteId: note.noteId, xsecToken: replica.issueToken(note.noteId) };
      const pages = await walk((cursor) =>
        askOne(provider, 'note.comments', endpoint, { ...base, ...cursor }),
      );
      const rows = pages.flatMap((page) => page.comments);
      const roots = rows.filter((row) => row.rootCommentId === undefined);
      expect(roots.map(toTold).sort(byId)).toEqual(note.comments.map(toTrue).sort(byId));
      expect(pages.map((page) => page.dropped)).toEqual(pages.map(() => 0));

      const [replies] = endpointsFor(provider, 'note.replies', { ...base, rootCommentId: 'x' });
      if (!replies) throw new Error('no replies');
      for (const root of note.comments.filter((one) => one.replies.length > 0)) {
        const embedded = rows.filter((row) => row.rootCommentId === root.id);
        const thread = pages.map((page) => page.threads[root.id]).find((one) => one !== undefined);
        expect(thread?.hasMore).toBe(root.replies.length > embedded.length);
        const more = !thread?.hasMore
          ? []
          : await walk((cursor) => {
              const start = thread.cursor === undefined ? {} : { cursor: thread.cursor };
              const input = { ...base, rootCommentId: root.id, ...start, ...cursor };
              return askOne(provider, 'note.replies', replies, input);
            });
        const told = [...embedded, ...more.flatMap((page) => page.comments)];
        const unique = [...new Map(told.map((row) => [row.commentId, row])).values()];
        expect(unique.map(toTold).sort(byId)).toEqual(root.replies.map(toTrue).sort(byId));
      }
    },
  );

  it.each(rowsOf('note.comments').filter(([path]) => hasEnded(path)))(
    'by %s have ended',
    async (_path, provider, endpoint) => {
      const asked = askOne(provider, 'note.comments', endpoint, { noteId: getNote('tea').noteId });
      await expect(asked).rejects.toMatchObject({ failure: { kind: 'deprecated', billed: false } });
    },
  );
});

describe('people', () => {
  it.each(rowsOf('author.profile'))('by %s', async (_path, provider, endpoint) => {
    const author = getProlific();
    const told = await askOne(provider, 'author.profile', endpoint, { userId: author.userId });
    expect(told.id).toEqual({ kind: 'site', value: author.userId });
    expect(told.fields).toMatchObject({ nickname: author.nickname, redId: author.redId, desc: author.desc });
    expect(told.counts.fans?.value).toBeGreaterThan(0);
  });

  it.each(rowsOf('author.notes'))('have written, by %s', async (_path, provider, endpoint) => {
    const { userId } = getProlific();
    const pages = await walk((cursor) => askOne(provider, 'author.notes', endpoint, { userId, ...cursor }));
    const ids = pages.flatMap((page) => page.notes.map((note) => note.noteId));
    expect(ids).toEqual(replica.world.postedBy(userId).map((note) => note.noteId));
    expect(pages.length).toBeGreaterThan(1);
    const [first] = replica.world.postedBy(userId);
    expect(pages[0]?.notes[0]?.fields).toMatchObject({ title: first?.title, type: first?.type });
  });

  it.each(rowsOf('search.authors'))('are found by %s', async (_path, provider, endpoint) => {
    const author = getProlific();
    const { authors } = await askOne(provider, 'search.authors', endpoint, { keyword: author.nickname });
    const found = authors.find((one) => one.id.value === author.userId);
    expect(found?.fields).toMatchObject({ nickname: author.nickname, redId: author.redId });
    expect(found?.counts.fans?.value).toBeGreaterThan(0);
  });
});

describe('lists of notes', () => {
  it.each(rowsOf('search.notes'))('are searched by %s', async (_path, provider, endpoint) => {
    const input = { keyword: '连载', type: 'video' as const, sort: 'newest' as const };
    if (endpoint.findGap?.(input) !== undefined) throw new Error('cannot express it');
    const pages = await walk((cursor) => askOne(provider, 'search.notes', endpoint, { ...input, ...cursor }));
    const ids = pages.flatMap((page) => page.notes.map((note) => note.noteId));
    const videos = replica.world.notes.filter(
      (note) => note.standing === 'public' && note.type === 'video' && note.title.includes('连载'),
    );
    expect(videos.length).toBeGreaterThan(5);
    expect([...new Set(ids)].sort()).toEqual(videos.map((note) => note.noteId).sort());
  });

  it.each(rowsOf('topic.notes'))('have a topic, by %s', async (_path, provider, endpoint) => {
    const topic = replica.world.topics.find((one) => one.notes.length > 0);
    if (!topic) throw new Error('no topic');
    const { notes } = await askOne(provider, 'topic.notes', endpoint, { topicId: topic.pageId });
    expect(notes.length).toBeGreaterThan(0);
    const ids = new Set(topic.notes.map((note) => note.noteId));
    expect(notes.filter((note) => !ids.has(note.noteId))).toEqual([]);
  });
});

describe('links', () => {
  it.each(rowsOf('link.resolve').filter(([path]) => !path.includes('get_user_id')))(
    'are resolved by %s',
    async (_path, provider, endpoint) => {
      const note = getNote('tea');
      const text = `看看这篇笔记 ${replica.noteUrl(note.noteId, { form: 'short' })} 复制后打开`;
      const told = await askOne(provider, 'link.resolve', endpoint, { text });
      expect(told.noteId ?? told.url).toContain(note.noteId);
      expect(told.xsecToken ?? told.url).toMatch(/./);
    },
  );
});

it.skipIf(SPECS === undefined)('nothing was asked that the vendors’ documents do not know', () => {
  expect(replica.specViolations).toEqual([]);
});
