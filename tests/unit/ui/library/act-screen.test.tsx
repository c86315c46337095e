// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import type { ActionEntry } from '../../../../src/model/actions/action-entry';
import { LibraryApp } from '../../../../src/ui/library/library-app';
import { createFakePorts } from '../support/fake-ports';
import { createComment } from '../support/samples';
import { renderUi, type Rendered } from '../support/render-ui';

const NOTE_ID = '68002bf700000005e16b95fd';
const COMMENT_ID = '68002c0000000000000000c1';
const TOKEN = `AB${'x'.repeat(43)}=`;
const LINK = `https://www.xiaohongshu.com/explore/${NOTE_ID}?xsec_token=${encodeURIComponent(TOKEN)}&xsec_source=pc_feed`;

let shown: Rendered | undefined;
afterEach(() => {
  shown?.end();
  location.hash = '';
});

async function open({
  userId = 'v1',
  log = [] as readonly ActionEntry[],
}: { userId?: string | null; log?: readonly ActionEntry[] } = {}) {
  location.hash = '#act';
  const answerJob = () => ({ jobId: 'j1' });
  const fake = createFakePorts({
    readers: {
      listActions: async () => [...log],
      findCommentsByKey: async () => [createComment(1, { content: '谢谢，已经买了' })],
    },
    answers: {
      'viewer.find': () => (userId === null ? null : { userId }),
      'feed.like': answerJob,
      'feed.favorite': answerJob,
      'comment.post': answerJob,
      'comment.reply': answerJob,
      'comment.like': answerJob,
      'comment.delete': answerJob,
    } as never,
  });
  shown = await renderUi(<LibraryApp />, fake.ports);
  return { fake, view: shown };
}

const sent = ({ calls }: { readonly calls: readonly { readonly name: string }[] }) =>
  calls.filter(({ name }) => /^(?:feed|comment)\./.test(name));

describe('the screen to act on', () => {
  it('says that nobody is known to be logged in, and offers nothing to press', async () => {
    const { view } = await open({ userId: null });
    expect(view.text()).toContain('Nobody is known to be logged in yet');
    expect(view.has('button', 'Start')).toBe(false);
  });

  it('sends the command of each action with the names of its parameters', async () => {
    const { fake, view } = await open();
    await view.type('Note', LINK);
    const note = { noteId: NOTE_ID, xsecToken: TOKEN };
    const commands = [
      ['like', {}, 'feed.like', { ...note, mode: 'send', unlike: false }],
      ['unlike', {}, 'feed.like', { ...note, mode: 'send', unlike: true }],
      ['favorite', {}, 'feed.favorite', { ...note, mode: 'send', unfavorite: false }],
      ['comment', { Text: ' 好看 ' }, 'comment.post', { ...note, mode: 'assist', content: '好看' }],
      [
        'reply',
        { 'Comment id': COMMENT_ID, Text: '有' },
        'comment.reply',
        { ...note, mode: 'assist', commentId: COMMENT_ID, content: '有' },
      ],
      ['like-comment', {}, 'comment.like', { ...note, mode: 'send', commentId: COMMENT_ID, unlike: false }],
    ] as const;
    for (const [action, fields] of commands) {
      await view.choose('Action', action);
      for (const [label, value] of Object.entries(fields)) await view.type(label, value);
      await view.click('button', 'Start');
    }
    expect(sent(fake)).toEqual(commands.map(([, , name, input]) => ({ name, input })));
  });

  it('names what is missing, field by field, and sends nothing', async () => {
    const { fake, view } = await open();
    await view.choose('Action', 'reply');
    await view.click('button', 'Start');
    const text = view.text();
    expect(text).toContain('This does not say which note is meant.');
    expect(text).toContain('A comment id has 24 digits and letters a–f.');
    expect(text).toContain('Write something first.');
    expect(sent(fake)).toEqual([]);
  });

  it('asks twice before a comment is deleted', async () => {
    const { fake, view } = await open();
    await view.type('Note', LINK);
    await view.choose('Action', 'delete-own-comment');
    await view.type('Comment id', COMMENT_ID);
    await view.click('button', 'Start');
    expect(sent(fake)).toEqual([]);
    expect(document.querySelector('blockquote')?.textContent).toBe('谢谢，已经买了');
    await view.click('button', 'Keep it');
    await view.click('button', 'Start');
    await view.click('button', 'Delete…');
    expect(view.text()).toContain('It cannot be brought back');
    expect(sent(fake)).toEqual([]);
    await view.click('button', 'Keep it');
    expect(document.querySelector('dialog')).toBeNull();
    await view.click('button', 'Start');
    await view.click('button', 'Delete…');
    await view.click('button', 'Delete for good');
    expect(sent(fake)).toEqual([
      {
        name: 'comment.delete',
        input: { noteId: NOTE_ID, xsecToken: TOKEN, mode: 'send', commentId: COMMENT_ID, confirmed: true },
      },
    ]);
  });

  it('refuses a thread that is no id, with words, and sends nothing without it', async () => {
    const { fake, view } = await open();
    await view.type('Note', LINK);
    await view.choose('Action', 'like-comment');
    await view.type('Comment id', COMMENT_ID);
    await view.type('Id of the comment above it (for replies only)', 'not-an-id');
    await view.click('button', 'Start');
    expect(view.text()).toContain('The id of a thread has 24 digits');
    expect(sent(fake)).toEqual([]);
  });

  it('lists what was done with what came of it', async () => {
    const entry: ActionEntry = {
      ...{ actionId: 'a1', action: 'reply', noteId: NOTE_ID, commentId: COMMENT_ID, viewerId: 'v1' },
      ...{ content: '有货', at: Date.now(), mode: 'send', jobId: 'j1' },
    };
    const { view } = await open({
      log: [
        { ...entry, outcome: { is: 'done', proof: 'answer' } },
        { ...entry, actionId: 'a2', outcome: { is: 'uncertain' } },
        { ...entry, actionId: 'a3', outcome: { is: 'refused', code: 'comment-not-found' } },
        { ...entry, actionId: 'a4' },
      ],
    });
    const text = view.text();
    for (const words of ['confirmed by the site', 'not confirmed', 'may have been deleted', 'Under way'])
      expect(text).toContain(words);
  });
});
