import { describe, expect, test } from 'vitest';
import { checkExport } from '../../demo/check-export';
import { createWorld } from '../../replica/world/create-world';
import type { WorldAuthor, WorldComment, WorldNote } from '../../replica/world/types';

const id = (digit: string) => digit.repeat(24);
const world = createWorld(1);
const someNote = world.findNote('tea') as WorldNote;

function person(userId: string, nickname: string): WorldAuthor {
  return { ...(world.authors[0] as WorldAuthor), userId, nickname };
}

function comment(commentId: string, changes: Partial<WorldComment>): WorldComment {
  return {
    id: commentId,
    noteId: id('f'),
    author: person(id('a'), 'Ann'),
    content: 'a',
    createTime: Date.UTC(2025, 4, 1, 3, 4, 5, 6),
    ipLocation: undefined,
    likeCount: 0,
    status: 0,
    isNoteAuthor: false,
    pinned: false,
    folded: false,
    pictures: [],
    mentions: [],
    replies: [],
    targetCommentId: undefined,
    targetAuthor: undefined,
    ...changes,
  };
}

const reply = comment(id('2'), {
  content: 'b\n_x0000_ "c"\0',
  author: person(id('b'), 'Bob'),
  isNoteAuthor: true,
  targetCommentId: id('1'),
  targetAuthor: person(id('a'), 'Ann'),
});
const root = comment(id('1'), {
  content: '=1+1',
  ipLocation: '上海',
  likeCount: 12_876,
  pinned: true,
  mentions: [person(id('b'), 'Bob'), person(id('c'), '+1')],
  replies: [reply],
});
const note: WorldNote = { ...someNote, noteId: id('f'), comments: [root] };

const header =
  'Comment ID,Note ID,Thread (root comment ID),Reply to comment ID,Reply to user ID,Reply to,Level,Content,Created (UTC),' +
  'IP location,Likes (as shown),Replies (as shown),User ID,User name,By the author,Pinned,Liked by the author,Folded,' +
  'Picture count,Mentions,Mentioned user IDs';
const rootRow =
  `'${id('1')},${id('f')},,,,,0,'=1+1,2025-05-01T03:04:05.006Z,` +
  `上海,1.2万,1,${id('a')},Ann,false,true,,,,Bob; +1,${id('b')} ${id('c')}`;
const replyRow =
  `'${id('2')},${id('f')},'${id('1')},'${id('1')},${id('a')},Ann,1,"b\n_x005F_x0000_ ""c""_x0000_",2025-05-01T03:04:05.006Z,` +
  `,0,,${id('b')},Bob,true,,,,,,`;

const check = (rows: readonly string[], served = [id('1'), id('2')]) =>
  checkExport(`\uFEFF${header}\r\n${rows.map((row) => `${row}\r\n`).join('')}`, note, served).differences;

describe('checkExport', () => {
  test('finds nothing wrong in a right file', () => {
    expect(check([rootRow, replyRow])).toEqual([]);
    expect(check([rootRow], [id('1')])).toEqual([]);
  });

  test('names what is missing, what is too much and what is there twice', () => {
    expect(check([rootRow])).toEqual(['1 rows for 2 comments served', `missing: ${id('2')}`]);
    expect(check([rootRow, replyRow], [id('1')])).toEqual([
      '2 rows for 1 comments served',
      `not served: "${id('2')}"`,
    ]);
    expect(check([rootRow, rootRow, replyRow])).toContain(`twice: ${id('1')}`);
    expect(check([])).not.toEqual([]);
    expect(check([rootRow, replyRow], [id('1'), id('2'), id('9')])).toEqual([
      `served, but not the note's: ${id('9')}`,
    ]);
  });

  test.each([
    ['Content', "'=1+1", "'=1+2"],
    ['Created (UTC)', '05.006Z', '06.006Z'],
    ['IP location', '上海', ''],
    ['Likes (as shown)', '1.2万', '12000'],
    ['User name', 'Ann,', 'Bob,'],
    ['By the author', 'false', ''],
    ['Pinned', ',true,', ',,'],
    ['Mentions', 'Bob; ', 'Bob '],
  ])('sees a wrong cell: %s', (column, right, wrong) => {
    const found = check([rootRow.replace(right, wrong), replyRow]);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(new RegExp(`^${id('1')}, ${column.replace(/[()]/g, '\\$&')}: `));
  });

  test('sees a reply that hangs at another comment', () => {
    expect(check([rootRow, replyRow.replace(`,'${id('1')},'`, `,'${id('2')},'`)])).toHaveLength(1);
    expect(
      check([rootRow, replyRow.replace(`'${id('1')},${id('a')},Ann,1`, `,${id('a')},Ann,1`)]),
    ).toHaveLength(1);
  });

  test('sees a formula that nobody has disarmed', () => {
    expect(check([rootRow.replace("'=1+1", '=1+1'), replyRow])).toEqual([
      `${id('1')}, Content: "=1+1" stands unguarded`,
    ]);
  });

  test('a file without the columns is all wrong', () => {
    const text = `Id,Text\r\n${id('1')},a\r\n`;
    expect(checkExport(text, note, [id('1')]).differences.length).toBeGreaterThan(1);
  });
});
