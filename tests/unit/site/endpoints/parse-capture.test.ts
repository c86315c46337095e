import { describe, expect, it } from 'vitest';
import { AppError } from '../../../../src/model/errors';
import type { ParsedCapture } from '../../../../src/site/endpoints/parse-capture';
import { parseCapture } from '../../../../src/site/endpoints/parse-capture';
import { commentBody, commentId, NOTE, noteBody, OTHER_NOTE, replyBody, toSnake, USER } from '../invented';

const PAGE = `https://www.xiaohongshu.com/explore/${NOTE}`;

/** What the site answers: its envelope around a payload, keys as the API writes them. */
function answer(path: string, payload: unknown, requestBody?: unknown): ParsedCapture | undefined {
  return parseCapture({
    url: `https://edith.xiaohongshu.com/api/sns/web/${path}`,
    status: 200,
    body: JSON.stringify({ code: 0, success: true, msg: '成功', data: toSnake(payload) }),
    requestBody: requestBody === undefined ? undefined : JSON.stringify(requestBody),
    pageUrl: PAGE,
  });
}

function findDetails(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error instanceof AppError ? { code: error.code, ...error.details } : error;
  }
}

const feedItem = (noteId: string) => ({ id: noteId, modelType: 'note', noteCard: noteBody(noteId) });
const askedFor = (noteId: string) => ({
  source_note_id: noteId,
  xsec_token: 'ABasked=',
  xsec_source: 'pc_feed',
});

describe('the note in full', () => {
  it('carries the token it was opened with, and the host', () => {
    const parsed = answer('v1/feed', { items: [feedItem(NOTE)] }, askedFor(NOTE));
    const note = parsed?.sightings.notes?.[0];
    expect([parsed?.endpointId, parsed?.kind]).toEqual(['feed', 'notes']);
    expect(note?.token).toEqual({ xsecToken: 'ABasked=', xsecSource: 'pc_feed' });
    expect(note?.fields).toMatchObject({
      host: 'www.xiaohongshu.com',
      standing: 'public',
      title: '周末做面包',
      publishedAt: 1_733_000_000_000,
      place: '浙江',
      video: null,
      mentions: [],
    });
    expect(note?.counts.likes).toEqual({ raw: '1.2万', value: 12_000, approximate: true });
    expect(note?.viewer).toEqual({ liked: false, collected: true, followed: false });
  });

  it('is not taken when it is another one than was asked for', () => {
    const parsed = answer('v1/feed', { items: [feedItem(OTHER_NOTE)] }, askedFor(NOTE));
    expect(parsed?.sightings.notes).toEqual([]);
    expect(parsed?.dropped).toEqual([OTHER_NOTE]);
  });

  it('leaves the source absent where the request has none, and the token to the note where there is no request', () => {
    const token = (request: unknown) =>
      answer('v1/feed', { items: [feedItem(NOTE)] }, request)?.sightings.notes?.[0]?.token;
    expect(token({ source_note_id: NOTE, xsec_token: 'ABasked=' })).toEqual({ xsecToken: 'ABasked=' });
    expect(token({ source_note_id: NOTE, xsec_token: 'ABasked=', xsec_source: '' })).toEqual({
      xsecToken: 'ABasked=',
      xsecSource: '',
    });
    expect(token(undefined)).toEqual({ xsecToken: noteBody(NOTE)['xsecToken'] });
  });
});

describe('comments', () => {
  it('stand in order, replies behind their root, with what was asked and what comes next', () => {
    const parsed = answer(`v2/comment/page?note_id=${NOTE}&cursor=&top_comment_id=&xsec_token=x`, {
      comments: [commentBody(NOTE, 1), commentBody(NOTE, 2)],
      cursor: commentId(2),
      hasMore: true,
      userId: USER,
    });
    const page = parsed?.sightings.comments;
    expect(page?.comments.map((comment) => [comment.commentId, comment.rootCommentId])).toEqual([
      [commentId(1), undefined],
      [commentId(1_001), commentId(1)],
      [commentId(2), undefined],
      [commentId(1_002), commentId(2)],
    ]);
    expect(page?.comments[1]).toMatchObject({ byNoteAuthor: true, replyTo: { commentId: commentId(1) } });
    expect(page?.threads).toEqual({ [commentId(1)]: { hasMore: true }, [commentId(2)]: { hasMore: true } });
    const { comments, threads, ...paging } = page ?? { comments: [], threads: {} };
    expect([comments.length, Object.keys(threads).length]).toEqual([4, 2]);
    expect(paging).toEqual({
      noteId: NOTE,
      level: 'top',
      whole: false,
      askedCursor: '',
      nextCursor: commentId(2),
      hasMore: true,
    });
    expect(parsed?.sightings.viewer).toEqual({ userId: USER });
  });

  it('of another note are left out and named', () => {
    const parsed = answer(`v2/comment/page?note_id=${NOTE}&cursor=`, {
      comments: [commentBody(OTHER_NOTE, 1), commentBody(NOTE, 2)],
      hasMore: false,
    });
    expect(parsed?.sightings.comments?.comments.map((comment) => comment.noteId)).toEqual([NOTE, NOTE]);
    expect(parsed?.dropped).toEqual([commentId(1)]);
  });

  it('may be none', () => {
    const none = {
      noteId: NOTE,
      level: 'top',
      comments: [],
      threads: {},
      whole: false,
      askedCursor: '',
      hasMore: false,
    };
    for (const payload of [{ comments: [], cursor: '', hasMore: false }, { hasMore: false }]) {
      expect(answer(`v2/comment/page?note_id=${NOTE}&cursor=`, payload)?.sightings.comments).toEqual(none);
    }
  });

  it('of a thread belong to the root the address names', () => {
    const root = commentId(1);
    const address = `v2/comment/sub/page?note_id=${NOTE}&root_comment_id=${root}&num=10&cursor=${commentId(1_001)}`;
    const page = answer(address, { comments: [replyBody(NOTE, 7, root)], cursor: 'x', hasMore: false })
      ?.sightings.comments;
    expect(page).toMatchObject({
      level: 'replies',
      rootCommentId: root,
      askedCursor: commentId(1_001),
      nextCursor: 'x',
      threads: { [root]: { hasMore: false } },
    });
    expect(page?.comments.map((reply) => reply.rootCommentId)).toEqual([root]);
    const nowhere = () => answer(`v2/comment/sub/page?note_id=${NOTE}`, { comments: [] });
    expect(findDetails(nowhere)).toEqual({
      code: 'page-changed',
      endpoint: 'comment-sub-page',
      missing: 'root_comment_id',
    });
  });

  it('newly posted are taken at the top level only', () => {
    const { id, content } = commentBody(NOTE, 5);
    const post = (request: object) =>
      answer('v1/comment/post', { comment: { id, noteId: NOTE } }, request)?.sightings;
    expect(post({ note_id: NOTE, content, at_users: [] })).toEqual({
      comments: {
        noteId: NOTE,
        level: 'top',
        comments: [{ commentId: id, noteId: NOTE, content }],
        threads: {},
        whole: false,
      },
    });
    expect(post({ note_id: NOTE, content, target_comment_id: commentId(1) })).toEqual({});
    expect(post({ note_id: OTHER_NOTE, content })).toEqual({});
  });
});

describe('what the viewer did', () => {
  it.each([
    ['v1/note/like', { note_oid: NOTE }, { liked: true }],
    ['v1/note/dislike', { note_oid: NOTE }, { liked: false }],
    ['v1/note/collect', { note_id: NOTE }, { collected: true }],
    ['v1/note/uncollect', { note_ids: NOTE }, { collected: false }],
  ])('%s', (path, request, viewer) => {
    expect(answer(path, {}, request)?.sightings.notes).toEqual([
      { noteId: NOTE, fields: {}, counts: {}, viewer },
    ]);
    expect(answer(path, null, undefined)?.sightings.notes).toEqual([]);
  });

  it('names several notes when several were taken out', () => {
    const notes = answer('v1/note/uncollect', {}, { note_ids: `${NOTE},${OTHER_NOTE},x` })?.sightings.notes;
    expect(notes?.map((note) => note.noteId)).toEqual([NOTE, OTHER_NOTE]);
  });

  it('who it is: a guest is nobody', () => {
    const me = (payload: unknown) => answer('v2/user/me', payload)?.sightings.viewer;
    expect(me({ guest: false, userId: USER })).toEqual({ loggedIn: true, userId: USER });
    expect(me({ guest: true, userId: USER })).toEqual({ loggedIn: false });
    expect(answer('v1/user/selfinfo', { result: { success: true, code: 0 } })?.sightings.viewer).toEqual({
      loggedIn: true,
    });
  });
});

describe('lists', () => {
  const card = {
    type: 'video',
    displayTitle: '题',
    user: { userId: USER, nickname: 'n' },
    interactInfo: { likedCount: '5' },
  };

  it('keep the notes and pass over everything else', () => {
    const items = [
      { id: NOTE, modelType: 'note', xsecToken: 'ABx=', noteCard: card },
      { id: 'live', modelType: 'live_v2', liveCard: {} },
      { id: 'q', modelType: 'rec_query', recQuery: {} },
    ];
    const feed = answer('v1/homefeed', { items }, { category: 'homefeed.food_v3' })?.sightings;
    expect(feed?.listing).toEqual({ kind: 'feeds', key: 'homefeed.food_v3', noteIds: [NOTE] });
    expect(feed?.notes?.[0]).toMatchObject({
      fields: { type: 'video', title: '题' },
      token: { xsecToken: 'ABx=' },
    });
    const search = answer('v2/search/notes', { items, hasMore: true }, { keyword: '面包' });
    expect([search?.kind, search?.sightings.listing?.key]).toEqual(['searches', '面包']);
    expect(answer('v1/search/notes', { hasMore: false }, { keyword: '没有' })?.sightings.notes).toEqual([]);
  });

  it('of a profile are known by whose they are and which tab', () => {
    const notes = [{ ...card, noteId: NOTE, xsecToken: 'ABx=' }];
    const key = (path: string) => answer(`${path}?user_id=${USER}&num=30`, { notes })?.sightings.listing?.key;
    expect(['v1/user_posted', 'v2/note/collect/page', 'v1/note/like/page'].map(key)).toEqual([
      `${USER}:note`,
      `${USER}:fav`,
      `${USER}:liked`,
    ]);
  });
});

describe('refusals', () => {
  const refuse = (path: string, code: number, options: { status?: number; request?: string } = {}) =>
    parseCapture({
      url: `https://webapi.rednote.com/api/sns/web/${path}`,
      status: options.status ?? 200,
      body: JSON.stringify({ code, success: false, msg: '', data: null }),
      requestBody: options.request,
      pageUrl: PAGE,
    })?.sightings;

  it('name the code and the note that was asked for', () => {
    expect(refuse(`v2/comment/page?note_id=${NOTE}`, -101)).toEqual({
      refusal: { code: -101, noteId: NOTE },
    });
    expect(refuse('v1/homefeed', 300013)).toEqual({ refusal: { code: 300013 } });
    expect(refuse('v1/feed', 300012, { status: 471 })).toEqual({ refusal: { code: 300012 } });
  });

  it('tell the standing of a note where the code does', () => {
    expect(refuse('v1/feed', -510001, { request: JSON.stringify(askedFor(NOTE)) })).toEqual({
      refusal: { code: -510001, noteId: NOTE },
      notes: [{ noteId: NOTE, fields: { standing: 'under-review' }, counts: {} }],
    });
  });

  it.each([461, 471, 406, 500, 404])('with HTTP %d and no body say nothing more', (status) => {
    for (const body of ['', '<html>', '{}']) {
      const url = 'https://edith.xiaohongshu.com/api/sns/web/v1/feed';
      expect(parseCapture({ url, status, body, pageUrl: PAGE })?.sightings).toEqual({});
    }
  });
});
