/** The log of actions, emptied by the user: no words are left, and what caps and never sending twice hang on is. */
import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { permitAction } from '../../../src/background/acting/permit-action';
import type { ActionEntry } from '../../../src/model/actions/action-entry';
import type { Job } from '../../../src/model/jobs/job';
import { listActions } from '../../../src/storage/readers/actions/list-actions';
import { listNoteActions } from '../../../src/storage/readers/actions/list-note-actions';
import { startBackgroundUnderTest } from '../../support/background/background-under-test';
import type { BackgroundUnderTest } from '../../support/background/background-under-test';
import { JOB } from '../../support/stored-rows';

const NOON = new Date(2026, 10, 26, 12).getTime();
const MORNING = new Date(2026, 10, 26, 9).getTime();
const TARGET = { noteId: 'n1', commentId: 'c1', rootCommentId: 'r1', viewerId: 'v1' };
const ENTRY: Omit<ActionEntry, 'actionId' | 'at'> = {
  ...{ ...TARGET, account: 'SECRET-NAME', xsecToken: 'SECRET-TOKEN', content: 'SECRET-WORDS', jobId: 'j1' },
  action: 'reply',
  mode: 'send',
};
const MADE = '66aa00000000000000000abc';

let background: BackgroundUnderTest;

beforeEach(async () => {
  fakeBrowser.reset();
  background = await startBackgroundUnderTest();
});

const put = (entries: readonly ActionEntry[]) =>
  background.connection.write(async (transaction) => {
    for (const entry of entries) await transaction.objectStore('actions').put(entry);
  });

it('is empty afterwards, and holds no words', async () => {
  const minutesAgo = (minutes: number) => NOON - minutes * 60_000;
  const done = { is: 'done', proof: 'answer', commentId: MADE, said: 'SECRET-OTHER-WORDS' } as const;
  const open = { ...ENTRY, actionId: 'open', at: minutesAgo(1) };
  await put([
    { ...ENTRY, actionId: 'done', at: minutesAgo(50), outcome: done, endedAt: minutesAgo(49) },
    {
      ...ENTRY,
      actionId: 'unsure',
      at: minutesAgo(40),
      outcome: { is: 'uncertain' },
      endedAt: minutesAgo(39),
    },
    { ...ENTRY, actionId: 'left', at: minutesAgo(30), outcome: { is: 'refused', code: 'note-left' } },
    open,
    { ...ENTRY, actionId: 'given-up', jobId: 'j2', at: minutesAgo(20) },
  ]);
  await background.connection.write(async (transaction) => {
    await transaction.objectStore('jobs').put({ ...(JOB as Job), jobId: 'j1', state: 'running' });
    await transaction.objectStore('jobs').put({ ...(JOB as Job), jobId: 'j2', state: 'cancelled' });
  });
  expect(await background.call('action.empty-log', {})).toMatchObject({ ok: true });
  const listed = await background.connection.read((database) => listActions(database, 100));
  expect(listed).toEqual([open]);
  const kept = await background.connection.read((database) => listNoteActions(database, 'n1'));
  expect(JSON.stringify(kept.filter(({ actionId }) => actionId !== 'open'))).not.toContain('SECRET');
  expect(kept.map(({ actionId }) => actionId).sort()).toEqual(['done', 'given-up', 'open', 'unsure']);
  // What a look for a lost answer leaves out: comments that are known to have come of other attempts.
  expect(kept.find(({ actionId }) => actionId === 'done')).toMatchObject({
    commentId: 'c1',
    outcome: { is: 'done', commentId: MADE },
  });
  expect(background.events.map(({ name }) => name)).toContain('stored.removed');
});

it('holds the day’s cap as before', async () => {
  const { settings, connection } = background.services;
  await background.call('settings.change', {
    patch: { acting: { ...(await settings()).acting, quietHours: null } },
  });
  const { acting } = await settings();
  const outcome = { is: 'done', proof: 'answer' } as const;
  await put(
    Array.from({ length: acting.dailyCaps.reply }, (_, index) => ({
      ...{ ...ENTRY, actionId: `a${index}`, at: MORNING, outcome },
      endedAt: MORNING,
    })),
  );
  const permit = () => permitAction({ settings, connection }, ENTRY, { mode: 'send', isQueued: false }, NOON);
  const before = await permit();
  expect(before.why).toBe('daily-cap');
  await background.call('action.empty-log', {});
  expect(await permit()).toEqual(before);
});
