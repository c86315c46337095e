/** What a page has shown is no end of what is new: older comments that nobody has read may stand behind it. */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import type { CommentSighting } from '../../../src/model/comment';
import { createRepositories } from '../../../src/storage/repositories/create-repositories';
import { createEngineUnderTest } from '../../support/jobs/engine-under-test';
import { CASE_SERIES, KIND_CASES } from '../../support/jobs/kind-cases';
import { createGatewayUnderTest, PRICED } from '../../support/providers/gateway-under-test';

const { before, order, answer } = KIND_CASES['refresh-comments'];
/** Of the note as it is: 15 comments with 27 replies. */
const ROWS = 42;

beforeEach(() => fakeBrowser.reset());

function start() {
  let answerNow = answer;
  const gateway = createGatewayUnderTest(CASE_SERIES, (url) => answerNow(url), PRICED);
  const test = createEngineUnderTest(gateway.gateway, gateway.clock);
  /** The page shows the newest comments, as many as one answer has; more follow unless it says otherwise. */
  const browse = (hasMore: boolean) => {
    const { comments } = answer(new URL('https://x.example/comments')).payload as {
      comments: CommentSighting[];
    };
    const page = { noteId: 'n1', level: 'top', comments, threads: {}, hasMore, whole: false } as const;
    const at = gateway.clock.now();
    return test.connection.write(async (transaction) => {
      const stores = createRepositories(transaction);
      const { isLastKnown } = await stores.comments.merge(page, { source: 'page', via: 'comment-page', at });
      await stores.commentLists.read(page, isLastKnown, at);
    });
  };
  const run = async (given: typeof order) => {
    const { jobId } = await test.engine.start(given);
    await test.runOut();
    expect(test.aside).toEqual([]);
    gateway.clock.set(gateway.clock.now() + 25 * 3_600_000);
    return (await test.findJob(jobId))?.state;
  };
  return {
    run,
    browse,
    gateway,
    countRows: async () => (await test.connection.open()).count('comments'),
    answerWith: (other: typeof answer) => (answerNow = other),
  };
}

describe('a refresh of comments that the page has shown', () => {
  it('reads on behind them where nobody had read the list', async () => {
    const { run, browse, countRows } = start();
    await browse(true);
    expect(await run(order)).toBe('done');
    expect(await countRows()).toBe(ROWS);
  });

  it('reads on behind them to what a collection has brought, and no further', async () => {
    if (!before) throw new Error('no case');
    const { run, browse, countRows, gateway, answerWith } = start();
    answerWith(before.answer);
    expect(await run(before.order)).toBe('done');
    answerWith(answer);
    await browse(true);
    const asked = gateway.line.asked.length;
    expect(await run(order)).toBe('done');
    expect(await countRows()).toBe(ROWS);
    // Of five pages three: the last of them is known.
    expect(gateway.line.asked.slice(asked).filter((path) => path === '/comments')).toHaveLength(3);
  });

  it('is done with a page where the page had shown them all', async () => {
    const { run, browse, gateway } = start();
    await browse(false);
    expect(await run(order)).toBe('done');
    expect(gateway.line.asked.filter((path) => path === '/comments')).toHaveLength(1);
  });
});
