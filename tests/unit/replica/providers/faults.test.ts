import { request } from 'node:https';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { repeat } from '../../../replica/providers/faults';
import { startReplica } from '../../../replica/start';
import type { Replica } from '../../../replica/types';
import { PROLIFIC_PLANS } from '../../../replica/world/paging-plans';
import { askJustone, askParsebot, askTikhub, at, idsAt, listAt } from './ask-provider';

let replica: Replica;
beforeEach(async () => {
  replica = await startReplica({ notes: PROLIFIC_PLANS });
  replica.providerKey('tikhub').limits.perSecond = Infinity;
});
afterEach(() => replica.close());

const COMMENTS = 'app_v2/get_note_comments';
const getId = (key: string): string => replica.world.findNote(key)?.noteId ?? '';
const askComments = (params: Readonly<Record<string, string | number>> = {}) =>
  askTikhub(replica, COMMENTS, { note_id: getId('popular'), ...params });

interface CommentPage {
  readonly ids: readonly unknown[];
  readonly cursor: unknown;
  readonly hasMore: unknown;
}

async function readPage(cursor = ''): Promise<CommentPage> {
  const payload = at((await askComments(cursor === '' ? {} : { cursor })).json, 'data', 'data');
  return { ids: idsAt(payload, 'comments'), cursor: at(payload, 'cursor'), hasMore: at(payload, 'has_more') };
}

describe('refusals that are switched on', () => {
  it('come in order, one a call, unbilled, then all is well', async () => {
    replica.providerFaults.tikhub.failures.push(
      ...repeat(2, { status: 429, retryAfter: 7 }),
      { status: 429, rateLimitReset: 30 },
      { status: 429 },
      { status: 400 },
      { status: 500 },
      { status: 502, form: 'html' },
    );
    const replies = [];
    for (let index = 0; index < 8; index += 1) replies.push(await askComments());
    expect(replies.map((reply) => reply.status)).toEqual([429, 429, 429, 429, 400, 500, 502, 200]);
    expect(replies.map((reply) => reply.headers['retry-after'])).toEqual(['7', '7', ...Array<undefined>(6)]);
    expect(replies[2]?.headers['x-ratelimit-reset']).toBe('30');
    expect(at(replies[4]?.json, 'detail', 'message')).toBe('Request failed. Please retry.');
    expect(at(replies[5]?.json, 'detail', 'code')).toBe(500);
    expect([replies[6]?.headers['content-type'], replies[6]?.text.slice(0, 9)]).toEqual([
      'text/html; charset=UTF-8',
      '<!DOCTYPE',
    ]);
    expect(replica.providerCalls.map((call) => call.billed)).toEqual([
      ...Array<boolean>(7).fill(false),
      true,
    ]);
  });

  it('at JustOneAPI are codes, or statuses', async () => {
    replica.providerFaults.justoneapi.failures.push(
      { code: 302 },
      { status: 503, code: 503 },
      { status: 502, form: 'html' },
    );
    const ask = () => askJustone(replica, 'get-note-detail/v1', { noteId: getId('tea') });
    const replies = [await ask(), await ask(), await ask()];
    expect(replies.map((reply) => [reply.status, at(reply.json, 'code')])).toEqual([
      [200, 302],
      [503, 503],
      [502, undefined],
    ]);
    expect(replica.billedCalls('justoneapi').count).toBe(0);
  });

  it('of one endpoint leave the others alone', async () => {
    replica.providerFaults.endpoints[COMMENTS] = { failures: repeat(1, { status: 500 }), body: 'empty' };
    const detail = () => askTikhub(replica, 'app_v2/get_image_note_detail', { note_id: getId('tea') });
    expect((await detail()).status).toBe(200);
    expect((await askComments()).status).toBe(500);
    expect((await askComments()).text).toBe('');
    expect((await detail()).text).not.toBe('');
  });

  it('inside a 200 are billed', async () => {
    replica.providerFaults.tikhub.innerFailures = 1;
    replica.providerFaults.justoneapi.innerFailures = 1;
    const inner = at((await askComments()).json, 'data');
    expect(inner).toMatchObject({ success: false, code: -1, data: null });
    expect(at((await askJustone(replica, 'get-user/v3', { userId: 'x' })).json, 'code')).toBe(201);
    expect(replica.billedCalls().count).toBe(2);
    expect((await readPage()).ids).toHaveLength(10);
  });
});

describe('time', () => {
  it('an answer may be late', async () => {
    replica.providerFaults.tikhub.latencyMs = 150;
    const startedAt = performance.now();
    expect((await askComments()).status).toBe(200);
    expect(performance.now() - startedAt).toBeGreaterThan(145);
  });

  it('or never come, for so many calls', async () => {
    replica.providerFaults.tikhub.neverAnswers = 1;
    const outgoing = request({
      host: '127.0.0.1',
      port: replica.port,
      path: `/api/v1/xiaohongshu/${COMMENTS}?note_id=${getId('tea')}`,
      headers: { host: 'api.tikhub.io', authorization: `Bearer ${replica.providerKey('tikhub').value}` },
      servername: 'api.tikhub.io',
      rejectUnauthorized: false,
      agent: false,
    });
    const outcome = new Promise((resolve) => {
      outgoing.on('response', () => resolve('answered'));
      outgoing.on('error', () => resolve('given up'));
    });
    outgoing.end();
    // The next call is answered while the first still waits: the first has been taken in and left alone.
    await expect.poll(() => replica.providerCalls.length).toBe(1);
    expect((await askComments()).status).toBe(200);
    outgoing.destroy();
    expect(await outcome).toBe('given up');
    expect(replica.providerCalls.map((call) => call.status)).toEqual([0, 200]);
  });
});

describe('bodies', () => {
  it('of HTML, cut, of another type, with another name for a key', async () => {
    const { tikhub } = replica.providerFaults;
    tikhub.body = 'html';
    const html = await askComments();
    expect([html.status, html.headers['content-type'], html.json]).toEqual([200, 'text/html', undefined]);
    tikhub.body = 'cut';
    const cut = await askComments();
    expect([cut.text.startsWith('{"code":200'), cut.json]).toEqual([true, undefined]);
    tikhub.body = 'wrong-type';
    const typed = await askComments();
    expect([typed.headers['content-type'], at(typed.json, 'code')]).toEqual(['text/plain', 200]);
    tikhub.body = 'normal';
    tikhub.renamed = { comments: 'comment_rows' };
    const renamed = at((await askComments()).json, 'data', 'data');
    expect([at(renamed, 'comments'), listAt(renamed, 'comment_rows').length]).toEqual([undefined, 10]);
  });

  it('of 50 MB, sent in parts, still JSON', async () => {
    replica.providerFaults.parsebot.body = 'huge';
    const token = replica.issueToken(getId('tea'));
    const reply = await askParsebot(replica, 'get_note_detail', { note_id: getId('tea'), xsec_token: token });
    expect(reply.bytes.length).toBeGreaterThan(50 * 1024 * 1024);
    expect(reply.headers['content-length']).toBeUndefined();
    expect(at(reply.json, 'data', 'note_id')).toBe(getId('tea'));
  });
});

describe('wrong content', () => {
  it('another note, or none', async () => {
    const { tikhub, justoneapi } = replica.providerFaults;
    tikhub.wrongNote = true;
    justoneapi.wrongNote = true;
    const ask = (path: string, key: string) => askTikhub(replica, path, { note_id: getId(key) });
    const wrong = at(
      (await ask('app_v2/get_image_note_detail', 'tea')).json,
      'data',
      'data',
      0,
      'note_list',
      0,
      'id',
    );
    expect(wrong).toMatch(/^[0-9a-f]{24}$/);
    expect(wrong).not.toBe(getId('tea'));
    expect(at((await ask('app_v2/get_video_note_detail', 'video')).json, 'data', 'data', 0, 'id')).not.toBe(
      getId('video'),
    );
    const comments = await askJustone(replica, 'get-note-comment/v2', { noteId: getId('tea') });
    expect(at(comments.json, 'data', 'comments', 0, 'note_id')).not.toBe(getId('tea'));
    tikhub.wrongNote = false;
    tikhub.emptyNoteList = true;
    expect(
      at((await ask('app_v2/get_image_note_detail', 'tea')).json, 'data', 'data', 0, 'note_list'),
    ).toEqual([]);
    expect(at((await ask('app_v2/get_video_note_detail', 'video')).json, 'data', 'data')).toEqual([]);
  });

  it('a cursor that stays, or is missing', async () => {
    const { tikhub } = replica.providerFaults;
    const first = await readPage();
    tikhub.repeatedCursor = true;
    const second = await readPage(String(first.cursor));
    expect([second.cursor, second.hasMore]).toEqual([first.cursor, true]);
    tikhub.repeatedCursor = false;
    tikhub.missingCursor = true;
    const without = await readPage();
    expect([without.cursor, without.hasMore]).toEqual([undefined, true]);
  });

  it('rows twice', async () => {
    const first = await readPage();
    replica.providerFaults.tikhub.duplicateRows = true;
    const second = await readPage(String(first.cursor));
    expect(second.ids).toHaveLength(11);
    expect(second.ids[0]).toBe(first.ids.at(-1));
  });

  it('`has_more` that lies', async () => {
    const { tikhub } = replica.providerFaults;
    tikhub.hasMore = 'false-early';
    expect(await readPage()).toMatchObject({ hasMore: false });
    tikhub.hasMore = 'true-at-end';
    const params = { note_id: getId('video'), index: 0 };
    const first = at((await askTikhub(replica, COMMENTS, params)).json, 'data', 'data');
    const last = await askTikhub(replica, COMMENTS, { ...params, cursor: String(at(first, 'cursor')) });
    expect(at(last.json, 'data', 'data', 'has_more')).toBe(true);
    const beyond = await askTikhub(replica, COMMENTS, {
      ...params,
      cursor: String(at(last.json, 'data', 'data', 'cursor')),
    });
    expect(at(beyond.json, 'data', 'data', 'comments')).toEqual([]);
    expect(at(beyond.json, 'data', 'data', 'has_more')).toBe(true);
  });

  it('a page of a search without anything new', async () => {
    const ask = (params: Readonly<Record<string, string | number>>) =>
      askTikhub(replica, 'app_v2/search_notes', { keyword: '连载', ...params });
    const idsOf = (json: unknown) =>
      listAt(json, 'data', 'data', 'items')
        .map((item) => at(item, 'note', 'id'))
        .filter((id) => id !== undefined);
    const first = await ask({ page: 1 });
    replica.providerFaults.tikhub.noNewIds = true;
    const second = await ask({ page: 2, search_id: String(at(first.json, 'data', 'search_id')) });
    expect(idsOf(second.json)).toEqual(idsOf(first.json));
    expect(at(second.json, 'data', 'next_page')).toBe(3);
  });
});
