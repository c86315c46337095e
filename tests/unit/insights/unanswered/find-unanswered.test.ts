import { describe, expect, it } from 'vitest';
import { findUnanswered, toHeardComment } from '../../../../src/insights/unanswered/find-unanswered';
import type { Comment } from '../../../../src/model/comment';

const OBSERVED = { source: 'page', via: 'test', at: 1 };
const person = (value: string) => ({ id: { kind: 'site' as const, value } });
const ANSWERERS = { authorKey: 'site:ann', viewerKey: 'site:me' };

function comment(commentId: string, by: string, over: Partial<Comment> = {}): Comment {
  return { noteId: 'n', commentId, author: person(by), observed: OBSERVED, firstSeenAt: 1, ...over };
}
const reply = (commentId: string, by: string, to: string, over: Partial<Comment> = {}): Comment =>
  comment(commentId, by, { rootCommentId: 'root', replyTo: { commentId: to }, ...over });

const find = (comments: readonly Comment[], openThreads: readonly string[] = []) =>
  findUnanswered(
    'n',
    comments.map((one) => toHeardComment(one, ANSWERERS)),
    new Set(openThreads),
  );
const idsOf = (comments: readonly Comment[]) => find(comments).map(({ commentId }) => commentId);

describe('findUnanswered', () => {
  it('finds a comment that nobody has answered, and one that only others have', () => {
    expect(idsOf([comment('root', 'bob')])).toEqual(['root']);
    expect(idsOf([comment('root', 'bob'), reply('r1', 'eve', 'root')])).toEqual(['root']);
  });

  it.each([
    ['the author', reply('r1', 'ann', 'root')],
    ['the author, by the source’s own word', reply('r1', 'masked', 'root', { byNoteAuthor: true })],
    ['the user', reply('r1', 'me', 'root')],
    ['the author, and nobody says to what', comment('r1', 'ann', { rootCommentId: 'root' })],
  ])('takes one for answered that %s has answered', (_who, answer) => {
    expect(idsOf([comment('root', 'bob'), answer])).toEqual([]);
  });

  it('leaves out what the author and the user wrote, what is gone, and what a machine wrote', () => {
    const rows = [
      comment('a', 'ann'),
      comment('b', 'me'),
      comment('c', 'bob', { goneAt: 5 }),
      comment('d', 'bob', { byMachine: true }),
    ];
    expect(idsOf(rows)).toEqual([]);
  });

  it('finds a reply that speaks to the author, and none that others exchange', () => {
    const rows = [
      comment('root', 'bob', { createdAt: 1 }),
      reply('r1', 'ann', 'root', { createdAt: 2 }),
      reply('r2', 'bob', 'r1', { createdAt: 3 }),
      reply('r3', 'eve', 'r2', { createdAt: 4 }),
    ];
    expect(idsOf(rows)).toEqual(['r2']);
    const answered = reply('r4', 'ann', 'r2', { createdAt: 5 });
    expect(idsOf([...rows, answered])).toEqual([]);
  });

  it('takes an answer to the same person for one to what they said before, not to what they say later', () => {
    const rows = [
      comment('root', 'bob', { createdAt: 1 }),
      reply('r1', 'bob', 'root', { createdAt: 2 }),
      reply('r2', 'ann', 'r1', { createdAt: 3 }),
      reply('r3', 'bob', 'r2', { createdAt: 4 }),
    ];
    expect(idsOf(rows)).toEqual(['r3']);
  });

  it.each([
    [
      'the site promises more replies',
      [comment('root', 'bob', { replyCount: { raw: '2', value: 2, approximate: false } })],
      [],
      true,
    ],
    ['more of the thread follows', [comment('root', 'bob')], ['root'], true],
    [
      'its first comment is not here',
      [
        reply('r2', 'bob', 'r1', { replyTo: { commentId: 'r1', author: person('ann') } }),
        reply('r0', 'ann', 'x'),
      ],
      [],
      true,
    ],
    [
      'all are here',
      [
        comment('root', 'bob', { replyCount: { raw: '1', value: 1, approximate: false } }),
        reply('r1', 'eve', 'root'),
      ],
      [],
      false,
    ],
    ['nobody says how many there are', [comment('root', 'bob')], [], false],
  ])('says that it may be answered: %s', (_why, rows, openThreads, mayBeAnswered) => {
    expect(find(rows, openThreads)).toMatchObject([{ mayBeAnswered }]);
  });

  it('carries what the order hangs on', () => {
    const likes = { raw: '7', value: 7, approximate: false };
    expect(find([comment('root', 'bob', { content: '多少钱？', likes, createdAt: 9 })])).toEqual([
      {
        ...{ noteId: 'n', commentId: 'root', rootCommentId: undefined },
        ...{ isQuestion: true, mayBeAnswered: false, likes: 7, createdAt: 9 },
      },
    ]);
  });
});
