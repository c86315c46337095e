import { describe, expect, it } from 'vitest';
import { tikhubWebV3 } from '../../../../src/providers/tikhub-web-v3/index';
import { endpointOf, failureOf, readAs, toUrl } from '../read-as';
import { comment, NOTE_ID, USER_ID, wrap } from './invented';

const ROOT = 'https://api.tikhub.io/api/v1/xiaohongshu/web_v3';
const comments = endpointOf(tikhubWebV3, 'note.comments');
const replies = endpointOf(tikhubWebV3, 'note.replies');
const profile = endpointOf(tikhubWebV3, 'author.profile');
const authors = endpointOf(tikhubWebV3, 'search.authors');
const exact = (value: number) => ({ raw: String(value), value, approximate: false });
const AUTHOR = {
  id: { kind: 'site', value: USER_ID },
  nickname: '阿岚',
  avatarUrl: 'https://sns-avatar-qc.xhscdn.com/avatar/a.jpg',
};

describe('comments of Web V3', () => {
  const asked = { noteId: NOTE_ID, xsecToken: 'AB=' };
  const read = (rows: unknown, more: object = {}, cursor?: string) =>
    readAs(tikhubWebV3, comments, wrap({ comments: rows, ...more }), {
      ...asked,
      ...(cursor === undefined ? {} : { cursor }),
    });

  it('are asked for with the token', () => {
    expect(toUrl(tikhubWebV3, comments, { ...asked, cursor: 'c' })).toBe(
      `${ROOT}/fetch_note_comments?note_id=${NOTE_ID}&xsec_token=AB%3D&cursor=c`,
    );
    expect(comments.findGap?.(asked)).toBeUndefined();
    expect(comments.findGap?.({ noteId: NOTE_ID })).toBe('xsec-token');
    expect(comments.findGap?.({ ...asked, sort: 'latest' })).toBe('sort');
  });

  it('are read with their embedded replies', () => {
    const reply = comment('r1', {
      noteId: NOTE_ID,
      targetComment: { id: 'c1', userInfo: { userId: USER_ID, nickname: '阿岚' } },
    });
    const rows = [
      comment('c1', {
        subCommentCount: '3',
        subComments: [reply],
        subCommentCursor: 'r1',
        showTags: ['is_author', 'user_top'],
      }),
      comment('c2', {
        content: undefined,
        pictures: [{ urlDefault: 'http://sns-webpic-qc.xhscdn.com/c', width: 3, height: 4 }],
        subCommentCount: '0',
      }),
      comment('c9', { noteId: '66aa00000000000000000009' }),
    ];
    const page = read(rows, { cursor: 'c2', hasMore: true });
    expect(page).toEqual({
      noteId: NOTE_ID,
      nextCursor: 'c2',
      dropped: 1,
      threads: { c1: { hasMore: true, cursor: 'r1' }, c2: { hasMore: false } },
      comments: [
        {
          commentId: 'c1',
          noteId: NOTE_ID,
          author: AUTHOR,
          content: '好看',
          createdAt: 1_700_000_100_000,
          place: '上海',
          likes: exact(12),
          byNoteAuthor: true,
          pinned: true,
          replyCount: exact(3),
        },
        {
          commentId: 'r1',
          noteId: NOTE_ID,
          rootCommentId: 'c1',
          replyTo: { commentId: 'c1', author: { id: { kind: 'site', value: USER_ID }, nickname: '阿岚' } },
          author: AUTHOR,
          content: '好看',
          createdAt: 1_700_000_100_000,
          place: '上海',
          likes: exact(12),
        },
        {
          commentId: 'c2',
          noteId: NOTE_ID,
          author: AUTHOR,
          createdAt: 1_700_000_100_000,
          place: '上海',
          likes: exact(12),
          pictures: [{ url: 'https://sns-webpic-qc.xhscdn.com/c', width: 3, height: 4 }],
          replyCount: exact(0),
        },
      ],
    });
  });

  it('are read from `user` where that is the name, and say nothing of what is missing', () => {
    const page = read([{ id: 'c1', content: '', user: { userId: USER_ID } }]);
    expect(page.comments).toEqual([
      { commentId: 'c1', noteId: NOTE_ID, content: '', author: { id: { kind: 'site', value: USER_ID } } },
    ]);
    expect(page.threads).toEqual({});
    const told = read([comment('c1', { subCommentHasMore: true, subCommentCount: '1' })]);
    expect(told.threads).toEqual({ c1: { hasMore: true } });
  });

  it('end where they end', () => {
    const rows = [comment('c1')];
    expect(read(rows, { cursor: 'c1', hasMore: false }).nextCursor).toBeUndefined();
    expect(read(rows, { cursor: 'c1', hasMore: true }, 'c1').nextCursor).toBeUndefined();
    expect(read([], { cursor: 'c1', hasMore: true })).toMatchObject({ comments: [], dropped: 0 });
    expect(read([], { cursor: 'c1', hasMore: true }).nextCursor).toBeUndefined();
  });

  it.each([
    ['a renamed list', { items: [comment('c1')] }, 'comments'],
    ['a row without an id', { comments: [comment('c1'), comment('')] }, 'comments.1.id'],
    ['a row without words', { comments: [comment('c1', { content: undefined })] }, 'comments.0.content'],
    ['rows of another note', { comments: [comment('c1', { noteId: 'other' })] }, 'wrong-note'],
  ])('are refused for %s', (_, body, reason) => {
    const failure = failureOf(() => readAs(tikhubWebV3, comments, wrap(body), asked));
    expect(failure).toMatchObject({ kind: 'invalid-response', reason });
  });

  it('have replies of their own', () => {
    const thread = { ...asked, rootCommentId: 'c1' };
    expect(toUrl(tikhubWebV3, replies, thread)).toBe(
      `${ROOT}/fetch_sub_comments?note_id=${NOTE_ID}&root_comment_id=c1&xsec_token=AB%3D&num=10`,
    );
    expect(toUrl(tikhubWebV3, replies, { ...thread, cursor: 'r1' })).toContain('&num=10&cursor=r1');
    expect(replies.findGap?.({ noteId: NOTE_ID, rootCommentId: 'c1' })).toBe('xsec-token');
    expect(replies.findGap?.(thread)).toBeUndefined();
    const body = wrap({ comments: [comment('c1'), comment('r1')], cursor: 'r1', hasMore: true });
    const page = readAs(tikhubWebV3, replies, body, thread);
    expect(page).toMatchObject({ rootCommentId: 'c1', nextCursor: 'r1', threads: {}, dropped: 1 });
    expect(page.comments.map((row) => [row.commentId, row.rootCommentId])).toEqual([['r1', 'c1']]);
  });
});

describe('a profile of Web V3', () => {
  const basic = {
    nickname: '阿岚',
    redId: '9000001',
    desc: '看海',
    images: 'http://sns-avatar-qc.xhscdn.com/avatar/a.jpg',
    imageb: 'http://sns-avatar-qc.xhscdn.com/avatar/a-big.jpg',
    ipLocation: '浙江',
    gender: 1,
  };
  const interactions = [
    { type: 'follows', name: '关注', count: '12' },
    { type: 'fans', name: '粉丝', count: '1.5万' },
    { type: 'interaction', name: '获赞与收藏', count: '28.6万' },
  ];
  const read = (body: object) => readAs(tikhubWebV3, profile, wrap(body), { userId: USER_ID });
  const COUNTS = {
    follows: exact(12),
    fans: { raw: '1.5万', value: 15_000, approximate: true },
    likedAndCollected: { raw: '28.6万', value: 286_000, approximate: true },
  };

  it('is asked for by id', () => {
    expect(toUrl(tikhubWebV3, profile, { userId: USER_ID })).toBe(
      `${ROOT}/fetch_user_info?user_id=${USER_ID}`,
    );
    expect(profile.findGap?.({ shareText: 'x' })).toBe('user-id');
    expect(profile.findGap?.({ userId: USER_ID })).toBeUndefined();
  });

  it('is read, in either spelling, with counts as a list or by name', () => {
    const tags = [{ name: '杭州', tagType: 'location' }, { tagType: 'info' }];
    expect(read({ basicInfo: basic, interactions, tags })).toEqual({
      id: { kind: 'site', value: USER_ID },
      fields: {
        redId: '9000001',
        nickname: '阿岚',
        avatarUrl: 'https://sns-avatar-qc.xhscdn.com/avatar/a.jpg',
        desc: '看海',
        gender: 'female',
        place: '浙江',
        tags: [{ kind: 'location', name: '杭州' }],
      },
      counts: COUNTS,
    });
    const byName = { follows: '12', fans: '1.5万', interaction: '28.6万' };
    expect(read({ basic_info: basic, interactions: byName }).counts).toEqual(COUNTS);
    expect(read({ basicInfo: { nickname: '阿岚', images: '', imageb: basic.imageb } })).toEqual({
      id: { kind: 'site', value: USER_ID },
      fields: { nickname: '阿岚', avatarUrl: 'https://sns-avatar-qc.xhscdn.com/avatar/a-big.jpg' },
      counts: {},
    });
  });

  it('is refused without its basic part or a name', () => {
    expect(failureOf(() => read({ interactions })).reason).toBe('basicInfo');
    expect(failureOf(() => read({ basicInfo: { redId: '1' } })).reason).toBe('basicInfo.nickname');
  });
});

describe('a search of people of Web V3', () => {
  it('is asked for by page', () => {
    expect(toUrl(tikhubWebV3, authors, { keyword: '海' })).toBe(
      `${ROOT}/fetch_search_users?keyword=%E6%B5%B7&page=1`,
    );
    expect(toUrl(tikhubWebV3, authors, { keyword: 'a', cursor: '2' })).toBe(
      `${ROOT}/fetch_search_users?keyword=a&page=2`,
    );
  });

  it('is read', () => {
    const users = [
      {
        id: USER_ID,
        redId: '9000001',
        name: '阿岚',
        fans: '1.5万',
        noteCount: 648,
        xsecToken: 'XT=',
        image: 'https://sns-avatar-qc.xhscdn.com/avatar/a.jpg',
      },
    ];
    const page = readAs(tikhubWebV3, authors, wrap({ users, hasMore: true }), { keyword: 'a' });
    expect(page).toEqual({
      nextCursor: '2',
      authors: [
        {
          id: { kind: 'site', value: USER_ID },
          fields: {
            redId: '9000001',
            nickname: '阿岚',
            avatarUrl: 'https://sns-avatar-qc.xhscdn.com/avatar/a.jpg',
            xsecToken: 'XT=',
          },
          counts: { fans: { raw: '1.5万', value: 15_000, approximate: true }, notes: exact(648) },
        },
      ],
    });
    const end = readAs(tikhubWebV3, authors, wrap({ users: [], hasMore: true }), { keyword: 'a' });
    expect(end).toEqual({ authors: [], brokenOff: 'empty-page' });
    const renamed = failureOf(() => readAs(tikhubWebV3, authors, wrap({ items: users }), { keyword: 'a' }));
    expect(renamed.reason).toBe('users');
  });
});
