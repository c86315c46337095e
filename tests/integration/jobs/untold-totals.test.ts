/** Lists that end early by their source's word: short by any number that is known, never complete without one. */
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { findCompleteness } from '../../../src/workers/library/notes/find-completeness';
import { toExactCount } from '../../../src/model/values/count';
import type { Count } from '../../../src/model/values/count';
import { createRepositories } from '../../../src/storage/repositories/create-repositories';
import { findCommentList } from '../../../src/storage/readers/find-comment-list';
import { createEngineUnderTest } from '../../support/jobs/engine-under-test';
import { readCoverage } from '../../support/jobs/read-coverage';
import { answerComments, commentSeries } from '../../support/providers/comment-world';
import { createGatewayUnderTest, PRICED } from '../../support/providers/gateway-under-test';

const WORLD = { replies: Array.from({ length: 20 }, () => 0), page: 5, embedded: 0 };

interface Case {
  /** What the source says of how many there are. */
  readonly said?: { readonly comments?: number; readonly topLevel?: number };
  /** What the note says. */
  readonly counted?: Count;
  /** Whether the source says after ten comments that there are no more. */
  readonly endsEarly: boolean;
}

async function collect({ said, counted, endsEarly }: Case) {
  const gateway = createGatewayUnderTest(
    [commentSeries('tikhub-web-v3')],
    (url) => {
      const page = answerComments(WORLD, url).payload as Record<string, unknown>;
      const { nextCursor } = page;
      const isLast = endsEarly && nextCursor === '10';
      return { payload: { ...page, said, nextCursor: isLast ? undefined : nextCursor } };
    },
    PRICED,
  );
  const test = createEngineUnderTest(gateway.gateway, gateway.clock);
  const counts = counted ? { comments: counted } : {};
  await test.connection.write((transaction) =>
    createRepositories(transaction).notes.merge(
      { noteId: 'n1', fields: {}, counts },
      { source: 'page', via: 'state', at: 1 },
    ),
  );
  const { jobId } = await test.engine.start({
    kind: 'collect-comments',
    input: { noteId: 'n1' },
    noteId: 'n1',
    agreed: true,
  });
  await test.runOut();
  expect(test.aside).toEqual([]);
  const database = await test.connection.open();
  const list = await findCommentList(database, 'n1');
  const rows = await database.count('comments');
  const { state, reason } = await readCoverage(test.connection, 'n1');
  return {
    rows,
    job: (await test.findJob(jobId))?.state,
    collected: list?.collected?.state,
    report: [state, reason],
    library: findCompleteness({ counts }, list, rows),
  };
}

const SHORT = {
  ...{ rows: 10, job: 'partial', collected: 'short', library: 'partial' },
  report: ['short', 'not-returned'],
};

describe('a list that ends early by the word of its source', () => {
  it('is short of what the note counts, where the source says no number', async () => {
    expect(await collect({ endsEarly: true, counted: toExactCount(20) })).toEqual(SHORT);
  });

  it('is short of the least that the note may have', async () => {
    const counted = { raw: '12+', value: 12, approximate: true };
    expect(await collect({ endsEarly: true, counted })).toEqual(SHORT);
  });

  it('is short of all comments that the source counts, where it does not count those of the top level', async () => {
    expect(await collect({ endsEarly: true, said: { comments: 20 } })).toEqual(SHORT);
  });

  it('is short of what the source says now, though the note counted fewer before', async () => {
    const told = { endsEarly: true, said: { comments: 20 }, counted: toExactCount(8) };
    expect(await collect(told)).toEqual(SHORT);
  });

  it('is not told as complete where nobody says a number, nor where the number is open', async () => {
    const unknown = {
      ...{ rows: 10, job: 'done', collected: 'unknown', library: 'unknown' },
      report: ['unknown', undefined],
    };
    expect(await collect({ endsEarly: true })).toEqual(unknown);
    expect(await collect({ endsEarly: true, counted: { raw: '10+', value: 10, approximate: true } })).toEqual(
      unknown,
    );
  });
});

describe('a list that is read to its end', () => {
  it.each([{ counted: toExactCount(20) }, { said: { comments: 20 } }])(
    'is complete by the number that is known: %o',
    async (known) => {
      expect(await collect({ endsEarly: false, ...known })).toEqual({
        ...{ rows: 20, job: 'done', collected: 'complete', library: 'complete' },
        report: ['complete', undefined],
      });
    },
  );
});
