// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../../../src/model/errors';
import { toReplyKey } from '../../../../src/model/replies/reply-plan';
import type { ReplyPlan } from '../../../../src/model/replies/reply-plan';
import { ReplyBox } from '../../../../src/ui/replies/reply-box';
import { createRepliesStore } from '../../../../src/ui/replies/state/create-replies-store';
import { createFakePorts } from '../support/fake-ports';
import { renderUi, type Rendered } from '../support/render-ui';
import { createComment, createNote } from '../support/samples';

const COMMENT = createComment(1, { content: '多少钱？' });
const IDS = { noteId: COMMENT.noteId, commentId: COMMENT.commentId };

let shown: Rendered;
let fake: ReturnType<typeof createFakePorts>;
let store: ReturnType<typeof createRepliesStore>;
let left: string[];
const gone = new AbortController();

async function open(plan?: Partial<ReplyPlan>, answers: Record<string, () => unknown> = {}) {
  left = [];
  fake = createFakePorts({
    answers: {
      'template.use': () => ({}),
      'reply.draft': () => ({}),
      'comment.reply': () => ({ jobId: 'j1' }),
      ...answers,
    },
    readers: {
      listReplyPlans: async () => (plan ? [{ ...IDS, updatedAt: 1, ...plan }] : []),
      listTemplates: async () => [
        { templateId: 't1', name: 'Thanks', text: '{nickname}，谢谢', createdAt: 1, changedAt: 1 },
      ],
    },
  });
  store = createRepliesStore(fake.ports, gone.signal);
  shown = await renderUi(
    <ReplyBox
      comment={COMMENT}
      note={createNote()}
      store={store}
      onSent={() => left.push('sent')}
      onLeave={() => left.push('left')}
    />,
    fake.ports,
  );
}

beforeEach(() => open());
afterEach(() => shown.end());

const field = () => document.querySelector('textarea') as HTMLTextAreaElement;
async function type(text: string) {
  await act(async () => {
    field().value = text;
    field().dispatchEvent(new Event('input', { bubbles: true }));
  });
}
async function press(key: string, over: KeyboardEventInit = {}) {
  await act(async () => {
    field().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...over }));
  });
  await shown.settle();
}
const ordered = () => fake.calls.filter(({ name }) => name === 'comment.reply').map(({ input }) => input);

describe('the box of a reply', () => {
  it('says whom it answers, what they said, and under which note', () => {
    expect(shown.text()).toContain('Reply to Person 1');
    expect(document.querySelector('.reply-quote')?.textContent).toBe('多少钱？');
    expect(shown.text()).toContain('Note: An invented title');
  });

  it.each([{ ctrlKey: true }, { metaKey: true }])(
    'sends what is in it with %o and Enter, once',
    async (held) => {
      await type(' 39 元 ');
      await press('Enter', held);
      await press('Enter', held);
      expect(ordered()).toEqual([{ ...IDS, content: '39 元', mode: 'send' }]);
      expect(left).toEqual(['sent']);
      expect(field().value).toBe('');
    },
  );

  it('sends nothing with Enter alone, while characters are composed, or when it is empty', async () => {
    await press('Enter', { ctrlKey: true });
    await type('好');
    await press('Enter');
    await press('Enter', { ctrlKey: true, isComposing: true });
    expect(ordered()).toEqual([]);
  });

  it('keeps what stands in it for the next queue', async () => {
    await type('好的');
    await press('Enter', { ctrlKey: true, shiftKey: true });
    expect(fake.calls).toContainEqual({
      name: 'reply.draft',
      input: { ...IDS, draft: '好的', isPrepared: true },
    });
    expect([ordered(), left]).toEqual([[], ['sent']]);
  });

  it('is left with Escape, but not while characters are composed', async () => {
    await press('Escape', { isComposing: true });
    expect(left).toEqual([]);
    await press('Escape');
    expect(left).toEqual(['left']);
  });

  it('counts what people take for characters, and says that no limit is known', async () => {
    await type('好👍');
    expect(shown.text()).toContain('2 characters');
    expect(shown.text()).toContain('does not say how long a comment may be');
  });

  it('says what becomes of line breaks where there are any', async () => {
    expect(shown.text()).not.toContain('line breaks are sent as blanks');
    await type('a\nb');
    expect(shown.text()).toContain('line breaks are sent as blanks');
  });

  it('puts the site’s own code where the caret is, by keyboard', async () => {
    await type('好喝！');
    field().setSelectionRange(2, 2);
    await shown.click('button', 'Emoji of the site');
    const choices = [...document.querySelectorAll<HTMLElement>('.emoji-choice')];
    expect(document.activeElement).toBe(choices[0]);
    await act(async () => {
      choices[0]?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
    });
    expect(document.activeElement).toBe(choices[1]);
    await act(async () => choices[1]?.click());
    expect(field().value).toBe('好喝[害羞R]！');
    expect(store.textOf(COMMENT)).toBe('好喝[害羞R]！');
    expect(document.querySelector('.emoji-picker')).toBeNull();
  });

  it('puts in a template that knows whom it is for, by keyboard', async () => {
    await type('好的。');
    await press('t', { altKey: true, code: 'KeyT' });
    await act(async () => {
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }),
      );
    });
    await shown.settle();
    expect(field().value).toBe('好的。Person 1，谢谢');
    expect(document.activeElement).toBe(field());
    expect(ordered()).toEqual([]);
  });

  it('has it put into the page for the user to send, where that is pressed', async () => {
    await type('好的');
    await shown.click('button', 'Put it into the page');
    expect(ordered()).toEqual([{ ...IDS, content: '好的', mode: 'assist' }]);
  });

  it('has the draft again that was kept', async () => {
    shown.end();
    await open({ draft: 'from before' });
    expect(field().value).toBe('from before');
    expect(store.plans.value.get(toReplyKey(COMMENT))?.draft).toBe('from before');
  });

  it('keeps its text and says why where it could not be ordered', async () => {
    shown.end();
    await open(
      {},
      {
        'comment.reply': () => {
          throw new AppError('login-wanted');
        },
      },
    );
    await type('still here');
    await press('Enter', { ctrlKey: true });
    expect([field().value, left]).toEqual(['still here', []]);
  });
});

describe('who answers', () => {
  const account = (userId: string, name: string, over: object = {}) => ({
    ...{ userId, name, host: 'www.xiaohongshu.com', status: 'active', isForeign: false, savedAt: 1 },
    ...over,
  });
  const list = (over: object = {}) => ({
    state: 'ready',
    own: { userId: 'u1', host: 'www.xiaohongshu.com' },
    accounts: [account('u1', 'Tea'), account('u2', 'Cup'), account('u3', 'Pot', { status: 'suspended' })],
    ...over,
  });
  const openWith = (of: object, plan?: Partial<ReplyPlan>) => {
    shown.end();
    return open(plan, { 'account.list': () => of });
  };
  const options = () => [...document.querySelectorAll('option')].map(({ textContent }) => textContent);
  const chosen = () => document.querySelector('select')?.selectedOptions[0]?.textContent;

  it('is not asked where accounts are off, or none is active', async () => {
    await openWith({ state: 'off', accounts: [] });
    expect(document.querySelector('select')).toBeNull();
    await openWith(list({ accounts: [account('u3', 'Pot', { status: 'suspended' })] }));
    expect(document.querySelector('select')).toBeNull();
  });

  it('is the browser’s own login unless an active account is chosen, which is sent along', async () => {
    await openWith(list());
    expect(options()).toEqual(['Tea (the browser’s own login)', 'Cup']);
    expect(chosen()).toBe('Tea (the browser’s own login)');
    await type('one');
    await press('Enter', { ctrlKey: true });
    await shown.choose('Reply as', 'u2');
    await type('two');
    await press('Enter', { ctrlKey: true });
    expect(ordered()).toEqual([
      { ...IDS, content: 'one', mode: 'send' },
      { ...IDS, content: 'two', mode: 'send', account: 'u2' },
    ]);
  });

  it('is kept with the draft, and read again with it', async () => {
    await openWith(list());
    await shown.choose('Reply as', 'u2');
    await type('later');
    await press('Enter', { ctrlKey: true, shiftKey: true });
    const kept = fake.calls.filter(({ name }) => name === 'reply.draft').at(-1);
    expect(kept?.input).toEqual({ ...IDS, draft: 'later', isPrepared: true, account: 'u2' });
    await openWith(list(), { draft: 'later', account: 'u2' });
    expect(chosen()).toBe('Cup');
  });

  it.each([
    ['set aside', list(), 'u3'],
    ['deleted', list(), 'u4'],
    ['of another device by now', list({ accounts: [account('u2', 'Cup', { isForeign: true })] }), 'u2'],
    ['locked', { state: 'locked', accounts: [] }, 'u2'],
  ])('is nobody else where the account is %s', async (_why, of, userId) => {
    await openWith(of, { draft: 'later', account: userId });
    expect(chosen()).toBe('Cannot be used now');
    expect(shown.text()).toContain('This account cannot be used now: choose another');
    await press('Enter', { ctrlKey: true });
    expect(ordered()).toEqual([{ ...IDS, content: 'later', mode: 'send', account: userId }]);
  });

  it('is the browser’s own login in place of such a one only where that is chosen', async () => {
    await openWith(list(), { draft: 'later', account: 'u3' });
    await shown.choose('Reply as', '');
    expect(options()).toEqual(['Tea (the browser’s own login)', 'Cup']);
    expect(shown.text()).not.toContain('cannot be used now');
    await press('Enter', { ctrlKey: true });
    expect(ordered()).toEqual([{ ...IDS, content: 'later', mode: 'send' }]);
  });

  it('is the browser’s own login where that is the account by now', async () => {
    await openWith(list(), { draft: 'later', account: 'u1' });
    expect(chosen()).toBe('Tea (the browser’s own login)');
    expect(options()).toHaveLength(2);
  });
});
