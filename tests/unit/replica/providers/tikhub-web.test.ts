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

describe('web_v3', () => {
  it('needs the note’s own token for its detail; camel case, counts as text, times in ms', async () => {
    const note = getNote('tea');
    const ask = (xsec_token: string) =>
      askTikhub(replica, 'web_v3/fetch_note_detail', { note_id: note.noteId, xsec_token });
    const detail = await ask(replica.issueToken(note.noteId));
    expect(at(detail.json, 'data', 'ok')).toBe(true);
    const card = at(detail.json, 'data', 'data', 'items', 0, 'noteCard');
    expect(card).toMatchObject({ noteId: note.noteId, title: note.title, time: note.time });
    expect(at(card, 'interactInfo', 'likedCount')).toBe('1.2万');
    expect(at(card, 'user', 'userId')).toBe(note.author.userId);
    for (const token of [
      '',
      replica.issueToken(getNote('video').noteId),
      replica.expiredToken(note.noteId),
    ]) {
      expect(at((await ask(token)).json, 'data', 'data', 'items')).toEqual([]);
    }
    expect(replica.providerCalls.map((call) => call.query['xsec_token'])).toEqual([
      '<valid>',
      '',
      '<foreign>',
      '<expired>',
    ]);
  });

  it('comments and replies, as many at a time as asked for', async () => {
    const note = getNote('tea');
    const base = { note_id: note.noteId, xsec_token: replica.issueToken(note.noteId) };
    const pages = await walk('web_v3/fetch_note_comments', base, (payload) =>
      at(payload, 'hasMore') === true ? { ...base, cursor: String(at(payload, 'cursor')) } : undefined,
    );
    const rows = pages.flatMap((page) => listAt(page, 'comments'));
    expect(rows.map((row) => at(row, 'id'))).toEqual(note.comments.map((root) => root.id));
    expect(at(rows[0], 'createTime')).toBe(note.comments[0]?.createTime);
    expect(at(rows[0], 'likeCount')).toBe('1.2万');
    const root = note.comments[4];
    const sub = { ...base, root_comment_id: root?.id ?? '', num: 20 };
    const replies = await walk('web_v3/fetch_sub_comments', sub, (payload) =>
      at(payload, 'hasMore') === true ? { ...sub, cursor: String(at(payload, 'cursor')) } : undefined,
    );
    expect(replies).toHaveLength(2);
    expect(replies.flatMap((page) => idsAt(page, 'comments'))).toEqual(
      root?.replies.map((reply) => reply.id),
    );
    const foreign = await askTikhub(replica, 'web_v3/fetch_note_comments', {
      note_id: note.noteId,
      xsec_token: replica.issueToken(getNote('video').noteId),
    });
    expect(at(foreign.json, 'data', 'data', 'comments')).toEqual([]);
  });

  it('searches, people and their notes', async () => {
    const videos = await askTikhub(replica, 'web_v3/fetch_search_notes', { keyword: '连载', note_type: 2 });
    const items = listAt(videos.json, 'data', 'data', 'items').filter(
      (item) => at(item, 'modelType') === 'note',
    );
    expect(items.map((item) => at(item, 'noteCard', 'type'))).toEqual(
      Array.from({ length: 9 }, () => 'video'),
    );
    const author = getProlific();
    const person = await askTikhub(replica, 'web_v3/fetch_user_info', { user_id: author.userId });
    expect(at(person.json, 'data', 'data', 'basicInfo', 'redId')).toBe(author.redId);
    const posted = await askTikhub(replica, 'web_v3/fetch_user_notes', { user_id: author.userId, num: 30 });
    expect(listAt(posted.json, 'data', 'data', 'notes')).toHaveLength(30);
    expect(at(posted.json, 'data', 'data', 'hasMore')).toBe(true);
    const tooMany = await askTikhub(replica, 'web_v3/fetch_user_notes', { user_id: author.userId, num: 31 });
    expect(tooMany.status).toBe(422);
  });

  it('is refused where it is for enterprises only', async () => {
    replica.providerSwitches.webV3ForEnterprise = true;
    const refused = await askTikhub(replica, 'web_v3/fetch_user_info', { user_id: getProlific().userId });
    replica.providerSwitches.webV3ForEnterprise = false;
    expect([refused.status, replica.billedCalls().count]).toEqual([403, 0]);
  });
});

describe('what lives of the old web series', () => {
  it('has another vendor’s envelope inside and masked authors of comments', async () => {
    const note = getNote('tea');
    const pages = await walk('web_v2/fetch_note_comments', { note_id: note.noteId }, (payload) =>
      at(payload, 'has_more') === true
        ? { note_id: note.noteId, cursor: String(at(payload, 'cursor')) }
        : undefined,
    );
    const rows = pages.flatMap((page) => listAt(page, 'comments'));
    expect(rows).toHaveLength(note.comments.length);
    for (const row of rows) {
      const root = note.comments.find((one) => one.id === at(row, 'id'));
      expect(at(row, 'user', 'userid')).toMatch(/^a[0-9a-f]{28}$/);
      expect(at(row, 'user', 'userid')).toBe(replica.maskedId(root?.author.userId ?? ''));
      expect(at(row, 'user', 'red_id')).toBe(root?.author.redId);
    }
    const reply = await askTikhub(replica, 'web_v2/fetch_note_comments', { note_id: note.noteId });
    expect(Object.keys(at(reply.json, 'data') as object)).toEqual(['code', 'data', 'message', 'recordTime']);
    expect(at(reply.json, 'data', 'recordTime')).toMatch(/^\d{4}-\d\d-\d\dT[\d:]{8}\.\d{9}$/);
  });

  it('gives replies behind the embedded one, and details', async () => {
    const note = getNote('tea');
    const root = note.comments[4];
    const base = { note_id: note.noteId, comment_id: root?.id ?? '' };
    const pages = await walk('web_v2/fetch_sub_comments', base, (payload) =>
      at(payload, 'has_more') === true ? { ...base, cursor: String(at(payload, 'cursor')) } : undefined,
    );
    expect(pages.flatMap((page) => idsAt(page, 'comments'))).toHaveLength(root?.replies.length ?? -1);
    for (const path of ['web_v2/fetch_feed_notes_v2', 'web/get_note_info_v4', 'web/get_note_info_v7']) {
      const reply = await askTikhub(replica, path, { note_id: note.noteId });
      expect(at(reply.json, 'data', 'data', 0, 'note_list', 0, 'id')).toBe(note.noteId);
    }
  });
});
