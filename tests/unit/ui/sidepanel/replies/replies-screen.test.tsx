// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { signal } from '@preact/signals';
import { afterEach, describe, expect, it } from 'vitest';
import type { UnansweredEntry } from '../../../../../src/insights/unanswered/find-unanswered';
import { DEFAULT_ACTING_SETTINGS } from '../../../../../src/model/actions/acting-settings';
import type { ReplyAttempt } from '../../../../../src/model/replies/reply-attempt';
import type { ReplyPlan } from '../../../../../src/model/replies/reply-plan';
import { createRepliesStore } from '../../../../../src/ui/replies/state/create-replies-store';
import { RepliesTab } from '../../../../../src/ui/sidepanel/replies/replies-tab';
import { AGREED, createFakePorts } from '../../support/fake-ports';
import { renderUi, type Rendered } from '../../support/render-ui';
import { createNote, NOTE_ID } from '../../support/samples';

let shown: Rendered;
afterEach(() => shown.end());

const VIEWER = '68000000000000000000000f';
const entry = (commentId: string, over: Partial<UnansweredEntry> = {}): UnansweredEntry => ({
  ...{ noteId: NOTE_ID, commentId, isQuestion: false, mayBeAnswered: false, likes: 0 },
  ...over,
});

interface World {
  readonly entries?: readonly UnansweredEntry[];
  readonly read?: number;
  readonly plans?: readonly ReplyPlan[];
  readonly attempts?: readonly ReplyAttempt[];
  readonly viewer?: string | undefined;
  readonly hasNote?: boolean;
  readonly sendsQueues?: boolean;
}

async function open({
  entries = [],
  read = 5,
  plans = [],
  attempts = [],
  hasNote = true,
  ...rest
}: World = {}) {
  const { viewer = VIEWER, sendsQueues = false } = rest;
  const asked: unknown[] = [];
  const fake = createFakePorts({
    answers: {
      'viewer.find': () => ('viewer' in rest && rest.viewer === undefined ? null : { userId: viewer }),
      'reply.send-prepared': () => ({ jobId: 'j' }),
      'job.resume': () => ({}),
      'job.pause': () => ({}),
      'job.cancel': () => ({}),
    },
    readers: {
      findNote: async () => createNote(),
      findNotesByAuthor: async () => ({ count: 1, newest: [createNote()] }),
      listReplyPlans: async () => [...plans],
      listReplyAttempts: async () => [...attempts],
    },
    settings: { ...AGREED, acting: { ...DEFAULT_ACTING_SETTINGS, sendsQueues } },
  });
  const finder = {
    find: async (query: unknown) => {
      asked.push(query);
      return { entries, read, notWhole: 0 };
    },
    close: () => undefined,
  };
  const stores = {
    noteId: signal(hasNote ? NOTE_ID : undefined),
    replies: createRepliesStore(fake.ports, new AbortController().signal),
  };
  shown = await renderUi(<RepliesTab stores={stores} finder={finder} />, fake.ports);
  return { ...fake, asked };
}

const ready = (commentId: string, draft: string): ReplyPlan => ({
  ...{ noteId: NOTE_ID, commentId, draft, isPrepared: true, updatedAt: 1 },
});
const stopped = (commentId: string, jobId: string): ReplyAttempt => ({
  ...{
    noteId: NOTE_ID,
    commentId,
    jobId,
    itemId: '0',
    content: 'x',
    mode: 'send',
    orderedAt: 1,
  },
  state: { is: 'stopped', error: { code: 'captcha', message: '', retryable: false, details: {} } },
});

describe('the queue', () => {
  it('counts what waits, and says how many ask something and how many may be answered', async () => {
    await open({ entries: [entry('a', { isQuestion: true, mayBeAnswered: true }), entry('b')] });
    expect(shown.has('radio', 'Waiting 2')).toBe(true);
    expect(shown.text()).toContain('1 question, first in the list');
    expect(shown.text()).toContain('Not all replies were read under 1 comment: may be answered.');
  });

  it('asks for the note that is shown, as whoever is logged in, or for all notes of theirs', async () => {
    const { asked } = await open();
    expect(asked).toEqual([{ noteIds: [NOTE_ID], viewerId: VIEWER, sort: 'likes' }]);
    await shown.click('radio', 'My notes');
    expect(asked).toHaveLength(2);
    await shown.choose('Sort', 'newest');
    expect(asked.at(-1)).toMatchObject({ sort: 'newest' });
  });

  it.each([
    ['everything is answered', { read: 5 }, 'Everything is answered'],
    ['nothing was read', { read: 0 }, 'No comments captured yet'],
    ['nobody is known', { hasNote: false, viewer: undefined }, 'It is not known who you are yet'],
  ] as const)('says why it is empty: %s', async (_why, world, words) => {
    await open(world);
    expect(shown.text()).toContain(words);
  });

  it('says why replies have stopped, and lets all of them go on', async () => {
    const { calls } = await open({ attempts: [stopped('a', 'j1'), stopped('b', 'j1'), stopped('c', 'j2')] });
    expect(shown.text()).toContain('3 replies stopped, and wait for your word');
    await shown.click('button', 'Go on');
    const resumed = calls.filter(({ name }) => name === 'job.resume').map(({ input }) => input);
    expect(resumed).toEqual([{ jobId: 'j1' }, { jobId: 'j2' }]);
    await shown.click('button', 'Do not send');
    const ended = calls.filter(({ name }) => name === 'job.cancel').map(({ input }) => input);
    expect(ended).toEqual(resumed);
  });
});

describe('what is on its way', () => {
  it('can be held, each job once', async () => {
    const queued = (commentId: string, jobId: string) => ({
      ...stopped(commentId, jobId),
      state: { is: 'queued' as const },
    });
    const { calls } = await open({ attempts: [queued('a', 'j1'), queued('b', 'j1'), queued('c', 'j2')] });
    expect(shown.text()).toContain('3 replies on the way');
    await shown.click('button', 'Pause');
    const held = calls.filter(({ name }) => name === 'job.pause').map(({ input }) => input);
    expect(held).toEqual([{ jobId: 'j1' }, { jobId: 'j2' }]);
  });
});

describe('what is ready', () => {
  const plans = ['a', 'b', 'c'].map((id) => ready(id, id === 'c' ? '谢谢！' : '谢谢'));

  it('goes out once the user has seen how many, and who presses send', async () => {
    const { calls } = await open({ plans });
    expect(shown.text()).toContain('3 replies ready');
    expect(shown.text()).toContain('you press send');
    await shown.click('button', 'Start the queue');
    const dialog = document.querySelector('dialog');
    expect(dialog?.textContent).toContain('Start the queue of 3 replies?');
    const buttons = [...(dialog?.querySelectorAll('button') ?? [])];
    await act(async () => buttons.find(({ textContent }) => textContent === 'Start the queue')?.click());
    await shown.settle();
    expect(calls.find(({ name }) => name === 'reply.send-prepared')?.input).toEqual({
      comments: plans.map(({ noteId, commentId }) => ({ noteId, commentId })),
    });
  });

  it('says that it sends by itself where the settings say so, and what that risks', async () => {
    await open({ plans, sendsQueues: true });
    expect(shown.text()).toContain('by itself');
    expect(shown.text()).toContain('The site limits accounts');
  });

  it('warns where the same words go to many', async () => {
    await open({ plans });
    expect(shown.text()).toContain('The same words, 3 times');
  });
});
