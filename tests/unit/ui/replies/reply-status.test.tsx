// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ReplyAttempt, ReplyState } from '../../../../src/model/replies/reply-attempt';
import { ReplyStatus } from '../../../../src/ui/replies/reply-status';
import { createRepliesStore } from '../../../../src/ui/replies/state/create-replies-store';
import { createFakePorts } from '../support/fake-ports';
import { renderUi, type Rendered } from '../support/render-ui';
import { createNote, NOTE_ID } from '../support/samples';

let shown: Rendered;
afterEach(() => shown.end());

async function show(state: ReplyState, over: Partial<ReplyAttempt> = {}) {
  const done = () => ({});
  const fake = createFakePorts({
    answers: {
      ...{ 'job.resume': done, 'job.retry': done, 'job.cancel': done },
      ...{ 'reply.draft': done, 'reply.leave-out': done },
    },
  });
  const store = createRepliesStore(fake.ports, new AbortController().signal);
  const attempt: ReplyAttempt = {
    ...{ noteId: NOTE_ID, commentId: 'c1', jobId: 'j1', itemId: '00003', content: '39 元', mode: 'send' },
    ...{ orderedAt: 1, state, ...over },
  };
  let edited = 0;
  shown = await renderUi(
    <ReplyStatus attempt={attempt} note={createNote()} store={store} onEdit={() => (edited += 1)} />,
    fake.ports,
  );
  return { fake, store, attempt, edits: () => edited };
}
const error = { code: 'captcha' as const, message: '', retryable: false, details: {} };

describe('how a reply stands', () => {
  it('leads to the new comment where it was sent', async () => {
    await show({ is: 'sent', sentId: 'c9' });
    const link = document.querySelector('a');
    expect(link?.textContent).toBe('See it on the site');
    expect(new URL(link?.href ?? '').pathname).toBe(`/explore/${NOTE_ID}`);
    expect(new URL(link?.href ?? '').hash).toBe('#comment-c9');
  });

  it.each([
    [{ is: 'stopped', error }, 'Go on', { name: 'job.resume', input: { jobId: 'j1' } }],
    [{ is: 'cancelled' }, 'Go on', { name: 'job.resume', input: { jobId: 'j1' } }],
    [{ is: 'uncertain' }, 'Check again', { name: 'job.retry', input: { jobId: 'j1', itemId: '00003' } }],
    [{ is: 'failed', error }, 'Try again', { name: 'job.retry', input: { jobId: 'j1', itemId: '00003' } }],
    [
      { is: 'stopped', error },
      'Do not send',
      { name: 'reply.leave-out', input: { jobId: 'j1', itemId: '00003' } },
    ],
    [{ is: 'queued' }, 'Do not send', { name: 'reply.leave-out', input: { jobId: 'j1', itemId: '00003' } }],
  ] as const)('has its way on: %o', async (state, label, call) => {
    const { fake } = await show(state);
    await shown.click('button', label);
    expect(fake.calls).toContainEqual(call);
  });

  it('offers to leave out nothing that was begun', async () => {
    await show({ is: 'stopped', error, isBegun: true });
    expect([shown.has('button', 'Go on'), shown.has('button', 'Do not send')]).toEqual([true, false]);
  });

  it('begins no queue anew that is over', async () => {
    await show({ is: 'uncertain', isOver: true });
    expect(shown.has('button', 'Check again')).toBe(false);
    await show({ is: 'cancelled', isLeftOut: true });
    expect(shown.has('button', 'Go on')).toBe(false);
    expect(shown.has('button', 'Change')).toBe(true);
  });

  it('puts the words of a failed one into the box again', async () => {
    const { store, attempt, edits } = await show({ is: 'failed', error });
    await shown.click('button', 'Change');
    expect([store.textOf(attempt), edits()]).toEqual(['39 元', 1]);
  });

  it('says that the last press is the user’s where it is', async () => {
    await show({ is: 'sending', mode: 'assist' }, { mode: 'assist' });
    expect(shown.text()).toContain('press send there');
  });

  it('gives the words to be pasted where the page has not taken them', async () => {
    const copied: string[] = [];
    vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(async (text) => void copied.push(text));
    await show({ is: 'sending', mode: 'assist' }, { mode: 'assist' });
    await shown.click('button', 'Copy the reply');
    expect(copied).toEqual(['39 元']);
  });
});
