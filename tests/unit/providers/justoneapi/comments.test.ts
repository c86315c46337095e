import { describe, expect, it } from 'vitest';
import { justoneapi } from '../../../../src/providers/justoneapi/index';
import { endpointOf, failureOf, readAs, toUrl } from '../read-as';
import { comment, MASKED_ID, NOTE_ID, wrap } from './invented';

const ROOT = 'https://api.justoneapi.com/api/xiaohongshu';
const CURSOR = '{"cursor":"c2","index":2,"pageArea":"UNFOLDED"}';
const comments = endpointOf(justoneapi, 'note.comments');
const replies = endpointOf(justoneapi, 'note.replies');
const read = (body: object, cursor?: string) =>
  readAs(justoneapi, comments, wrap(body), {
    noteId: NOTE_ID,
    ...(cursor === undefined ? {} : { cursor }),
  });

describe("JustOneAPI's comments", () => {
  it('are asked for in v2, then v4, with the cursor whole', () => {
    expect(toUrl(justoneapi, comments, { noteId: NOTE_ID })).toBe(
      `${ROOT}/get-note-comment/v2?token=KEY-&noteId=${NOTE_ID}`,
    );
    const v4 = endpointOf(justoneapi, 'note.comments', 1);
    const url = toUrl(justoneapi, v4, { noteId: NOTE_ID, cursor: CURSOR, sort: 'most-liked' });
    expect(new URL(url).pathname).toBe('/api/xiaohongshu/get-note-comment/v4');
    expect([...new URL(url).searchParams]).toEqual([
      ['token', 'KEY-'],
      ['noteId', NOTE_ID],
      ['lastCursor', CURSOR],
      ['sort', 'like_count'],
    ]);
    const sortOf = (sort: 'default' | 'latest') =>
      new URL(toUrl(justoneapi, comments, { noteId: NOTE_ID, sort })).searchParams.get('sort');
    expect([sortOf('default'), sortOf('latest')]).toEqual(['normal', 'latest']);
  });

  it('are read, with what the vendor says there is', () => {
    const rows = [
      comment('c1', {
        content: '',
        comment_type: 2,
        hidden: true,
        status: -2,
        sub_comment_count: 4,
        show_tags_v2: [{ type: 'author_liked', text: '作者赞过' }],
        pictures: [
          {
            url: 'https://sns-i10.rednotecdn.com/c?imageView2/2/w/360/format/heif/q/46',
            origin_url: 'https://sns-i10.rednotecdn.com/c?imageView2/2/w/1280/format/heif/q/45',
            width: 460,
            height: 674,
          },
        ],
      }),
      comment('c2', { ip_location: '上海', like_count: 0, user: undefined }),
      comment('c9', { note_id: '66aa00000000000000000009' }),
    ];
    const page = read({
      comments: rows,
      cursor: CURSOR,
      has_more: true,
      comment_count: 944,
      comment_count_l1: 801,
      user_id: '5faa00000000000000000003',
    });
    expect(page).toMatchObject({
      noteId: NOTE_ID,
      nextCursor: CURSOR,
      said: { comments: 944, topLevel: 801 },
      threads: { c1: { hasMore: true }, c2: { hasMore: false } },
      dropped: 1,
    });
    expect(page.comments.every((row) => row.folded === undefined)).toBe(true);
    expect(page.comments).toMatchObject([
      {
        commentId: 'c1',
        author: { id: { kind: 'masked', value: MASKED_ID }, nickname: '阿岚', redId: '9000001' },
        content: '',
        createdAt: 1_700_000_100_000,
        likes: { value: 12 },
        replyCount: { value: 4 },
        hidden: true,
        status: -2,
        likedByNoteAuthor: true,
        byMachine: false,
        pictures: [
          {
            url: 'https://sns-i10.rednotecdn.com/c?imageView2/2/w/360/format/jpg/q/46',
            originUrl: 'https://sns-i10.rednotecdn.com/c?imageView2/2/w/1280/format/jpg/q/45',
            width: 460,
            height: 674,
          },
        ],
      },
      { commentId: 'c2', place: '上海', likes: { value: 0 } },
    ]);
    expect(page.comments[1]?.author).toBeUndefined();
    expect(page.comments[0]?.place).toBeUndefined();
  });

  it('end where nothing more is promised, the page is empty or the cursor leads nowhere', () => {
    const rows = [comment('c1')];
    const nextOf = (body: object, cursor?: string) =>
      read({ comments: rows, has_more: true, ...body }, cursor).nextCursor;
    expect(nextOf({ cursor: CURSOR })).toBe(CURSOR);
    expect(nextOf({ cursor: CURSOR }, CURSOR)).toBeUndefined();
    expect(nextOf({ cursor: CURSOR, has_more: false })).toBeUndefined();
    expect(nextOf({ cursor: CURSOR, comments: [] }, 'another')).toBeUndefined();
    expect(nextOf({ cursor: '{"index":2,"pageArea":"UNFOLDED"}' })).toBeUndefined();
    expect(nextOf({})).toBeUndefined();
  });

  it('keep what they embed, and where its thread goes on', () => {
    const root = comment('c1', {
      sub_comment_count: 3,
      sub_comment_cursor: '{"cursor":"r1","index":2}',
      sub_comments: [
        comment('r1', { target_comment: { id: 'c1', user: { userid: MASKED_ID, nickname: '阿岚' } } }),
      ],
    });
    const page = read({ comments: [root], has_more: false });
    expect(page.threads).toEqual({ c1: { hasMore: true, cursor: '{"cursor":"r1","index":2}' } });
    expect(page.comments.map((row) => [row.commentId, row.rootCommentId, row.replyTo?.commentId])).toEqual([
      ['c1', undefined, undefined],
      ['r1', 'c1', 'c1'],
    ]);
  });

  it.each([
    ['a renamed list', { items: [comment('c1')] }, 'comments'],
    ['a row without an id', { comments: [comment('c1', { id: undefined })] }, 'comments.0.id'],
    ['a row without words', { comments: [comment('c1', { content: undefined })] }, 'comments.0.content'],
    ['comments of another note', { comments: [comment('c1', { note_id: 'x' })] }, 'wrong-note'],
    ['a list for an object', [comment('c1')], 'payload'],
  ])('are refused for %s', (_, body, reason) => {
    expect(failureOf(() => read(body))).toMatchObject({ kind: 'invalid-response', reason });
  });

  it('have replies, asked for by thread', () => {
    const thread = { noteId: NOTE_ID, rootCommentId: 'c1' };
    expect(toUrl(justoneapi, replies, thread)).toBe(
      `${ROOT}/get-note-sub-comment/v2?token=KEY-&noteId=${NOTE_ID}&commentId=c1`,
    );
    expect(toUrl(justoneapi, replies, { ...thread, cursor: 'x y' })).toContain('&lastCursor=x%20y');
    const body = {
      comments: [comment('r1'), comment('r2')],
      cursor: '{"cursor":"r2","index":3}',
      has_more: true,
    };
    const page = readAs(justoneapi, replies, wrap(body), thread);
    expect(page).toMatchObject({ rootCommentId: 'c1', nextCursor: body.cursor, threads: {}, dropped: 0 });
    expect(page.comments.map((row) => row.rootCommentId)).toEqual(['c1', 'c1']);
  });
});
