import { describe, expect, it } from 'vitest';
import { EXPORT_FORMAT_IDS } from '../../../../src/model/export';
import { commentOf } from '../comment-of';
import type { World } from './write-world';
import { count, JOB, NOTE, REQUEST, unpack, write, writeBytes } from './write-world';

describe('what a request chooses', () => {
  it('writes the columns that were chosen, in their order, and knows of no others', async () => {
    const columns = ['likes', 'content', 'nothing', 'content', 'comment_id'];
    const { fields } = await write({ comments: [], job: { request: { ...REQUEST, columns } } });
    expect(fields).toEqual(['likes', 'content', 'comment_id']);
  });

  it('writes what the list on screen shows, in its order, and says what was left out', async () => {
    const likes = (value: number) => ({ likes: count(String(value), value) });
    const { rows, report } = await write({
      comments: [
        commentOf('a', { position: 0, content: 'plain', ...likes(1) }),
        commentOf('b', { position: 1, content: 'Red SHOES', ...likes(5) }),
        commentOf('c', { position: 2, content: 'red', ...likes(9) }),
        commentOf('d', { rootCommentId: 'a', content: 'shoes, red ones' }),
      ],
      note: NOTE,
      job: { request: { ...REQUEST, filter: { text: 'red', sort: 'likes' } } },
    });
    expect(rows.map((row) => row['comment_id'])).toEqual(['c', 'b', 'd']);
    expect(report).toMatchObject({
      file: { rows: 3 },
      selection: { filters: { text: 'red', sort: 'likes' }, leftOutByFilter: 1 },
      comments: { got: 4, state: 'complete' },
    });
  });

  it('writes only what was first seen after the last file', async () => {
    const { rows, report, written } = await write({
      comments: [commentOf('a', { firstSeenAt: 5 }), commentOf('b', { firstSeenAt: 6 })],
      job: { request: { ...REQUEST, onlyNew: true }, since: { note: 5 } },
    });
    expect(rows.map((row) => row['comment_id'])).toEqual(['b']);
    expect(written.rows).toBe(1);
    expect(report).toMatchObject({
      selection: { since: '1970-01-01T00:00:00.005Z', leftOutAsOld: 1 },
      comments: { got: 2 },
    });
    const first = await write({
      comments: [commentOf('a')],
      job: { request: { ...REQUEST, onlyNew: true }, since: {} },
    });
    expect([first.rows.length, (first.report['selection'] as { since: unknown }).since]).toEqual([1, null]);
  });

  it('goes by when a comment was stored, whenever it was seen', async () => {
    const comments = [
      commentOf('late', { firstSeenAt: 3, storedAt: 6 }),
      commentOf('early', { firstSeenAt: 3, storedAt: 5 }),
      commentOf('meanwhile', { firstSeenAt: 3, storedAt: JOB.startedAt + 1 }),
    ];
    const { rows, report } = await write({
      comments,
      job: { request: { ...REQUEST, onlyNew: true }, since: { note: 5 } },
    });
    expect(rows.map((row) => row['comment_id'])).toEqual(['late']);
    // What is stored while the file is written is in the next one.
    expect(report).toMatchObject({ selection: { leftOutAsOld: 1 }, comments: { got: 2 } });
  });

  it('writes what was seen before the clock was set back, and not what comes while it writes', async () => {
    const comments = [
      commentOf('before', { firstSeenAt: Date.now() + 86_400_000 }),
      commentOf('meanwhile', { firstSeenAt: JOB.startedAt + 1 }),
    ];
    const { rows } = await write({ comments });
    expect(rows.map((row) => row['comment_id'])).toEqual(['before']);
  });

  it('writes several notes into one file, each in its own order, and reports on each', async () => {
    const { rows, report, written } = await write({
      comments: [commentOf('b', { position: 1 }), commentOf('a', { position: 0 })],
      note: NOTE,
      job: { request: { ...REQUEST, noteIds: ['note', 'other'] } },
    });
    expect(rows.map((row) => row['comment_id'])).toEqual(['a', 'b', 'a', 'b']);
    expect(written.fileName).toBe('2-notes-comments-20250501-110000.csv');
    expect(report).toMatchObject({
      note: null,
      comments: { got: 4, expected: { value: 8 } },
      notes: [
        { note: { noteId: 'note' }, comments: { got: 2 } },
        { note: { noteId: 'other' }, comments: { got: 2 } },
      ],
    });
  });

  it('tells what collecting came to', async () => {
    const collected = {
      ...{ jobId: 'j', startedAt: 1, endedAt: 2, state: 'short' as const, topLevel: 1, replies: 0 },
      ...{
        said: {},
        endedBy: 'failed' as const,
        failedThreads: ['a'],
        duplicates: 3,
        sources: ['tikhub-app-v2'],
      },
      ...{ restarts: 0, failedAttempts: 2, billedCalls: 4, cost: { USD: 0.04 }, hasUnknownPrice: false },
    };
    const { report } = await write({
      comments: [commentOf('a', { replyCount: count('2', 2) })],
      note: NOTE,
      list: { noteId: 'note', threads: {}, updatedAt: 1, collected },
    });
    expect(report).toMatchObject({
      duplicates: { dropped: 3 },
      calls: { billed: 4, failed: 2, cost: { USD: 0.04 }, hasUnknownPrice: false },
      comments: { reason: 'failed', shortThreads: [{ rootCommentId: 'a', reason: 'failed' }] },
    });
  });

  it('says nothing of people, places and the note in an anonymised file, in any format', async () => {
    const secret = {
      author: { id: { kind: 'site' as const, value: 'user-1' }, nickname: 'Ann Example', redId: 'ann_red' },
      place: '上海',
      pictures: [{ url: 'https://x.xhscdn.com/ann.jpg' }],
      mentions: [{ id: { kind: 'site' as const, value: 'user-2' }, nickname: 'Bo Example' }],
      content: '@Bo Example 加微信 ann_12345，电话 138 0013 8000，看 https://x.invalid/ann',
      replyCount: count('2', 2),
    };
    const world: World = {
      comments: [
        commentOf('comment-1', secret),
        commentOf('comment-2', {
          rootCommentId: 'comment-1',
          replyTo: { commentId: 'comment-1', author: secret.author },
          author: secret.author,
        }),
      ],
      note: NOTE,
      redIds: new Map([['site:user-1', 'ann_red']]),
    };
    for (const format of EXPORT_FORMAT_IDS) {
      const request = { ...REQUEST, format, anonymised: true, withNoteColumns: true };
      const { bytes, report, written } = await writeBytes({ ...world, job: { request } });
      const all =
        (format === 'xlsx' ? unpack(bytes) : new TextDecoder().decode(bytes)) + JSON.stringify(report);
      const hidden =
        /comment-1|user-1|user-2|Ann|Bo |ann_|上海|xhscdn|x\.invalid|138 ?0013|标题|=me|ABnew|"note"[^:]/;
      expect(hidden.exec(all + written.fileName)?.[0], format).toBeUndefined();
      expect(report).toMatchObject({ selection: { anonymised: true }, note: null });
      expect((report['risks'] as string[]).length).toBeGreaterThan(2);
    }
  });

  it('gives the same id to the same person within an anonymised file, and another one in the next', async () => {
    const author = { id: { kind: 'site' as const, value: 'user-1' } };
    const world: World = {
      comments: [
        commentOf('a', { author, position: 0 }),
        commentOf('b', { author, rootCommentId: 'a', replyTo: { commentId: 'a', author } }),
      ],
      job: { request: { ...REQUEST, anonymised: true } },
    };
    const { rows } = await write(world);
    const [root, reply] = rows;
    expect(root?.['author_id']).toMatch(/^u[0-9a-f]{16}$/);
    expect(reply?.['author_id']).toBe(root?.['author_id']);
    expect(reply?.['reply_to_author_id']).toBe(root?.['author_id']);
    expect(reply?.['root_comment_id']).toBe(root?.['comment_id']);
    expect((await write(world)).rows[0]?.['author_id']).not.toBe(root?.['author_id']);
  });
});
