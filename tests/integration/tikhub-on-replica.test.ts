import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OperationInput, OperationName } from '../../src/model/providers/operation';
import type { OperationOutput } from '../../src/model/providers/operation-output';
import { ProviderError } from '../../src/model/providers/provider-error';
import type { Endpoint, Provider } from '../../src/providers/provider';
import { readAnswer } from '../../src/providers/read-answer';
import { tikhubApp } from '../../src/providers/tikhub-app';
import { tikhubAppV2 } from '../../src/providers/tikhub-app-v2';
import { startReplica } from '../replica/start';
import type { Replica } from '../replica/types';
import { minimumCalls } from '../replica/world/comment-paging';
import { PROLIFIC_PLANS, THREADS_PLAN } from '../replica/world/paging-plans';
import type { WorldNote } from '../replica/world/types';
import { ask } from '../unit/replica/ask';

const FOLDED_PLAN = { key: 'folding', topLevelComments: 45, isFolded: (index: number) => index % 3 === 0 };

let replica: Replica;
beforeAll(async () => {
  replica = await startReplica({ notes: [...PROLIFIC_PLANS, THREADS_PLAN, FOLDED_PLAN] });
  replica.providerKey('tikhub').limits.perSecond = Infinity;
});
beforeEach(() => replica.clearRecords());
afterAll(() => replica.close());

function getNote(key: string): WorldNote {
  const note = replica.world.findNote(key);
  if (note === undefined) throw new Error(`no note ${key}`);
  return note;
}

/** The first endpoint that can express the input is asked, as the gateway does, without its policies. */
async function call<Name extends OperationName>(
  provider: Provider,
  operation: Name,
  input: OperationInput<Name>,
): Promise<OperationOutput<Name>> {
  const endpoints = provider.operations[operation] as readonly Endpoint<Name>[] | undefined;
  const endpoint = endpoints?.find((one) => one.findGap?.(input) === undefined);
  if (!endpoint) throw new Error('unsupported');
  const asked = { path: endpoint.path, query: endpoint.toQuery(input, Date.now()) };
  const key = replica.providerKey('tikhub').value;
  const request = provider.toRequest(asked, { family: 'tikhub', key, region: 'world', savedAt: 0 });
  const { status, headers, text } = await ask(replica, request.url, { headers: request.headers });
  const plain = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
  return readAnswer(
    { provider, operation, endpoint, input, call: asked },
    { status, headers: plain, text, at: Date.now() },
  ).output;
}

interface Paged {
  readonly nextCursor?: string;
}

/** All pages of a list, by the cursors it gives. */
async function readAll<Page extends Paged>(
  read: (cursor: string | undefined) => Promise<Page>,
): Promise<Page[]> {
  const pages: Page[] = [];
  let cursor: string | undefined;
  do {
    const page = await read(cursor);
    pages.push(page);
    cursor = page.nextCursor;
  } while (cursor !== undefined && pages.length < 500);
  return pages;
}

const withCursor = (cursor: string | undefined) => (cursor === undefined ? {} : { cursor });

/** Every comment and reply of a note: the pages of the list, then those of each thread that has more. */
async function collect(provider: Provider, note: WorldNote) {
  const { noteId } = note;
  const pages = await readAll((cursor) => call(provider, 'note.comments', { noteId, ...withCursor(cursor) }));
  const comments = pages.flatMap((page) => page.comments);
  for (const page of pages) {
    for (const [rootCommentId, thread] of Object.entries(page.threads)) {
      if (!thread.hasMore) continue;
      let start = thread.cursor;
      const replies = await readAll(async (cursor) => {
        const from = cursor ?? start;
        start = undefined;
        return call(provider, 'note.replies', { noteId, rootCommentId, ...withCursor(from) });
      });
      comments.push(...replies.flatMap((one) => one.comments));
    }
  }
  return comments;
}

const idsOf = (note: WorldNote, takes: (root: WorldNote['comments'][number]) => boolean = () => true) =>
  note.comments
    .filter(takes)
    .flatMap((root) => [root.id, ...root.replies.map((reply) => reply.id)])
    .sort();

describe('TikHub’s series of the app, against the replica', () => {
  it('collects 944 comments of 801 threads with the fewest calls, and one to learn that none are folded', async () => {
    const note = getNote('threads');
    const comments = await collect(tikhubAppV2, note);
    expect(comments.map(({ commentId }) => commentId).sort()).toEqual(idsOf(note));
    expect(comments.length).toBe(944);
    expect(replica.billedCalls().count).toBe(minimumCalls(note).total + 1);
  });

  it('reads the folded comments behind the others, and flags every row', async () => {
    const note = getNote('folding');
    const comments = await collect(tikhubAppV2, note);
    expect(comments.map(({ commentId }) => commentId).sort()).toEqual(idsOf(note));
    const roots = comments.filter((comment) => comment.rootCommentId === undefined);
    const folded = roots.filter((comment) => comment.folded === true).map(({ commentId }) => commentId);
    expect(folded.sort()).toEqual(
      note.comments
        .filter((root) => root.folded)
        .map(({ id }) => id)
        .sort(),
    );
    expect(roots.filter((comment) => comment.folded === undefined)).toEqual([]);
    expect(replica.billedCalls().count).toBe(minimumCalls(note).total);
  });

  it('collects what the older series gives: all that is not folded', async () => {
    const note = getNote('folding');
    const comments = await collect(tikhubApp, note);
    expect(comments.map(({ commentId }) => commentId).sort()).toEqual(idsOf(note, (root) => !root.folded));
  });

  it.each(['repeatedCursor', 'missingCursor'] as const)('breaks off by a fault: %s', async (fault) => {
    const note = getNote('threads');
    replica.providerFaults.tikhub[fault] = true;
    const pages = await readAll((cursor) =>
      call(tikhubAppV2, 'note.comments', { noteId: note.noteId, ...withCursor(cursor) }),
    );
    replica.providerFaults.tikhub[fault] = false;
    const why = fault === 'missingCursor' ? 'no-cursor' : 'repeated-cursor';
    expect(pages.flatMap(({ brokenOff }) => brokenOff ?? [])).toEqual([why]);
  });

  it.each([
    ['tikhub-app-v2', tikhubAppV2, 'tea', 'normal'],
    ['tikhub-app-v2', tikhubAppV2, 'video', 'video'],
    ['tikhub-app-v2', tikhubAppV2, 'video', undefined],
    ['tikhub-app', tikhubApp, 'tea', undefined],
  ] as const)('reads a note by %s (%#)', async (_id, provider, key, type) => {
    const world = getNote(key);
    const { note, author } = await call(provider, 'note.detail', {
      noteId: world.noteId,
      ...(type ? { type } : {}),
    });
    expect(note.noteId).toBe(world.noteId);
    expect(note.fields).toMatchObject({ title: world.title, text: world.desc, type: world.type });
    expect(Math.floor((note.fields.publishedAt ?? 0) / 1_000)).toBe(Math.floor(world.time / 1_000));
    expect(author?.id).toEqual({ kind: 'site', value: world.author.userId });
    const hasStreams = world.video !== undefined && type === 'video';
    expect(note.fields.video?.videoId).toBe(hasStreams ? world.video.videoId : undefined);
    expect(note.fields.images?.length).toBeGreaterThan(0);
    expect(note.token?.xsecSource).toBe('app_share');
    expect(replica.billedCalls().count).toBe(1);
  });

  it('takes notes of strangers for none', async () => {
    const { noteId } = getNote('tea');
    const failed = call(tikhubAppV2, 'note.detail', { noteId, type: 'video' });
    await expect(failed).rejects.toThrow(ProviderError);
    await expect(failed).rejects.toMatchObject({ failure: { reason: 'wrong-note', billed: true } });
  });

  it.each([
    ['tikhub-app-v2', tikhubAppV2],
    ['tikhub-app', tikhubApp],
  ] as const)('reads an author, and all of their notes, by %s', async (_id, provider) => {
    const { author } = getNote('serial-1');
    const { userId } = author;
    const profile = await call(provider, 'author.profile', { userId });
    expect(profile.fields).toMatchObject({ nickname: author.nickname, redId: author.redId });
    expect(profile.counts.fans?.value).toBe(author.fans);
    const pages = await readAll((cursor) =>
      call(provider, 'author.notes', { userId, ...withCursor(cursor) }),
    );
    const ids = pages.flatMap((page) => page.notes.map(({ noteId }) => noteId));
    expect(ids).toEqual(replica.world.postedBy(userId).map(({ noteId }) => noteId));
  });

  it('reads by a share link what it reads by ids: comments, replies, posted and faved notes', async () => {
    const note = getNote('threads');
    const { noteId } = note;
    const shareText = replica.noteUrl('threads', { form: 'short' });
    const byId = await call(tikhubAppV2, 'note.comments', { noteId });
    const first = await call(tikhubAppV2, 'note.comments', { shareText });
    expect(first).toEqual(byId);
    const second = { shareText, ...withCursor(first.nextCursor) };
    expect(await call(tikhubAppV2, 'note.comments', second)).toEqual(
      await call(tikhubAppV2, 'note.comments', { noteId, ...withCursor(first.nextCursor) }),
    );
    const rootCommentId = note.comments.find((root) => root.replies.length > 1)?.id ?? '';
    const replies = await call(tikhubAppV2, 'note.replies', { shareText, rootCommentId });
    expect(replies.comments.length).toBeGreaterThan(0);
    expect(replies).toEqual(await call(tikhubAppV2, 'note.replies', { noteId, rootCommentId }));
    const person = (userId: string) => ({ shareText: `https://xhslink.com/m/${userId.slice(-10)}` });
    const { userId } = getNote('serial-1').author;
    const posted = await readAll((cursor) =>
      call(tikhubAppV2, 'author.notes', { ...person(userId), ...withCursor(cursor) }),
    );
    expect(posted.flatMap((page) => page.notes.map((one) => one.noteId))).toEqual(
      replica.world.postedBy(userId).map((one) => one.noteId),
    );
    const owner = replica.world.authors.find((one) => replica.world.favedBy(one.userId).length > 0);
    const faved = await call(tikhubAppV2, 'author.faved', person(owner?.userId ?? ''));
    expect(faved.notes.length).toBeGreaterThan(0);
    expect(faved).toEqual(await call(tikhubAppV2, 'author.faved', { userId: owner?.userId ?? '' }));
  });

  it('reads what an author has collected', async () => {
    const owner = replica.world.authors.find(({ userId }) => replica.world.favedBy(userId).length > 0);
    const userId = owner?.userId ?? '';
    const pages = await readAll((cursor) =>
      call(tikhubAppV2, 'author.faved', { userId, ...withCursor(cursor) }),
    );
    const ids = pages.flatMap((page) => page.notes.map(({ noteId }) => noteId));
    expect(ids.length).toBeGreaterThan(0);
    expect(ids).toEqual(replica.world.favedBy(userId).map(({ noteId }) => noteId));
  });

  it.each([
    ['tikhub-app-v2', tikhubAppV2],
    ['tikhub-app', tikhubApp],
  ] as const)('finds every note of a search, page by page, by %s', async (_id, provider) => {
    const pages = await readAll((cursor) =>
      call(provider, 'search.notes', {
        keyword: '连载',
        type: 'video',
        sort: 'newest',
        ...withCursor(cursor),
      }),
    );
    const ids = pages.flatMap((page) => page.notes.map(({ noteId }) => noteId));
    const videos = replica.world.notes.filter(
      ({ title, type }) => title.includes('连载') && type === 'video',
    );
    expect([...new Set(ids)].sort()).toEqual(videos.map(({ noteId }) => noteId).sort());
    expect(pages.flatMap((page) => page.notes).every((note) => note.token !== undefined)).toBe(true);
  });

  it('finds people', async () => {
    const { author } = getNote('serial-1');
    const { authors } = await call(tikhubAppV2, 'search.authors', { keyword: author.nickname });
    expect(authors.map(({ id }) => id.value)).toContain(author.userId);
  });

  it.each([
    ['tikhub-app-v2', tikhubAppV2],
    ['tikhub-app', tikhubApp],
  ] as const)('reads a topic’s notes, page by page, by %s', async (_id, provider) => {
    const topic = replica.world.topics.toSorted((a, b) => b.notes.length - a.notes.length)[0];
    const topicId = topic?.pageId ?? '';
    const pages = await readAll((cursor) =>
      call(provider, 'topic.notes', { topicId, sort: 'newest', ...withCursor(cursor) }),
    );
    const ids = pages.flatMap((page) => page.notes.map(({ noteId }) => noteId));
    expect(ids).toEqual(topic?.notes.map(({ noteId }) => noteId));
    const moments = new Set(
      pages.flatMap(({ nextCursor }) =>
        nextCursor ? [(JSON.parse(nextCursor) as { firstLoadTime: string }).firstLoadTime] : [],
      ),
    );
    expect(moments.size).toBeLessThan(2);
  });

  it('reads a topic’s page', async () => {
    const topic = replica.world.topics[0];
    const page = await call(tikhubAppV2, 'topic.detail', { topicId: topic?.pageId ?? '' });
    expect([page.name, page.views?.value, page.discussions?.value]).toEqual([
      topic?.name,
      topic?.views,
      topic?.discussions,
    ]);
  });

  it('resolves short links, share texts and links of authors', async () => {
    const note = getNote('tea');
    const short = replica.noteUrl('tea', { form: 'short' });
    const link = await call(tikhubApp, 'link.resolve', { text: `快来看 ${short} 复制本条信息` });
    expect(link.noteId).toBe(note.noteId);
    expect(replica.tokensOf(note.noteId).map(({ token }) => token)).toContain(link.xsecToken);
    const { userId } = note.author;
    const page = await call(tikhubApp, 'link.resolve', {
      text: `https://www.xiaohongshu.com/user/profile/${userId}`,
    });
    expect(page.userId).toBe(userId);
  });

  it('reads balance and prices', async () => {
    const key = replica.providerKey('tikhub');
    const balance = await call(tikhubAppV2, 'account.balance', {});
    expect([balance.currency, balance.amount, balance.isActive]).toEqual(['USD', key.balance, true]);
    const endpoint = '/api/v1/xiaohongshu/app_v2/get_note_comments';
    expect(await call(tikhubAppV2, 'account.price', { endpoint })).toEqual({ currency: 'USD', amount: 0.01 });
  });
});
