/** What is done with one press, as the panel and the popup read it: the orders of one note, and what came of them. */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import type { ActionEntry } from '../../../src/model/actions/action-entry';
import { listNoteDeeds } from '../../../src/storage/readers/actions/list-note-deeds';
import { NOW, startBackgroundUnderTest } from '../../support/background/background-under-test';
import type { BackgroundUnderTest } from '../../support/background/background-under-test';

const VIEWER = '68000000000000000000000f';
const COMMENT_ID = '68002c0000000000000000c1';

let background: BackgroundUnderTest;

beforeEach(async () => {
  fakeBrowser.reset();
  background = await startBackgroundUnderTest();
  await background.reportPage({ viewerId: VIEWER });
});

const read = () => background.connection.read((database) => listNoteDeeds(database, 'n1'));
async function order(name: string, input: object): Promise<string> {
  const answer = (await background.call(name, { noteId: 'n1', ...input })) as { value: { jobId: string } };
  return answer.value.jobId;
}

describe('orders with one press', () => {
  it('are found by their note, one for each thing, and none that says something', async () => {
    const like = await order('feed.like', {});
    const comment = await order('comment.like', { commentId: COMMENT_ID });
    await order('comment.post', { content: 'words' });
    await order('feed.like', { noteId: 'n2' });
    const { deeds } = await read();
    const base = { noteId: 'n1', viewerId: VIEWER, isOn: true, itemId: '00000' };
    expect(deeds).toHaveLength(2);
    expect(deeds).toContainEqual(expect.objectContaining({ ...base, topic: 'like', jobId: like }));
    expect(deeds).toContainEqual(
      expect.objectContaining({ ...base, topic: 'like-comment', commentId: COMMENT_ID, jobId: comment }),
    );
  });

  it('are taken out of a job of several, which goes on with the others', async () => {
    const target = { action: 'like', viewerId: VIEWER } as const;
    // The gap since this one has both of them wait.
    const earlier: ActionEntry = {
      ...{ ...target, actionId: 'a0', noteId: 'n0', jobId: 'j0', mode: 'send' },
      ...{ at: NOW - 5_000, endedAt: NOW - 5_000, outcome: { is: 'done', proof: 'answer' } },
    };
    await background.connection.write((transaction) => transaction.objectStore('actions').put(earlier));
    const targets = ['n1', 'n2'].map((noteId) => ({ ...target, noteId }));
    const input = { mode: 'send', targets };
    const job = (await background.call('job.start', { kind: 'act', input, agreed: true })) as {
      value: { jobId: string };
    };
    const { jobId } = job.value;
    const left = await background.call('reply.leave-out', { jobId, itemId: '00001' });
    expect(left).toMatchObject({ ok: true, value: { jobId } });
    const items = await background.connection.read((database) => database.getAll('jobItems'));
    expect(items.map(({ state }) => state)).toEqual(['open', 'skipped']);
    expect((left as { value: { state: string } }).value.state).not.toBe('cancelled');
  });

  it('are found with how they ended, also when their job is over', async () => {
    const jobId = await order('feed.favorite', { unfavorite: true });
    const target = { action: 'unfavorite', noteId: 'n1', viewerId: VIEWER } as const;
    const entry: ActionEntry = {
      ...{ ...target, actionId: 'a1', at: 5, endedAt: 6, mode: 'rehearse', jobId },
      outcome: { is: 'rehearsed' },
    };
    await background.connection.write(
      async (transaction) => {
        await transaction.objectStore('actions').put(entry);
        const item = await transaction.objectStore('jobItems').get([jobId, '00000']);
        const job = await transaction.objectStore('jobs').get(jobId);
        if (!item || !job) throw new Error('The order is not there.');
        const work = { stage: 'begun', target, actionId: 'a1', begunAt: 5 };
        await transaction.objectStore('jobItems').put({ ...item, state: 'done', work });
        await transaction.objectStore('jobs').put({ ...job, state: 'done' });
      },
      ['actions', 'jobItems', 'jobs'],
    );
    const { deeds, entries } = await read();
    expect(deeds).toMatchObject([{ topic: 'favorite', isOn: false, state: { is: 'rehearsed' } }]);
    expect(entries).toEqual([entry]);
  });
});
