import { expect, it } from 'vitest';
import { createThreadTallies } from '../../../src/export/report/thread-tallies';

it('counts replies by thread, before and after their root came, and says what was promised as the site wrote it', () => {
  const threads = createThreadTallies();
  threads.add({ commentId: 'r1', rootCommentId: 'a' });
  threads.add({ commentId: 'a', replyCount: { raw: '1.2万', value: 12_000, approximate: true } });
  threads.add({ commentId: 'b', replyCount: { raw: '0', value: 0, approximate: false } });
  threads.add({ commentId: 'c' });
  threads.add({ commentId: 'r2', rootCommentId: 'a' });
  threads.add({ commentId: 'r3', rootCommentId: 'gone' });
  for (let more = 0; more < 3_000; more += 1) threads.add({ commentId: `more-${more}` });
  const all = [...threads.list()];
  expect(all).toHaveLength(3_004);
  expect(all.slice(0, 4)).toEqual([
    {
      rootCommentId: 'a',
      expected: { raw: '1.2万', value: 12_000, approximate: true },
      hasRoot: true,
      got: 2,
    },
    { rootCommentId: 'b', expected: { raw: '0', value: 0, approximate: false }, hasRoot: true, got: 0 },
    { rootCommentId: 'c', expected: undefined, hasRoot: true, got: 0 },
    { rootCommentId: 'gone', expected: undefined, hasRoot: false, got: 1 },
  ]);
});
