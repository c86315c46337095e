import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startReplica } from '../../../replica/start';
import type { Replica } from '../../../replica/types';
import { PROLIFIC_AUTHOR, PROLIFIC_PLANS } from '../../../replica/world/paging-plans';
import type { WorldAuthor, WorldNote } from '../../../replica/world/types';
import { askTikhub, at, idsAt, listAt } from './ask-provider';

let replica: Replica;
beforeAll(async () => {
  replica = await startReplica({ notes: PROLIFIC_PLANS });
  replica.providerKey('tikhub').limits.perSecond = Infinity;
});
beforeEach(() => replica.clearRecords());
afterAll(() => replica.close());

function getNote(key: string): WorldNote {
  const note = replica.world.findNote(key);
  if (note === undefined) throw new Error(`no note ${key}`);
  return note;
}

function getProlific(): WorldAuthor {
  const author = replica.world.authors[PROLIFIC_AUTHOR];
  if (author === undefined) throw new Error('nobody there');
  return author;
}

type Params = Readonly<Record<string, string | number>>;

/** Asks page after page; `next` gives the parameters of the next one, `undefined` ends. */
async function walk(path: string, first: Params, next: (payload: unknown) => Params | undefined) {
  const payloads: unknown[] = [];
  for (let params: Params | undefined = first; params !== undefined;) {
    const reply = await askTikhub(replica, path, params);
    expect(reply.status).toBe(200);
    const payload = at(reply.json, 'data', 'data');
    payloads.push(payload);
    params = next(payload);
  }
  return payloads;
}

describe('people in the app', () => {
  it.each(['app_v2/get_user_info', 'app/get_user_info', 'web/get_user_info', 'web_v2/fetch_user_info_app'])(
    '%s tells what the world tells',
    async (path) => {
      const author = getProlific();
      const reply = await askTikhub(replica, path, { user_id: author.userId });
      const person = at(reply.json, 'data', 'data');
      expect(person).toMatchObject({
        userid: author.userId,
        red_id: author.redId,
        nickname: author.nickname,
        fans: author.fans,
        follows: author.follows,
        ndiscovery:
          45 +
          replica.world.notes.filter((note) => note.author === author && !note.key.startsWith('serial'))
            .length,
      });
      expect(Number(at(person, 'liked')) + Number(at(person, 'collected'))).toBe(author.likedAndCollected);
      expect(at(person, 'result', 'success')).toBe(true);
    },
  );

  it('nobody of that id: fails inside a 200', async () => {
    const reply = await askTikhub(replica, 'app_v2/get_user_info', { user_id: '0'.repeat(24) });
    expect([reply.status, at(reply.json, 'data', 'success')]).toEqual([200, false]);
  });

  it.each(['app_v2/get_user_posted_notes', 'app/get_user_notes', 'web_v2/fetch_home_notes_app'])(
    '%s pages by the last note’s cursor',
    async (path) => {
      const user_id = getProlific().userId;
      const pages = await walk(path, { user_id }, (payload) =>
        at(payload, 'has_more') === true
          ? { user_id, cursor: String(at(listAt(payload, 'notes').at(-1), 'cursor')) }
          : undefined,
      );
      const posted = replica.world.postedBy(user_id);
      expect(posted.length).toBeGreaterThanOrEqual(45);
      expect(pages.flatMap((page) => idsAt(page, 'notes'))).toEqual(posted.map((note) => note.noteId));
      expect(pages).toHaveLength(Math.ceil(posted.length / 10));
      expect(at(pages[0], 'notes', 0, 'likes')).toBe(posted[0]?.likedCount);
    },
  );

  it('what they have collected, `result` in place of `code`; some show nothing', async () => {
    const author = replica.world.authors.find((one) => replica.world.favedBy(one.userId).length > 20);
    const user_id = author?.userId ?? '';
    const first = await askTikhub(replica, 'app_v2/get_user_faved_notes', { user_id });
    expect(at(first.json, 'data', 'result')).toBe(0);
    expect(at(first.json, 'data', 'code')).toBeUndefined();
    const pages = await walk('app_v2/get_user_faved_notes', { user_id }, (payload) =>
      at(payload, 'has_more') === true ? { user_id, cursor: String(at(payload, 'cursor')) } : undefined,
    );
    expect(pages.flatMap((page) => idsAt(page, 'notes'))).toEqual(
      replica.world.favedBy(user_id).map((note) => note.noteId),
    );
    const secret = replica.world.authors.find((one) => replica.world.favedBy(one.userId).length === 0);
    const none = await askTikhub(replica, 'app_v2/get_user_faved_notes', { user_id: secret?.userId ?? '' });
    expect(at(none.json, 'data', 'data', 'notes')).toEqual([]);
  });

  it('are found by name, twenty a page', async () => {
    const named = replica.world.authors.filter((author) => author.nickname.includes('的'));
    const reply = await askTikhub(replica, 'app_v2/search_users', { keyword: '的' });
    expect(idsAt(reply.json, 'data', 'data', 'users')).toEqual(
      named.slice(0, 20).map((author) => author.userId),
    );
    expect(at(reply.json, 'data', 'data', 'users', 0, 'red_id')).toBe(named[0]?.redId);
    const v3 = await askTikhub(replica, 'web_v3/fetch_search_users', { keyword: named[0]?.nickname ?? '' });
    expect(at(v3.json, 'data', 'data', 'users', 0, 'redId')).toBe(named[0]?.redId);
  });
});

describe('topics', () => {
  it('have a page with views and discussions', async () => {
    const topic = replica.world.topics[0];
    const reply = await askTikhub(replica, 'app_v2/get_topic_info', { page_id: topic?.pageId ?? '' });
    expect(at(reply.json, 'data', 'data', 'page_info')).toEqual({
      id: topic?.pageId,
      name: topic?.name,
      view_num: topic?.views,
      discuss_num: topic?.discussions,
    });
  });

  it.each([
    ['app_v2/get_topic_feed', 'items'],
    ['app/get_topic_notes', 'notes'],
    ['app/get_notes_by_topic', 'notes'],
  ])('%s goes on from the last note', async (path, listKey) => {
    const topic = replica.world.topics.toSorted((a, b) => b.notes.length - a.notes.length)[0];
    const base = { page_id: topic?.pageId ?? '', sort: 'time', first_load_time: '1779500000000' };
    const pages = await walk(path, base, (payload) => {
      const last = listAt(payload, listKey).at(-1);
      if (at(payload, 'has_more') !== true) return undefined;
      return {
        ...base,
        session_id: String(at(payload, 'session_id')),
        cursor_score: String(at(last, 'cursor_score')),
        last_note_id: String(at(last, 'id')),
        last_note_ct: String(at(last, 'create_time')),
      };
    });
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.flatMap((page) => idsAt(page, listKey))).toEqual(topic?.notes.map((note) => note.noteId));
    expect(new Set(pages.map((page) => at(page, 'session_id'))).size).toBe(1);
  });
});

describe('app', () => {
  it('details and comments are those of app_v2; `start` is text or an id', async () => {
    const note = getNote('tea');
    const detail = await askTikhub(replica, 'app/get_note_info', { note_id: note.noteId });
    expect(at(detail.json, 'data', 'data', 0, 'note_list', 0, 'title')).toBe(note.title);
    for (const isWhole of [true, false]) {
      const pages = await walk('app/get_note_comments', { note_id: note.noteId }, (payload) => {
        const text = String(at(payload, 'cursor'));
        const start = isWhole ? text : String(at(JSON.parse(text), 'cursor'));
        return at(payload, 'has_more') === true ? { note_id: note.noteId, start } : undefined;
      });
      expect(pages.flatMap((page) => idsAt(page, 'comments'))).toEqual(note.comments.map((root) => root.id));
    }
    const root = note.comments[4];
    const base = { note_id: note.noteId, comment_id: root?.id ?? '' };
    const replies = await walk('app/get_sub_comments', base, (payload) =>
      at(payload, 'has_more') === true
        ? { ...base, start: String(idsAt(payload, 'comments').at(-1)) }
        : undefined,
    );
    expect(new Set(replies.flatMap((page) => idsAt(page, 'comments')))).toEqual(
      new Set(root?.replies.map((reply) => reply.id)),
    );
  });

  it('search keeps its state under other names', async () => {
    const first = await askTikhub(replica, 'app/search_notes', { keyword: '连载', page: 1 });
    const second = await askTikhub(replica, 'app/search_notes', {
      keyword: '连载',
      page: 2,
      search_id: String(at(first.json, 'data', 'searchId')),
      session_id: String(at(first.json, 'data', 'sessionId')),
    });
    const ids = [first, second].flatMap((page) =>
      listAt(page.json, 'data', 'data', 'items').map((item) => at(item, 'note', 'id')),
    );
    expect(new Set(ids).size).toBe(40);
    expect((await askTikhub(replica, 'app/search_notes', { keyword: '连载' })).status).toBe(422);
  });

  it('links give ids, and tokens where they have some', async () => {
    const url = replica.noteUrl('tea');
    const link = await askTikhub(replica, 'app/extract_share_info', { share_link: url });
    const token = new URL(url).searchParams.get('xsec_token');
    expect(at(link.json, 'data')).toEqual({ note_id: getNote('tea').noteId, xsec_token: token });
    const short = await askTikhub(replica, 'web/get_note_id_and_xsec_token', {
      share_text: replica.noteUrl('tea', { form: 'short' }),
    });
    expect(at(short.json, 'data', 'note_id')).toBe(getNote('tea').noteId);
    expect(at(short.json, 'data', 'xsec_token')).toMatch(/^CB.{44}$/);
    const userId = getProlific().userId;
    const user = await askTikhub(replica, 'app/get_user_id_and_xsec_token', {
      share_link: `https://www.xiaohongshu.com/user/profile/${userId}?xsec_token=ABc`,
    });
    expect(at(user.json, 'data')).toEqual({ user_id: userId, xsec_token: 'ABc' });
    expect((await askTikhub(replica, 'app/extract_share_info', { share_link: 'no link' })).status).toBe(400);
  });
});
