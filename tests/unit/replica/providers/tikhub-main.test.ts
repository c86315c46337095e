import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startReplica } from '../../../replica/start';
import type { Replica } from '../../../replica/types';
import { minimumCalls } from '../../../replica/world/comment-paging';
import { PROLIFIC_PLANS } from '../../../replica/world/paging-plans';
import type { WorldNote } from '../../../replica/world/types';
import { askTikhub, at, idsAt, listAt } from './ask-provider';

let replica: Replica;
beforeAll(async () => {
  replica = await startReplica({ notes: PROLIFIC_PLANS });
  // Pages are asked for one after another here, faster than the vendor allows.
  replica.providerKey('tikhub').limits.perSecond = Infinity;
});
beforeEach(() => replica.clearRecords());
afterAll(() => replica.close());

function getNote(key: string): WorldNote {
  const note = replica.world.findNote(key);
  if (note === undefined) throw new Error(`no note ${key}`);
  return note;
}

describe('the outer envelope', () => {
  it('carries the request’s id, the parameters as text and the way to read it again for nothing', async () => {
    const noteId = getNote('tea').noteId;
    const reply = await askTikhub(replica, 'app_v2/get_note_comments', { note_id: noteId, index: 0 });
    expect(reply.status).toBe(200);
    expect(at(reply.json, 'code')).toBe(200);
    expect(at(reply.json, 'params')).toEqual({ note_id: noteId, index: '0' });
    expect(at(reply.json, 'router')).toBe('/api/v1/xiaohongshu/app_v2/get_note_comments');
    expect(reply.headers['x-request-id']).toBe(at(reply.json, 'request_id'));
    expect(at(reply.json, 'time')).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
    const cacheUrl = new URL(String(at(reply.json, 'cache_url')));
    const again = await askTikhub(
      replica,
      cacheUrl.pathname,
      { sign: cacheUrl.searchParams.get('sign') ?? '' },
      { host: cacheUrl.hostname, key: undefined },
    );
    expect(again.text).toBe(reply.text);
    const unsigned = await askTikhub(replica, cacheUrl.pathname, { sign: 'x' }, { host: cacheUrl.hostname });
    expect(unsigned.status).toBe(404);
    expect(replica.billedCalls()).toEqual({ count: 1, price: 0.01 });
    expect(replica.providerCalls.map((call) => [call.series, call.status, call.billed])).toEqual([
      ['app_v2', 200, true],
      ['cache', 200, false],
      ['cache', 404, false],
    ]);
  });

  it('is the same on the host for the mainland', async () => {
    const params = { note_id: getNote('tea').noteId };
    const reply = await askTikhub(replica, 'app_v2/get_image_note_detail', params, {
      host: 'api.tikhub.dev',
    });
    expect([reply.status, at(reply.json, 'data', 'success')]).toEqual([200, true]);
  });
});

describe('details of notes', () => {
  it('tell what the site tells', async () => {
    const note = getNote('tea');
    const reply = await askTikhub(replica, 'app_v2/get_image_note_detail', { note_id: note.noteId });
    const body = at(reply.json, 'data', 'data', 0, 'note_list', 0);
    expect(at(body, 'id')).toBe(note.noteId);
    expect(at(body, 'title')).toBe(note.title);
    expect(at(body, 'desc')).toBe(note.desc);
    expect(at(body, 'time')).toBe(Math.floor(note.time / 1000));
    expect(at(body, 'liked_count')).toBe(note.likedCount);
    expect(at(body, 'comments_count')).toBe(note.commentCount);
    expect(at(body, 'user', 'userid')).toBe(note.author.userId);
    expect(listAt(body, 'images_list')).toHaveLength(note.images.length);
    const [tag] = note.tags;
    expect(at(body, 'hash_tag', 0, 'id')).toBe(tag?.id);
    const pageId = /[?&]id=(\w+)/.exec(String(at(body, 'hash_tag', 0, 'link')))?.[1];
    expect(pageId).toBe(replica.world.findTopic(tag?.name ?? '')?.pageId);
    expect(pageId).not.toBe(tag?.id);
  });

  it('take a share text, short links too, and prefer the id', async () => {
    const note = getNote('livephoto');
    for (const share_text of [
      replica.noteUrl('livephoto'),
      `看这个 ${replica.noteUrl('livephoto', { form: 'short' })} 复制`,
    ]) {
      const reply = await askTikhub(replica, 'app_v2/get_image_note_detail', { share_text });
      expect(at(reply.json, 'data', 'data', 0, 'note_list', 0, 'id')).toBe(note.noteId);
    }
    const both = { note_id: getNote('tea').noteId, share_text: replica.noteUrl('livephoto') };
    const reply = await askTikhub(replica, 'app_v2/get_image_note_detail', both);
    expect(at(reply.json, 'data', 'data', 0, 'note_list', 0, 'id')).toBe(getNote('tea').noteId);
    expect((await askTikhub(replica, 'app_v2/get_image_note_detail')).status).toBe(400);
  });

  it('of videos: the note first, its files, then strangers’ notes', async () => {
    const note = getNote('video');
    const reply = await askTikhub(replica, 'app_v2/get_video_note_detail', { note_id: note.noteId });
    const notes = listAt(reply.json, 'data', 'data');
    expect(notes.map((one) => at(one, 'source_note'))).toEqual([true, false, false]);
    expect(at(notes[0], 'id')).toBe(note.noteId);
    expect(at(notes[0], 'video_info_v2', 'media', 'stream', 'h264', 0, 'stream_type')).toBe(258);
    expect(at(notes[0], 'video_info_v2', 'media', 'video_id')).toBe(note.video?.videoId);
    const strangers = await askTikhub(replica, 'app_v2/get_video_note_detail', {
      note_id: getNote('tea').noteId,
    });
    expect(listAt(strangers.json, 'data', 'data').length).toBeGreaterThan(0);
    expect(idsAt(strangers.json, 'data', 'data')).not.toContain(getNote('tea').noteId);
    const asPictures = await askTikhub(replica, 'app_v2/get_image_note_detail', { note_id: note.noteId });
    expect(at(asPictures.json, 'data', 'data', 0, 'note_list', 0, 'id')).toBe(note.noteId);
    expect(at(asPictures.json, 'data', 'data', 0, 'note_list', 0, 'video_info_v2')).toBeUndefined();
  });

  it('that are gone fail inside a 200 and are billed; hidden ones are an empty list', async () => {
    for (const note_id of [getNote('removed').noteId, '0'.repeat(24)]) {
      const reply = await askTikhub(replica, 'app_v2/get_image_note_detail', { note_id });
      expect(reply.status).toBe(200);
      expect([
        at(reply.json, 'data', 'success'),
        at(reply.json, 'data', 'code'),
        at(reply.json, 'data', 'data'),
      ]).toEqual([false, -1, null]);
    }
    const hidden = await askTikhub(replica, 'app_v2/get_image_note_detail', {
      note_id: getNote('forbidden').noteId,
    });
    expect(at(hidden.json, 'data', 'data', 0, 'note_list')).toEqual([]);
    expect(replica.billedCalls('tikhub')).toEqual({ count: 3, price: 0.03 });
  });
});

interface Walk {
  readonly pageArea?: string;
  readonly wholeCursor?: boolean;
  readonly sort?: string;
}

/** Pages to the end, the way the cursor says. */
async function walkComments(note: WorldNote, walk: Walk = {}): Promise<readonly unknown[]> {
  const rows: unknown[] = [];
  let params: Record<string, string | number> = {
    cursor: '',
    index: 0,
    pageArea: walk.pageArea ?? 'UNFOLDED',
  };
  for (let more = true; more;) {
    const reply = await askTikhub(replica, 'app_v2/get_note_comments', {
      note_id: note.noteId,
      sort_strategy: walk.sort ?? 'latest_v2',
      ...params,
    });
    const payload = at(reply.json, 'data', 'data');
    rows.push(...listAt(payload, 'comments'));
    more = at(payload, 'has_more') === true;
    const text = String(at(payload, 'cursor'));
    const cursor = JSON.parse(text) as Record<string, string | number>;
    params = walk.wholeCursor === true ? { cursor: text, index: cursor['index'] ?? 0 } : cursor;
  }
  return rows;
}

async function walkReplies(note: WorldNote, thread: unknown): Promise<readonly unknown[]> {
  const rows = [...listAt(thread, 'sub_comments')];
  const start = at(thread, 'sub_comment_cursor');
  let params = (start === undefined ? { cursor: '', index: 1 } : JSON.parse(String(start))) as Record<
    string,
    string
  >;
  for (let more = Number(at(thread, 'sub_comment_count')) > rows.length; more;) {
    const reply = await askTikhub(replica, 'app_v2/get_note_sub_comments', {
      note_id: note.noteId,
      comment_id: String(at(thread, 'id')),
      ...params,
    });
    const payload = at(reply.json, 'data', 'data');
    rows.push(...listAt(payload, 'comments'));
    more = at(payload, 'has_more') === true;
    params = JSON.parse(String(at(payload, 'cursor'))) as Record<string, string>;
  }
  return rows;
}

describe('comments', () => {
  it('of the note with 944 in 801 threads can all be had, in the fewest calls that the world allows', async () => {
    const note = getNote('threads');
    expect(note.comments).toHaveLength(801);
    expect(note.comments.reduce((sum, root) => sum + root.replies.length, 0)).toBe(143);
    const threads = await walkComments(note);
    const replies = [];
    for (const thread of threads) replies.push(...(await walkReplies(note, thread)));
    const ids = [...threads, ...replies].map((row) => String(at(row, 'id')));
    expect(new Set(ids).size).toBe(944);
    expect(ids).toHaveLength(944);
    const least = minimumCalls(note);
    expect(least.comments).toBe(81);
    expect(least.replies).toBeGreaterThan(20);
    expect(replica.providerCalls).toHaveLength(least.total);
    expect(replica.billedCalls('tikhub').count).toBe(least.total);
  });

  it('come newest first, or by likes; the whole cursor text does as well as its parts', async () => {
    const note = getNote('tea');
    const rows = await walkComments(note, { wholeCursor: true });
    const times = rows.slice(1).map((row) => Number(at(row, 'time')));
    expect(times).toEqual(times.toSorted((a, b) => b - a));
    expect(at(rows[0], 'show_tags_v2', 0, 'type')).toBe('user_top');
    expect(rows).toHaveLength(note.comments.length);
    const liked = (await walkComments(note, { sort: 'like_count' })).map((row) =>
      Number(at(row, 'like_count')),
    );
    expect(liked).toEqual(liked.toSorted((a, b) => b - a));
  });

  it('that are folded come in their own area only', async () => {
    const note = getNote('popular');
    const folded = note.comments.filter((root) => root.folded).map((root) => root.id);
    expect(folded).toHaveLength(8);
    const open = (await walkComments(note)).map((row) => at(row, 'id'));
    const away = (await walkComments(note, { pageArea: 'FOLDED' })).map((row) => at(row, 'id'));
    expect(new Set(away)).toEqual(new Set(folded));
    expect(open).toHaveLength(note.comments.length - folded.length);
    expect(open.filter((id) => folded.includes(String(id)))).toEqual([]);
    expect(replica.providerCalls).toHaveLength(minimumCalls(note).comments + minimumCalls(note).folded);
  });

  it('have the texts, people and times of the world, with the site’s own ids', async () => {
    const note = getNote('hostile');
    const rows = await walkComments(note, { sort: 'default' });
    expect(rows.map((row) => at(row, 'content'))).toEqual(note.comments.map((root) => root.content));
    expect(rows.map((row) => at(row, 'user', 'userid'))).toEqual(
      note.comments.map((root) => root.author.userId),
    );
    expect(rows.map((row) => at(row, 'time'))).toEqual(
      note.comments.map((root) => Math.floor(root.createTime / 1000)),
    );
  });
});

describe('a search', () => {
  it('goes on with its ids, mixes in other things and ends with an empty page', async () => {
    const ask = (params: Record<string, string | number>) =>
      askTikhub(replica, 'app_v2/search_notes', { keyword: '连载', ...params });
    const first = await ask({ page: 1 });
    const search = { search_id: String(at(first.json, 'data', 'search_id')) };
    const pages = [first];
    for (let page = 2; page <= 4; page += 1) pages.push(await ask({ page, ...search }));
    const notes = pages.map((page) =>
      listAt(page.json, 'data', 'data', 'items').filter((item) => at(item, 'model_type') === 'note'),
    );
    expect(notes.map((page) => page.length)).toEqual([20, 20, 5, 0]);
    expect(new Set(notes.flat().map((item) => at(item, 'note', 'id'))).size).toBe(45);
    expect(listAt(first.json, 'data', 'data', 'items').map((item) => at(item, 'model_type'))).toContain(
      'search_agent',
    );
    expect(pages.map((page) => at(page.json, 'data', 'next_page'))).toEqual([2, 3, 4, 4]);
    const forgetful = await ask({ page: 2 });
    expect(at(forgetful.json, 'data', 'page')).toBe(1);
  });

  it('filters by type and writes ids of videos as numbers with all their digits', async () => {
    const reply = await askTikhub(replica, 'app_v2/search_notes', { keyword: '连载', note_type: '视频笔记' });
    const notes = listAt(reply.json, 'data', 'data', 'items').filter(
      (item) => at(item, 'model_type') === 'note',
    );
    expect(notes).toHaveLength(9);
    const video = getNote('serial-5').video;
    expect(reply.text).toContain(`"video_id":${video?.videoId ?? 'none'},`);
    expect(notes.every((item) => at(item, 'note', 'type') === 'video')).toBe(true);
    const token = String(at(notes[0], 'note', 'xsec_token'));
    expect(replica.tokensOf(String(at(notes[0], 'note', 'id'))).map((one) => one.token)).toContain(token);
  });

  it('sorts and knows no other types', async () => {
    const reply = await askTikhub(replica, 'app_v2/search_notes', {
      keyword: '连载',
      sort_type: 'time_descending',
    });
    const times = listAt(reply.json, 'data', 'data', 'items')
      .map((item) => at(item, 'note', 'timestamp'))
      .filter((time) => time !== undefined)
      .map(Number);
    expect(times).toEqual(times.toSorted((a, b) => b - a));
    expect(
      (await askTikhub(replica, 'app_v2/search_notes', { keyword: '连载', note_type: '图文' })).status,
    ).toBe(400);
    expect((await askTikhub(replica, 'app_v2/search_notes', { page: 'two' })).status).toBe(422);
  });
});
