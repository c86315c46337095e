import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startReplica } from '../../replica/start';
import type { Replica } from '../../replica/types';
import type { WorldNote } from '../../replica/world/types';
import { type CommentRow, readCommentPage } from './ask';

let replica: Replica;
beforeAll(async () => {
  replica = await startReplica();
});
afterAll(() => replica.close());

function getNote(key: string): WorldNote {
  const note = replica.world.findNote(key);
  if (note === undefined) throw new Error(`no note ${key}`);
  return note;
}

/** Reads all comments and replies as the page would by scrolling and expanding, in the order they arrive. */
async function readAll(noteId: string): Promise<readonly CommentRow[]> {
  const rows: CommentRow[] = [];
  let cursor = '';
  let hasMore = true;
  while (hasMore) {
    const { page } = await readCommentPage(replica, noteId, { cursor });
    for (const root of page.comments)
      rows.push(root, ...(root.sub_comments ?? []), ...(await readReplies(noteId, root)));
    ({ cursor, has_more: hasMore } = page);
  }
  return rows;
}

async function readReplies(noteId: string, root: CommentRow): Promise<readonly CommentRow[]> {
  const rows: CommentRow[] = [];
  let cursor = root.sub_comment_cursor ?? '';
  let hasMore = root.sub_comment_has_more ?? false;
  while (hasMore) {
    const { page } = await readCommentPage(replica, noteId, { cursor, root: root.id });
    rows.push(...page.comments);
    ({ cursor, has_more: hasMore } = page);
  }
  return rows;
}

function truth(note: WorldNote): readonly string[] {
  return note.comments.flatMap((root) => [root.id, ...root.replies.map((reply) => reply.id)]);
}

describe('pages of comments', () => {
  it.each(['tea', 'popular', 'hostile', 'empty', 'closed'])(
    'give every comment of %s exactly once',
    async (key) => {
      const note = getNote(key);
      replica.clearRecords();
      const rows = await readAll(note.noteId);
      expect(rows.map((row) => row.id).sort()).toEqual([...truth(note)].sort());
      expect([...replica.servedCommentIds(note.noteId)].sort()).toEqual([...truth(note)].sort());
    },
  );

  it('hold ten comments, one embedded reply, the cursor of the last row, and the visitor as user_id', async () => {
    const note = getNote('tea');
    const { page } = await readCommentPage(replica, note.noteId);
    expect(page.comments).toHaveLength(10);
    expect(page.cursor).toBe(note.comments[9]?.id);
    expect(page.user_id).toBe(replica.world.authors[0]?.userId);
    expect(page.user_id).not.toBe(note.author.userId);
    expect(page.comments.map((row) => row.sub_comments?.length)).toEqual(
      note.comments.slice(0, 10).map((root) => Math.min(1, root.replies.length)),
    );
    const thread = page.comments[1];
    expect(thread?.sub_comment_cursor).toBe(thread?.sub_comments?.[0]?.id);
    expect(thread?.sub_comment_count).toBe('14');
  });

  it('continue a thread after the embedded reply, ten at a time', async () => {
    const note = getNote('tea');
    const root = note.comments[4];
    const first = await readCommentPage(replica, note.noteId, {
      root: root?.id ?? '',
      cursor: root?.replies[0]?.id ?? '',
    });
    expect(first.page.comments.map((row) => row.id)).toEqual(
      root?.replies.slice(1, 11).map((reply) => reply.id),
    );
    expect(first.page.has_more).toBe(true);
  });

  it('carry texts unchanged, null characters and lone surrogates included', async () => {
    const note = getNote('hostile');
    const rows = await readAll(note.noteId);
    const wanted = new Map(
      note.comments
        .flatMap((root) => [root, ...root.replies])
        .map((comment) => [comment.id, comment.content]),
    );
    for (const row of rows) expect(row.content).toBe(wanted.get(row.id));
  });
});

describe('a guest', () => {
  it('gets a few comments and, asking on, the code of who is not logged in', async () => {
    const note = getNote('tea');
    const first = await readCommentPage(replica, note.noteId, { session: 'guest' });
    expect(first.envelope.code).toBe(0);
    expect(first.page.comments.length).toBeGreaterThan(0);
    expect(first.page.comments.length).toBeLessThan(10);
    expect(first.page.has_more).toBe(true);
    const second = await readCommentPage(replica, note.noteId, {
      session: 'guest',
      cursor: first.page.cursor,
    });
    expect(second.envelope).toMatchObject({ code: -101, success: false });
    const replies = await readCommentPage(replica, note.noteId, {
      session: 'guest',
      root: note.comments[0]?.id ?? '',
    });
    expect(replies.envelope.code).toBe(-101);
  });
});

describe('faults', () => {
  it('461 and 471 count down and name their captcha', async () => {
    const { noteId } = getNote('tea');
    replica.faults.captchaOnComments = 1;
    replica.faults.captcha471OnComments = 1;
    const answers = [
      await readCommentPage(replica, noteId),
      await readCommentPage(replica, noteId),
      await readCommentPage(replica, noteId),
    ];
    expect(answers.map((answer) => answer.status)).toEqual([461, 471, 200]);
    expect(answers[0]?.headers['verifytype']).toBe('102');
    expect(answers[0]?.headers['verifyuuid']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('a code, a status, a body of another kind', async () => {
    const { noteId } = getNote('tea');
    replica.faults.commentsCode = 300013;
    expect((await readCommentPage(replica, noteId)).envelope.code).toBe(300013);
    replica.faults.commentsCode = undefined;
    replica.faults.commentsStatus = 429;
    expect((await readCommentPage(replica, noteId)).status).toBe(429);
    replica.faults.commentsStatus = undefined;
    replica.clearRecords();
    for (const kind of ['cut', 'html', 'renamed'] as const) {
      replica.faults.commentsBody = kind;
      const answer = await readCommentPage(replica, noteId);
      expect(answer.page.comments).toBeUndefined();
      expect(answer.status).toBe(200);
    }
    expect(replica.servedCommentIds(noteId)).toEqual([]);
    replica.faults.commentsBody = 'other-note';
    const foreign = await readCommentPage(replica, noteId);
    expect(foreign.page.comments.length).toBeGreaterThan(0);
    expect(foreign.page.comments.filter((row) => row.note_id === noteId)).toEqual([]);
    replica.faults.commentsBody = 'normal';
  });

  it('a cursor that stands still, rows that come twice', async () => {
    const { noteId } = getNote('tea');
    const first = await readCommentPage(replica, noteId);
    replica.faults.repeatedCursor = true;
    const stuck = await readCommentPage(replica, noteId, { cursor: first.page.cursor });
    expect(stuck.page).toMatchObject({ cursor: first.page.cursor, has_more: true });
    replica.faults.repeatedCursor = false;
    replica.faults.duplicateRows = true;
    const twice = await readCommentPage(replica, noteId, { cursor: first.page.cursor });
    expect(twice.page.comments[0]?.id).toBe(first.page.comments.at(-1)?.id);
    replica.faults.duplicateRows = false;
  });

  it('latency', async () => {
    replica.faults.latencyMs = 120;
    const startedAt = performance.now();
    await readCommentPage(replica, getNote('tea').noteId);
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(115);
    replica.faults.latencyMs = 0;
  });
});
