import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startReplica } from '../../../replica/start';
import type { Replica } from '../../../replica/types';
import { PROLIFIC_AUTHOR, PROLIFIC_PLANS } from '../../../replica/world/paging-plans';
import type { WorldNote } from '../../../replica/world/types';
import { askJustone, at, idsAt, listAt } from './ask-provider';

let replica: Replica;
beforeEach(async () => {
  replica = await startReplica({ notes: PROLIFIC_PLANS });
});
afterEach(() => replica.close());

function getNote(key: string): WorldNote {
  const note = replica.world.findNote(key);
  if (note === undefined) throw new Error(`no note ${key}`);
  return note;
}

type Params = Readonly<Record<string, string | number>>;

/** Asks page after page, each cursor given back under this name. */
async function walk(path: string, first: Params, cursorParam: string, cursorOf = readCursor) {
  const pages: unknown[] = [];
  for (let params: Params | undefined = first; params !== undefined;) {
    const data = at((await askJustone(replica, path, params)).json, 'data');
    pages.push(data);
    params = at(data, 'has_more') === true ? { ...first, [cursorParam]: cursorOf(data) } : undefined;
  }
  return pages;
}

const readCursor = (data: unknown): string => String(at(data, 'cursor'));

describe('codes', () => {
  it.each([
    ['unknown', 100, 401],
    ['expired', 101, 401],
    ['wrong-scope', 600, 403],
    ['no-balance', 601, 403],
    ['second', 0, 200],
  ] as const)('%s: code %i, HTTP 200, or %i where statuses are as declared', async (name, code, status) => {
    const ask = () => {
      const key = replica.providerKey('justoneapi', name).value;
      return askJustone(replica, 'get-note-detail/v1', { noteId: getNote('tea').noteId }, { key });
    };
    const reply = await ask();
    expect([reply.status, at(reply.json, 'code')]).toEqual([200, code]);
    replica.providerSwitches.declaredStatuses = true;
    expect((await ask()).status).toBe(status);
    expect(replica.providerCalls.map((call) => [call.keyName, call.code, call.billed])).toEqual(
      Array.from({ length: 2 }, () => [name, code, code === 0]),
    );
  });

  it('no token: 100; bad parameters: 400; a path that is none: 404; quota of the day: 303; too fast: 302', async () => {
    const noteId = getNote('tea').noteId;
    const codeOf = async (path: string, params: Params = {}, options = {}) =>
      at((await askJustone(replica, path, params, options)).json, 'code');
    expect(await codeOf('get-note-detail/v1', { noteId }, { key: undefined })).toBe(100);
    expect(await codeOf('get-note-detail/v1')).toBe(400);
    expect(await codeOf('get-note-comment/v2', { noteId, sort: 'latest_v2' })).toBe(400);
    expect(await codeOf('search-note/v2', { keyword: '茶', noteType: 'ALL' })).toBe(400);
    expect(await codeOf('search-note/v4', { keyword: '茶', noteType: 'ALL', timeFilter: 'ALL' })).toBe(0);
    expect(await codeOf('get-note-comment/v1', { noteId })).toBe(404);
    const { limits } = replica.providerKey('justoneapi');
    limits.perDay = 0;
    expect(await codeOf('get-note-detail/v1', { noteId })).toBe(303);
    limits.perDay = Infinity;
    limits.perSecond = 0;
    expect(await codeOf('get-note-detail/v1', { noteId })).toBe(302);
    expect(replica.billedCalls('justoneapi').count).toBe(1);
    expect(JSON.stringify(replica.providerCalls)).not.toContain(replica.providerKey('justoneapi').value);
  });

  it('what is not there: 201, billed; image notes at v6: nothing, not billed', async () => {
    const gone = await askJustone(replica, 'get-note-detail/v1', { noteId: getNote('removed').noteId });
    expect([at(gone.json, 'code'), at(gone.json, 'data')]).toEqual([201, null]);
    const pictures = await askJustone(replica, 'get-note-detail/v6', { noteId: getNote('tea').noteId });
    expect([at(pictures.json, 'code'), at(pictures.json, 'data')]).toEqual([0, []]);
    expect(replica.providerCalls.map((call) => call.billed)).toEqual([true, false]);
  });

  it('the rest of the envelope may be missing', async () => {
    const ask = async () =>
      Object.keys(
        (await askJustone(replica, 'get-note-detail/v1', { noteId: getNote('tea').noteId })).json as object,
      );
    expect(new Set(await ask())).toEqual(new Set(['code', 'data', 'message', 'recordTime', 'requestId']));
    replica.providerSwitches.fullEnvelope = false;
    expect(await ask()).toEqual(['code', 'data']);
  });
});

describe('notes', () => {
  it('details take an id or an address; v6 is flat and has the files of the video', async () => {
    const note = getNote('tea');
    for (const noteId of [note.noteId, `https://www.xiaohongshu.com/explore/${note.noteId}`]) {
      const reply = await askJustone(replica, 'get-note-detail/v1', { noteId });
      expect(at(reply.json, 'data', 0, 'note_list', 0, 'title')).toBe(note.title);
    }
    const video = await askJustone(replica, 'get-note-detail/v6', { noteId: getNote('video').noteId });
    expect(at(video.json, 'data', 0, 'id')).toBe(getNote('video').noteId);
    expect(at(video.json, 'data', 0, 'video_info_v2', 'media', 'stream', 'h264', 0, 'stream_type')).toBe(258);
  });

  it.each(['get-note-comment/v2', 'get-note-comment/v4'])(
    '%s: masked people, all pages by the whole cursor',
    async (path) => {
      const note = getNote('popular');
      const pages = await walk(path, { noteId: note.noteId, sort: 'latest' }, 'lastCursor');
      const shown = note.comments.filter((root) => !root.folded);
      const rows = pages.flatMap((page) => listAt(page, 'comments'));
      expect(new Set(rows.map((row) => at(row, 'id')))).toEqual(new Set(shown.map((root) => root.id)));
      expect(pages).toHaveLength(Math.ceil(shown.length / 10));
      const author = shown.find((root) => root.id === at(rows[0], 'id'))?.author;
      expect(at(rows[0], 'user', 'userid')).toBe(replica.maskedId(author?.userId ?? ''));
      expect(at(pages[0], 'user_id')).toBe(note.author.userId);
      expect(at(pages[0], 'comment_count')).toBe(944);
    },
  );

  it('replies', async () => {
    const note = getNote('popular');
    const root = note.comments[0];
    const first = { noteId: note.noteId, commentId: root?.id ?? '' };
    const pages = await walk('get-note-sub-comment/v2', first, 'lastCursor');
    expect(new Set(pages.flatMap((page) => idsAt(page, 'comments')))).toEqual(
      new Set(root?.replies.map((reply) => reply.id)),
    );
    expect(at(pages[0], 'comments', 0, 'target_comment', 'id')).toBeDefined();
  });
});

describe('lists', () => {
  it('people and their notes', async () => {
    const author = replica.world.authors[PROLIFIC_AUTHOR];
    const userId = author?.userId ?? '';
    for (const given of [userId, `https://www.xiaohongshu.com/user/profile/${userId}`]) {
      const person = await askJustone(replica, 'get-user/v3', { userId: given });
      expect(at(person.json, 'data', 'red_id')).toBe(author?.redId);
    }
    const pages = await walk('get-user-note-list/v4', { userId }, 'lastCursor', (data) =>
      String(at(listAt(data, 'notes').at(-1), 'cursor')),
    );
    expect(pages.flatMap((page) => idsAt(page, 'notes'))).toEqual(
      replica.world.postedBy(userId).map((note) => note.noteId),
    );
    const found = await askJustone(replica, 'search-user/v2', { keyword: author?.nickname ?? '' });
    expect(idsAt(found.json, 'data', 'users')).toContain(userId);
  });

  it('searches: v2 and v4 by other names, no tokens', async () => {
    const v2 = await askJustone(replica, 'search-note/v2', { keyword: '连载', page: 1, noteType: '_1' });
    const items = listAt(v2.json, 'data', 'items').map((item) => at(item, 'note'));
    expect(items.map((note) => at(note, 'type'))).toEqual(Array.from({ length: 9 }, () => 'video'));
    const v4 = await askJustone(replica, 'search-note/v4', {
      keyword: '连载',
      page: 3,
      sortType: 'time_descending',
    });
    expect(at(v4.json, 'data', 'total')).toBe(5);
    expect(at(v4.json, 'data', 'has_more')).toBe(false);
    for (const note of [...items, ...listAt(v4.json, 'data', 'notes')]) {
      expect(Object.keys(note as object)).not.toContain('xsec_token');
    }
  });

  it('topics, and where a short link leads', async () => {
    const topic = replica.world.topics.toSorted((a, b) => b.notes.length - a.notes.length)[0];
    const pages = await walk(
      'get-topic-note-list/v1',
      { topicId: topic?.pageId ?? '', sort: 'time' },
      'cursor',
    );
    expect(pages.flatMap((page) => idsAt(page, 'notes'))).toEqual(topic?.notes.map((note) => note.noteId));
    const link = await askJustone(replica, 'share-url-transfer/v1', {
      shareUrl: replica.noteUrl('tea', { form: 'short' }),
    });
    expect(at(link.json, 'data', 'redirect_url')).toMatch(
      new RegExp(
        `^https://www\\.xiaohongshu\\.com/discovery/item/${getNote('tea').noteId}\\?.*xsec_token=CB`,
      ),
    );
  });
});
