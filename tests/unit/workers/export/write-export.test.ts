import { describe, expect, it } from 'vitest';
import type { CommentList } from '../../../../src/model/comment';
import type { Note } from '../../../../src/model/note';
import { commentOf } from '../comment-of';
import { count, JOB, NOTE, REQUEST, write } from './write-world';

describe('writeExport', () => {
  it('writes every known field in its column, and leaves what is unknown empty', async () => {
    const full = commentOf('c1', {
      content: 'two\nlines',
      author: { id: { kind: 'site', value: 'u1' }, nickname: 'Ann' },
      createdAt: Date.UTC(2025, 3, 30, 20, 0, 1),
      place: '上海',
      likes: count('1.2万', 12_000, true),
      replyCount: count('1', 1),
      byNoteAuthor: false,
      pinned: true,
      pictures: [{ url: 'https://x.xhscdn.com/a b' }, { url: 'https://x.xhscdn.com/c' }],
      mentions: [
        { id: { kind: 'site', value: 'u2' }, nickname: 'Bo' },
        { id: { kind: 'masked', value: 'm3' } },
      ],
    });
    const reply = commentOf('c2', {
      rootCommentId: 'c1',
      replyTo: { commentId: 'c1', author: { id: { kind: 'site', value: 'u1' }, nickname: 'Ann' } },
    });
    const { rows, errors, written } = await write({
      comments: [full, reply],
      note: NOTE,
      redIds: new Map([['site:u1', '0123']]),
    });
    expect(errors).toEqual([]);
    expect(written).toMatchObject({ rows: 2, mimeType: 'text/csv;charset=utf-8' });
    expect(rows[0]).toMatchObject({
      comment_id: 'c1',
      root_comment_id: '',
      level: '0',
      content: 'two\nlines',
      created_at: '2025-04-30T20:00:01.000Z',
      created_local: '2025-05-01 04:00:01',
      time_zone: 'Asia/Shanghai',
      place: '上海',
      likes_raw: '1.2万',
      likes: '12000',
      likes_approximate: 'true',
      replies: '1',
      author_id: 'u1',
      author_red_id: '0123',
      by_note_author: 'false',
      pinned: 'true',
      folded: '',
      picture_count: '2',
      pictures: 'https://x.xhscdn.com/a%20b https://x.xhscdn.com/c',
      mentions: 'Bo; m3',
      mention_ids: 'u2 m3',
      source: 'page:ssr',
      captured_at: '1970-01-01T00:00:01.000Z',
    });
    expect(rows[1]).toMatchObject({
      root_comment_id: 'c1',
      reply_to_author_name: 'Ann',
      level: '1',
      created_at: '',
      likes: '',
      content: '',
    });
  });

  it('puts rows in the order of the site, however they lie in the database', async () => {
    const { rows } = await write({
      comments: [
        commentOf('a', { position: 2 }),
        commentOf('b', { position: 1 }),
        commentOf('c', { rootCommentId: 'a', createdAt: 9 }),
        commentOf('d', { rootCommentId: 'a', createdAt: 3 }),
        commentOf('e', { position: 0 }),
      ],
    });
    expect(rows.map((row) => row['comment_id'])).toEqual(['e', 'b', 'a', 'd', 'c']);
  });

  it('holds what was seen before it began, without what is gone from the site', async () => {
    const { rows, report, progress } = await write({
      comments: [
        commentOf('a'),
        commentOf('b', { firstSeenAt: JOB.startedAt + 1 }),
        commentOf('c', { goneAt: 5 }),
      ],
    });
    expect(rows.map((row) => row['comment_id'])).toEqual(['a']);
    expect(report).toMatchObject({ comments: { got: 1, leftOutAsGone: 1 } });
    expect(progress).toEqual([2, 3]);
  });

  it('repeats the columns of the note on request, with a link that opens', async () => {
    const { rows, written } = await write({
      comments: [commentOf('a'), commentOf('b')],
      note: NOTE,
      job: { request: { ...REQUEST, withNoteColumns: true } },
    });
    for (const row of rows) {
      expect(row).toMatchObject({
        note_title: '标题 "a/b"',
        note_author_name: '=me',
        note_likes_raw: '1.2万',
        note_likes: '12000',
        note_collects: '',
        note_url: 'https://www.xiaohongshu.com/explore/note?xsec_token=ABnew%3D&xsec_source=',
      });
    }
    expect(written.fileName).toBe('标题 ab-note-comments-20250501-110000.csv');
    expect(written.reportName).toBe('标题 ab-note-comments-20250501-110000.report.json');
  });

  it('speaks the language of the user in the first line of the excel preset only', async () => {
    const { csv } = await write({
      comments: [],
      job: { request: { ...REQUEST, preset: 'excel', language: 'zh-CN' } },
    });
    expect(csv.startsWith('\uFEFF评论编号,笔记编号,')).toBe(true);
    expect((await write({ comments: [] })).fields.slice(0, 2)).toEqual(['comment_id', 'note_id']);
  });

  it('gives a file with its first line only, and a report that says why, where nothing is stored', async () => {
    const list: CommentList = {
      noteId: 'note',
      endedBy: 'login-wanted',
      hasMore: true,
      threads: {},
      updatedAt: 1,
    };
    const { csv, report, written } = await write({ comments: [], note: { ...NOTE, counts: {} }, list });
    expect(csv.split('\r\n')).toHaveLength(2);
    expect(written.rows).toBe(0);
    expect(report).toMatchObject({
      comments: { state: 'short', reason: 'login-wanted', expected: null, got: 0 },
    });
    expect(report['unknown']).toContain('comments.expected (exact)');
  });

  it('says which threads are short, and why as far as there is evidence', async () => {
    const root = (id: string) => commentOf(id, { replyCount: count('2', 2) });
    const list: CommentList = {
      noteId: 'note',
      hasMore: false,
      threads: { a: { hasMore: true }, b: { hasMore: false } },
      updatedAt: 1,
    };
    const { report } = await write({
      comments: [
        root('a'),
        root('b'),
        root('c'),
        commentOf('c1', { rootCommentId: 'c' }),
        commentOf('c2', { rootCommentId: 'c' }),
      ],
      note: { ...NOTE, counts: { comments: count('9', 9) } },
      list,
    });
    expect(report).toMatchObject({
      comments: {
        state: 'short',
        reason: 'stopped',
        expected: { raw: '9', value: 9, approximate: false },
        got: 5,
        replies: { expected: { value: 6 }, got: 2, withoutTopLevelComment: 0 },
        shortThreads: [
          { rootCommentId: 'a', got: 0, reason: 'stopped' },
          { rootCommentId: 'b', got: 0, reason: 'not-returned' },
        ],
      },
      sources: [{ source: 'page:ssr', rows: 5 }],
      extensionVersion: '1.2.3',
    });
  });

  it('claims to be complete only where the site gave an exact number that was reached', async () => {
    const comments = [commentOf('a'), commentOf('b')];
    const state = async (expected: Note['counts'], list?: CommentList) =>
      (
        (await write({ comments, note: { ...NOTE, counts: expected }, ...(list ? { list } : {}) })).report[
          'comments'
        ] as { state: string }
      ).state;
    expect(await state({ comments: count('2', 2) })).toBe('complete');
    expect(await state({ comments: count('3', 3) })).toBe('short');
    expect(await state({ comments: count('10+', 10, true) })).toBe('short');
    expect(await state({ comments: count('2+', 2, true) })).toBe('unknown');
    expect(await state({})).toBe('unknown');
    expect(
      await state({ comments: count('2', 2) }, { noteId: 'note', hasMore: true, threads: {}, updatedAt: 1 }),
    ).toBe('short');
  });

  it('passes on that the disk is full, with every file closed', async () => {
    await expect(write({ comments: [commentOf('a')], capacity: 20 })).rejects.toMatchObject({
      name: 'QuotaExceededError',
    });
  });

  it('writes rows that are longer than its buffer', async () => {
    const content = '长'.repeat(700_000);
    const { rows } = await write({
      comments: [commentOf('a', { content }), commentOf('b', { content: 'short' })],
    });
    expect(rows.map((row) => row['content']?.length)).toEqual([700_000, 5]);
  });
});
