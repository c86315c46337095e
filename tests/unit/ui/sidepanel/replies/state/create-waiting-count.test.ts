// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ReplyPlan } from '../../../../../../src/model/replies/reply-plan';
import { createRepliesStore } from '../../../../../../src/ui/replies/state/create-replies-store';
import { createWaitingCount } from '../../../../../../src/ui/sidepanel/replies/state/create-waiting-count';
import { createFakePorts } from '../../../support/fake-ports';
import { createNote, NOTE_ID } from '../../../support/samples';

let gone: AbortController;
beforeEach(() => {
  vi.useFakeTimers();
  gone = new AbortController();
});
afterEach(() => {
  gone.abort();
  vi.useRealTimers();
});

const later = () => vi.advanceTimersByTimeAsync(2_000);

function start(plans: readonly ReplyPlan[] = []) {
  let waiting = ['a', 'b', 'c'];
  const asked: unknown[] = [];
  const fake = createFakePorts({
    answers: { 'viewer.find': () => ({ userId: 'me' }) },
    readers: {
      findNote: async () => createNote(),
      findNotesByAuthor: async () => ({ count: 1, newest: [createNote()] }),
      listReplyPlans: async () => [...plans],
    },
  });
  const finder = {
    find: async (query: unknown) => {
      asked.push(query);
      const entries = waiting.map((commentId) => ({
        ...{ noteId: NOTE_ID, commentId, isQuestion: false, mayBeAnswered: false, likes: 0 },
      }));
      return { entries, read: 9, notWhole: 0 };
    },
    close: () => asked.push('closed'),
  };
  const noteId = signal<string | undefined>(NOTE_ID);
  const replies = createRepliesStore(fake.ports, gone.signal);
  const count = createWaitingCount({ ports: fake.ports, finder, replies, noteId }, gone.signal);
  return { fake, count, asked, noteId, answer: (rest: string[]) => (waiting = rest) };
}

describe('the count of what waits', () => {
  it('is not known before the panel stands, then what the queue would list', async () => {
    const plan = { noteId: NOTE_ID, updatedAt: 1 };
    const { count, asked } = start([{ ...plan, commentId: 'b', aside: { is: 'done' } }]);
    expect([count.value, asked]).toEqual([undefined, []]);
    await later();
    expect(count.value).toBe(2);
  });

  it('is made once for many comments that come in, and again for another note', async () => {
    const { fake, count, asked, noteId, answer } = start();
    await later();
    answer(['a']);
    for (let each = 0; each < 20; each += 1) fake.emit('comments.changed', { noteId: NOTE_ID, added: 1 });
    fake.emit('comments.changed', { noteId: 'another', added: 1 });
    await later();
    expect([count.value, asked.length]).toEqual([1, 2]);
    noteId.value = undefined;
    expect(count.value).toBeUndefined();
    await later();
    expect([count.value, asked.length]).toEqual([1, 3]);
    gone.abort();
    expect(asked.at(-1)).toBe('closed');
  });
});
