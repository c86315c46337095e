import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startReplica } from '../../replica/start';
import type { Replica } from '../../replica/types';
import { ask, callApi, type CommentRow, cookieHeader, readCommentPage } from './ask';

let replica: Replica;
let teaId: string;
beforeAll(async () => {
  replica = await startReplica();
  teaId = replica.world.findNote('tea')?.noteId ?? '';
});
afterAll(() => replica.close());

describe('sessions', () => {
  it('keep who liked and collected what, each their own', async () => {
    const like = await callApi(replica, '/api/sns/web/v1/note/like', {
      session: 'member',
      input: { note_oid: teaId },
    });
    expect(like.envelope).toMatchObject({ code: 0, data: { new_like: true } });
    await callApi(replica, '/api/sns/web/v1/note/collect', {
      session: 'second-member',
      input: { note_id: teaId },
    });
    expect(await readInteract('member')).toMatchObject({ liked: true, collected: false });
    expect(await readInteract('second-member')).toMatchObject({ liked: false, collected: true });
    await callApi(replica, '/api/sns/web/v1/note/dislike', { session: 'member', input: { note_oid: teaId } });
    await callApi(replica, '/api/sns/web/v1/note/uncollect', {
      session: 'second-member',
      input: { note_ids: teaId },
    });
    expect(await readInteract('member')).toMatchObject({ liked: false });
    expect(await readInteract('second-member')).toMatchObject({ collected: false });
    const guest = await callApi(replica, '/api/sns/web/v1/note/like', {
      session: 'guest',
      input: { note_oid: teaId },
    });
    expect(guest.envelope.code).toBe(-101);
  });

  it('refuse a login whose a1 is not its own', async () => {
    const cookie = cookieHeader(replica, 'member').replace(/a1=\w+/, 'a1=19somebodyelse');
    const reply = await callApi(replica, '/api/sns/web/v1/user/selfinfo', { headers: { cookie } });
    expect(reply.envelope.code).toBe(-100);
  });

  it('show guests blurred counts', async () => {
    expect(await readInteract('guest')).toMatchObject({ liked_count: '1千+', comment_count: '10+' });
    expect(await readInteract('member')).toMatchObject({ liked_count: '1.2万', comment_count: '86' });
  });

  it('give a first visitor cookies of a guest', async () => {
    const page = await ask(replica, 'https://www.xiaohongshu.com/explore');
    const cookies = page.headers['set-cookie'] ?? [];
    expect(cookies.map((cookie) => cookie.split('=')[0])).toEqual(
      expect.arrayContaining(['a1', 'webId', 'web_session']),
    );
  });

  it('post, answer and delete comments', async () => {
    const input = { note_id: teaId, content: '写一条试试', at_users: [] };
    const guest = await callApi(replica, '/api/sns/web/v1/comment/post', { session: 'guest', input });
    expect(guest.envelope.code).toBe(-101);
    const posted = await post(input);
    expect((await readCommentPage(replica, teaId)).page.comments[0]).toMatchObject({
      id: posted.id,
      content: '写一条试试',
    });
    const reply = await post({ ...input, content: '回一句', target_comment_id: posted.id });
    expect((await readCommentPage(replica, teaId)).page.comments[0]?.sub_comments?.[0]?.id).toBe(reply.id);
    const foreign = await remove(posted.id, 'second-member');
    expect(foreign).not.toBe(0);
    expect(await remove(posted.id, 'member')).toBe(0);
    expect((await readCommentPage(replica, teaId)).page.comments.map((row) => row.id)).not.toContain(
      posted.id,
    );
  });

  it('count what was posted and deleted', async () => {
    const posted = await post({ note_id: teaId, content: '数一数', at_users: [] });
    expect(await readInteract('member')).toMatchObject({ comment_count: '87' });
    await remove(posted.id, 'member');
    expect(await readInteract('member')).toMatchObject({ comment_count: '86' });
  });

  it('let the author of a note delete a thread with its replies', async () => {
    const note = replica.world.findNote('own');
    const root = note?.comments.find((comment) => comment.author.userId !== note.author.userId);
    const input = { note_id: note?.noteId, comment_id: root?.id };
    const deleted = await callApi(replica, '/api/sns/web/v1/comment/delete', { session: 'member', input });
    expect(deleted.envelope.code).toBe(0);
    const { page } = await readCommentPage(replica, note?.noteId ?? '');
    expect(page.comments.map((row) => row.id)).toEqual(
      note?.comments.filter((comment) => comment.id !== root?.id).map((comment) => comment.id),
    );
  });

  it('do not let anybody comment where comments are closed', async () => {
    const noteId = replica.world.findNote('closed')?.noteId;
    const reply = await callApi(replica, '/api/sns/web/v1/comment/post', {
      session: 'member',
      input: { note_id: noteId, content: '试试' },
    });
    expect(reply.envelope.code).toBe(10001);
  });
});

async function readInteract(session: 'guest' | 'member' | 'second-member'): Promise<unknown> {
  const input = { source_note_id: teaId, xsec_token: replica.issueToken(teaId) };
  const reply = await callApi(replica, '/api/sns/web/v1/feed', { session, input });
  const { items } = reply.envelope.data as { items: readonly { note_card: { interact_info: unknown } }[] };
  return items[0]?.note_card.interact_info;
}

async function post(input: unknown): Promise<CommentRow> {
  const reply = await callApi(replica, '/api/sns/web/v1/comment/post', { session: 'member', input });
  return (reply.envelope.data as { comment: CommentRow }).comment;
}

async function remove(commentId: string, session: 'member' | 'second-member'): Promise<number> {
  const input = { note_id: teaId, comment_id: commentId };
  return (await callApi(replica, '/api/sns/web/v1/comment/delete', { session, input })).envelope.code;
}
