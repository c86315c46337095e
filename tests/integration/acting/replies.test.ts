/** Drafts of replies, what is set aside, and the queue that is sent: kept in the database, and gone with their notes. */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { AppError } from '../../../src/model/errors';
import type { Job } from '../../../src/model/jobs/job';
import { listReplyAttempts } from '../../../src/storage/readers/replies/list-reply-attempts';
import { startBackgroundUnderTest } from '../../support/background/background-under-test';
import type { BackgroundUnderTest } from '../../support/background/background-under-test';

const VIEWER = '68000000000000000000000f';
const COMMENT = { noteId: 'n1', commentId: 'c1', rootCommentId: '68002c0000000000000000f1' };

let background: BackgroundUnderTest;

beforeEach(async () => {
  fakeBrowser.reset();
  background = await startBackgroundUnderTest();
});

const login = () => background.reportPage({ viewerId: VIEWER });
const plans = () => background.connection.read((database) => database.getAll('replyPlans'));
const jobs = () => background.connection.read((database) => database.getAll('jobs'));
const write = (draft: string, over: object = {}) =>
  background.call('reply.draft', { ...COMMENT, draft, ...over });

async function rehearse(): Promise<void> {
  const { acting } = await background.services.settings();
  await demand('settings.change', { patch: { acting: { ...acting, rehearse: true } } });
}

async function demand<Value>(name: string, input: unknown): Promise<Value> {
  const answer = await background.call(name, input);
  expect(answer).toMatchObject({ ok: true });
  return (answer as { value: Value }).value;
}

describe('what is meant to be answered', () => {
  it('is kept as it was typed, with who is told, and gone when it is emptied', async () => {
    await write('one\ntwo');
    expect(await plans()).toMatchObject([{ ...COMMENT, draft: 'one\ntwo' }]);
    expect(background.events).toContainEqual({ name: 'replies.changed', payload: { noteId: 'n1' } });
    await write('');
    expect(await plans()).toEqual([]);
  });

  it('stays beside that the comment is set aside, until it is put back', async () => {
    await write('later');
    const until = 5_000_000_000_000;
    await demand('reply.set-aside', { ...COMMENT, aside: { is: 'snoozed', until } });
    expect(await plans()).toMatchObject([{ draft: 'later', aside: { is: 'snoozed', until } }]);
    await demand('reply.set-aside', { ...COMMENT, aside: null });
    const [kept] = await plans();
    expect(kept).toMatchObject({ draft: 'later' });
    expect(kept).not.toHaveProperty('aside');
  });

  it('is not kept where nothing may be', async () => {
    await background.call('settings.change', { patch: { paused: true } });
    expect(await write('no')).toMatchObject({ ok: false, error: { code: 'paused' } });
    expect(await plans()).toEqual([]);
  });

  it('goes with its note, and with the person whose comment it is for', async () => {
    const author = { id: { kind: 'site' as const, value: 'bob' } };
    await background.connection.write(async (transaction) => {
      for (const commentId of ['c1', 'c2'])
        await transaction.objectStore('comments').put({
          ...{ noteId: commentId === 'c1' ? 'n1' : 'n2', commentId, firstSeenAt: 1 },
          ...(commentId === 'c1' ? { author } : {}),
          observed: { source: 'page', via: 'test', at: 1 },
        });
    });
    await write('to bob');
    await background.call('reply.draft', { noteId: 'n2', commentId: 'c2', draft: 'to somebody' });
    await demand('person.forget', { authorKey: 'site:bob' });
    expect(await plans()).toMatchObject([{ noteId: 'n2' }]);
    await demand('note.forget', { noteId: 'n2' });
    expect(await plans()).toEqual([]);
  });
});

describe('a reply that is sent', () => {
  it('is an order with one line, and no draft any more', async () => {
    await login();
    await write('one\n two');
    const job = await demand<Job>('comment.reply', { ...COMMENT, content: 'one\n two' });
    expect(job.input).toEqual({
      mode: 'send',
      targets: [{ ...COMMENT, action: 'reply', content: 'one two', viewerId: VIEWER }],
    });
    expect(await plans()).toEqual([]);
    const attempts = await background.connection.read(listReplyAttempts);
    expect(attempts).toMatchObject([{ ...COMMENT, content: 'one two', jobId: job.jobId }]);
  });

  it('stays a draft where it was only rehearsed, or where something else was written', async () => {
    await login();
    await write('mine');
    await demand('comment.reply', { ...COMMENT, content: 'another' });
    expect(await plans()).toMatchObject([{ draft: 'mine' }]);
    await rehearse();
    await demand('comment.reply', { ...COMMENT, content: 'mine' });
    expect(await plans()).toMatchObject([{ draft: 'mine' }]);
  });

  it('stays a draft where nobody is logged in', async () => {
    await write('wait');
    const refused = await background.call('comment.reply', { ...COMMENT, content: 'wait' });
    expect(refused).toMatchObject({ ok: false, error: { code: 'login-wanted' } });
    expect(await plans()).toMatchObject([{ draft: 'wait' }]);
  });
});

describe('an order', () => {
  const comment = { noteId: 'n1', commentId: '68002c0000000000000000c1' };
  const code = async (name: string, input: object) =>
    ((await background.call(name, { ...comment, ...input })) as { error?: { code: string } }).error?.code;

  it('to delete a comment is taken only where the user has said yes to it', async () => {
    await login();
    expect(await code('comment.delete', {})).toBe('deletion-unconfirmed');
    expect(await code('comment.delete', { confirmed: false })).toBe('deletion-unconfirmed');
    expect(await jobs()).toEqual([]);
    expect(await code('comment.delete', { mode: 'rehearse' })).toBeUndefined();
    expect(await code('comment.delete', { confirmed: true })).toBeUndefined();
    expect(await jobs()).toHaveLength(2);
  });

  it('is refused with words where it names a thread that is none, or not the comment’s', async () => {
    await login();
    const rootCommentId = '68002c0000000000000000f1';
    expect(await code('comment.like', { rootCommentId: 'x' })).toBe('thread-wrong');
    await background.connection.write(async (transaction) => {
      await transaction.objectStore('comments').put({
        ...{ ...comment, rootCommentId: '68002c0000000000000000f2', firstSeenAt: 1 },
        observed: { source: 'page', via: 'test', at: 1 },
      });
    });
    expect(await code('comment.like', { rootCommentId })).toBe('thread-wrong');
    expect(await code('comment.like', { rootCommentId: '68002c0000000000000000f2' })).toBeUndefined();
    expect(await jobs()).toHaveLength(1);
  });
});

describe('a queue of replies', () => {
  const second = { noteId: 'n1', commentId: 'c2' };
  const prepare = async () => {
    await login();
    await write('first', { isPrepared: true });
    await background.call('reply.draft', { ...second, draft: 'second', isPrepared: true });
    await background.call('reply.draft', { noteId: 'n1', commentId: 'c3', draft: 'not ready' });
  };
  const send = () =>
    demand<Job>('reply.send-prepared', {
      comments: [second, COMMENT, { noteId: 'n1', commentId: 'c3' }],
    });

  it('leaves the last press to the user, holds what is ready in the order asked for, and nothing else', async () => {
    await prepare();
    expect((await send()).input).toEqual({
      mode: 'assist',
      targets: [
        { ...second, action: 'reply', content: 'second', viewerId: VIEWER },
        { ...COMMENT, action: 'reply', content: 'first', viewerId: VIEWER },
      ],
    });
    expect(await plans()).toMatchObject([{ commentId: 'c3', draft: 'not ready' }]);
    expect(await jobs()).toHaveLength(1);
  });

  it('is said by the account that was chosen for each, and by nobody else where that one is not there', async () => {
    await prepare();
    await background.call('reply.draft', { ...second, draft: 'second', isPrepared: true, account: 'u9' });
    const refused = await background.call('reply.send-prepared', { comments: [second, COMMENT] });
    expect(refused).toMatchObject({ ok: false, error: { code: 'account-unknown' } });
    expect(await jobs()).toEqual([]);
    await demand('reply.draft', { ...second, draft: 'second', isPrepared: true });
    expect((await send()).input).toMatchObject({ targets: [{ viewerId: VIEWER }, { viewerId: VIEWER }] });
  });

  it('sends by itself only where the settings say so', async () => {
    await prepare();
    const { acting } = await background.services.settings();
    await demand('settings.change', { patch: { acting: { ...acting, sendsQueues: true } } });
    expect((await send()).input).toMatchObject({ mode: 'send' });
  });

  it('is ready still after a rehearsal, and where it could not be started', async () => {
    await prepare();
    const { connection, jobs: engine } = background.services;
    const start = vi.spyOn(engine, 'start').mockRejectedValueOnce(new AppError('storage-full'));
    await background.call('reply.send-prepared', { comments: [second, COMMENT] });
    start.mockRestore();
    const ready = async () =>
      (await connection.read((database) => database.getAll('replyPlans'))).filter(
        ({ isPrepared }) => isPrepared,
      );
    expect(await ready()).toHaveLength(2);
    await rehearse();
    await send();
    expect(await ready()).toHaveLength(2);
  });

  it('goes on without the one that is left out, and is over with the last', async () => {
    await prepare();
    const { jobId } = await send();
    const leave = (itemId: string) => demand<Job>('reply.leave-out', { jobId, itemId });
    expect((await leave('00001')).state).not.toBe('cancelled');
    const attempts = await background.connection.read(listReplyAttempts);
    expect(attempts.find(({ commentId }) => commentId === 'c1')?.state).toEqual({
      is: 'cancelled',
      isLeftOut: true,
    });
    expect(attempts.find(({ commentId }) => commentId === 'c2')?.state.is).not.toBe('cancelled');
    expect((await leave('00000')).state).toBe('cancelled');
  });

  it('is none where nothing is ready', async () => {
    await login();
    await write('not ready');
    const refused = await background.call('reply.send-prepared', { comments: [COMMENT] });
    expect(refused).toMatchObject({ ok: false, error: { code: 'nothing-found' } });
    expect(await jobs()).toEqual([]);
  });
});
