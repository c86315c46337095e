/** Invented ids, in the site's form. */
export const NOTE_ID = '66aa00000000000001000001';
export const OTHER_NOTE_ID = '66aa00000000000001000002';
export const AUTHOR_ID = '5e0000000000000001000001';
export const READER_ID = '5e0000000000000001000002';
export const VIEWER_ID = '5e0000000000000001000003';
export const TOKEN = `AB${'t'.repeat(43)}=`;

export const noteUrl = (noteId: string = NOTE_ID, token: string = TOKEN): string =>
  `https://www.xiaohongshu.com/explore/${noteId}?xsec_token=${encodeURIComponent(token)}&xsec_source=pc_feed`;

/** A comment as `v2/comment/page` sends it (site bundle xhs-pc-web 6.12.1, 2026-05); `number` makes its id and text. */
export function toCommentRow(number: number, changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: `66ab0000000000000200${String(number).padStart(4, '0')}`,
    note_id: NOTE_ID,
    content: `comment ${number}`,
    create_time: 1_722_000_000_000 + number,
    ip_location: '上海',
    liked: false,
    like_count: '3',
    status: 0,
    show_tags: [],
    at_users: [],
    user_info: { user_id: READER_ID, nickname: 'reader', image: '', xsec_token: TOKEN },
    sub_comment_count: '0',
    sub_comment_cursor: '',
    sub_comment_has_more: false,
    sub_comments: [],
    ...changes,
  };
}

export const toCommentId = (number: number): string => String(toCommentRow(number)['id']);

/** The response to `v2/comment/page`. */
export function toCommentBody(
  rows: readonly unknown[],
  page: { readonly cursor?: string; readonly hasMore?: boolean } = {},
): string {
  const { cursor = '', hasMore = false } = page;
  return JSON.stringify({
    code: 0,
    success: true,
    msg: '成功',
    data: { comments: rows, cursor, has_more: hasMore, time: 1, user_id: VIEWER_ID, xsec_token: TOKEN },
  });
}

/** A note as the page's state holds it (server-rendered pages, 2025-12). */
export function toStateNote(noteId: string = NOTE_ID, changes: Record<string, unknown> = {}): object {
  return {
    noteId,
    xsecToken: TOKEN,
    type: 'normal',
    title: 'a title',
    desc: 'a text',
    time: 1_722_000_000_000,
    lastUpdateTime: 1_722_000_000_000,
    user: { userId: AUTHOR_ID, nickname: 'writer', avatar: '', xsecToken: TOKEN },
    interactInfo: {
      liked: true,
      likedCount: '12',
      collected: false,
      collectedCount: '3',
      commentCount: '86',
      shareCount: '1',
      followed: false,
      relation: 'none',
    },
    imageList: [],
    tagList: [],
    atUserList: [],
    shareInfo: { unShare: false },
    ...changes,
  };
}

/** The page's inline state as the server writes it, with values that are no JSON. */
export function toInitialState(noteId: string = NOTE_ID, changes: Record<string, unknown> = {}): string {
  const written = JSON.stringify(toStateNote(noteId, changes));
  return (
    `window.__INITIAL_STATE__={"user":{"loggedIn":true,"userInfo":{"guest":false,"userId":"${VIEWER_ID}"},"x":undefined},` +
    `"note":{"serverRequestInfo":{"state":"success","errorCode":0,"errMsg":""},"noteDetailMap":{"undefined":{"note":{}},` +
    `"${noteId}":{"comments":{"list":[],"cursor":"","hasMore":true,"loading":false,"firstRequestFinish":false},` +
    `"currentTime":1,"note":${written}}}}}`
  );
}
