// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import type { Deed } from '../../../../src/model/actions/deed';
import { AppError } from '../../../../src/model/errors';
import { CommentDeeds } from '../../../../src/ui/deeds/comment-deeds';
import { NoteDeeds } from '../../../../src/ui/deeds/note-deeds';
import { createDeedsStore, type DeedsStore } from '../../../../src/ui/deeds/state/create-deeds-store';
import { CommentItem } from '../../../../src/ui/sidepanel/comments/comment-item';
import { createFakePorts } from '../support/fake-ports';
import { renderUi, type Rendered } from '../support/render-ui';
import { createComment, NOTE_ID } from '../support/samples';

const ME = '68000000000000000000000f';
const COMMENT = createComment(1, { content: '多少钱？' });
const done = () => ({ jobId: 'j9' });

let shown: Rendered;
afterEach(() => shown.end());

interface World {
  readonly deeds?: readonly Deed[];
  readonly entries?: readonly object[];
  readonly viewerNote?: object;
  readonly accounts?: readonly object[];
  readonly isOut?: boolean;
}

const deed = (over: Partial<Deed> = {}): Deed => ({
  ...{ noteId: NOTE_ID, topic: 'like', isOn: true, viewerId: ME, jobId: 'j1', itemId: '00000' },
  ...{ orderedAt: Date.now(), state: { is: 'queued' } },
  ...over,
});

async function show(world: World, draw: (store: DeedsStore) => preact.ComponentChild) {
  const { deeds = [], entries = [], viewerNote, accounts = [], isOut } = world;
  const own = isOut ? {} : { own: { userId: ME, host: 'www.xiaohongshu.com' } };
  const ordered = () => {
    if (isOut) throw new AppError('login-wanted');
    return done();
  };
  const fake = createFakePorts({
    answers: {
      'account.list': () => ({ state: accounts.length > 0 ? 'ready' : 'off', accounts, ...own }),
      ...{ 'feed.like': ordered, 'feed.favorite': ordered, 'comment.like': ordered, 'comment.delete': done },
      ...{ 'job.cancel': done, 'job.resume': done, 'job.retry': done, 'reply.leave-out': done },
    },
    readers: {
      listNoteDeeds: async () => ({ deeds, entries: entries as never }),
      findViewerNote: async () => viewerNote as never,
    },
  });
  const noteId = signal<string | undefined>(NOTE_ID);
  const store = createDeedsStore(fake.ports, noteId, new AbortController().signal);
  shown = await renderUi(<>{draw(store)}</>, fake.ports);
  await shown.settle();
  const calls = () => fake.calls.filter(({ name }) => !name.endsWith('.list') && !name.endsWith('.find'));
  return { fake, store, calls, noteId };
}

const showNote = (world: World) => show(world, (store) => <NoteDeeds store={store} />);
const button = (topic: string) => document.querySelector<HTMLButtonElement>(`[data-deed-button=${topic}]`);
const pressed = (topic: string) => button(topic)?.getAttribute('aria-pressed');

describe('like and save of a note', () => {
  it('stand as the page of this viewer showed them, and unknown is no no', async () => {
    const seen = { viewerId: ME, noteId: NOTE_ID, liked: true, seenAt: 5 };
    await showNote({ viewerNote: seen });
    expect([pressed('like'), pressed('favorite')]).toEqual(['true', 'mixed']);
    expect(shown.text()).toContain('Whether you have saved it is not known yet');
    shown.end();
    await showNote({ viewerNote: { ...seen, liked: false, collected: true } });
    expect([pressed('like'), pressed('favorite')]).toEqual(['false', 'true']);
  });

  it('stand as they were made since, whichever is newer', async () => {
    const viewerNote = { viewerId: ME, noteId: NOTE_ID, liked: false, collected: true, seenAt: 50 };
    const entry = { noteId: NOTE_ID, viewerId: ME, at: 60, endedAt: 60, outcome: { is: 'done' } };
    await showNote({
      viewerNote,
      entries: [
        { ...entry, action: 'like' },
        { ...entry, action: 'unfavorite', at: 40, endedAt: 40 },
        { ...entry, action: 'unlike', viewerId: 'somebody else', endedAt: 70 },
        { ...entry, action: 'unlike', endedAt: 80, outcome: { is: 'rehearsed' } },
      ],
    });
    expect([pressed('like'), pressed('favorite')]).toEqual(['true', 'true']);
  });

  it('are ordered by one press, and taken back by one', async () => {
    const seen = { viewerId: ME, noteId: NOTE_ID, liked: true, collected: false, seenAt: 5 };
    const { calls } = await showNote({ viewerNote: seen });
    await act(async () => button('like')?.click());
    await act(async () => button('favorite')?.click());
    expect(calls()).toEqual([
      { name: 'feed.like', input: { noteId: NOTE_ID, unlike: true } },
      { name: 'feed.favorite', input: { noteId: NOTE_ID, unfavorite: false } },
    ]);
  });

  it('wait for their time in sight, and are called off there, alone', async () => {
    const { calls } = await showNote({
      deeds: [deed({ state: { is: 'queued', notBefore: Date.now() + 60_000 } })],
    });
    expect(shown.text()).toMatch(/Like: waits, until .+ at least/);
    expect([button('like')?.disabled, button('favorite')?.disabled]).toEqual([true, false]);
    await shown.click('button', 'Cancel');
    expect(calls()).toEqual([{ name: 'reply.leave-out', input: { jobId: 'j1', itemId: '00000' } }]);
  });

  it('say why they wait where something is known of it, and name no moment that moves on', async () => {
    const awaited = { code: 'press-awaited' as const, message: '', retryable: false, details: {} };
    const notBefore = Date.now() + 2_000;
    await showNote({ deeds: [deed({ state: { is: 'queued', notBefore, error: awaited } })] });
    expect(shown.text()).toContain('Like: waits. In this note another text waits for your press.');
    shown.end();
    await showNote({ deeds: [deed({ state: { is: 'queued', notBefore } })] });
    expect(shown.text()).toContain('Like: waits for its turn');
  });

  const error = { code: 'captcha' as const, message: '', retryable: false, details: {} };
  it.each([
    [{ is: 'stopped', error }, 'Go on', { name: 'job.resume', input: { jobId: 'j1' } }],
    [{ is: 'stopped', error }, 'Cancel', { name: 'job.cancel', input: { jobId: 'j1' } }],
    [{ is: 'failed', error }, 'Try again', { name: 'job.retry', input: { jobId: 'j1', itemId: '00000' } }],
    [{ is: 'uncertain' }, 'Check again', { name: 'job.retry', input: { jobId: 'j1', itemId: '00000' } }],
  ] as const)('have their way on: %o', async (state, label, call) => {
    const { calls } = await showNote({ deeds: [deed({ state })] });
    await shown.click('button', label);
    expect(calls()).toEqual([call]);
  });

  it('say why nothing was done, but not for ever, and that a rehearsal sent nothing', async () => {
    await showNote({ deeds: [deed({ state: { is: 'failed', error } })] });
    expect(shown.text()).toContain('Like: not done. ');
    shown.end();
    await showNote({
      deeds: [deed({ state: { is: 'failed', error }, orderedAt: Date.now() - 2 * 3_600_000 })],
    });
    expect(shown.text()).not.toContain('not done');
    shown.end();
    await showNote({ deeds: [deed({ state: { is: 'rehearsed' } })] });
    expect(shown.text()).toContain('Like: rehearsed, nothing sent');
  });

  it('stay as they are where nobody is logged in, which is said', async () => {
    const { calls } = await showNote({ isOut: true });
    await act(async () => button('like')?.click());
    await shown.settle();
    expect(calls()).toHaveLength(1);
    expect([pressed('like'), button('like')?.disabled]).toEqual(['mixed', false]);
  });
});

describe('a comment', () => {
  const mine = { id: { kind: 'site', value: ME } as const, nickname: 'Me' };
  const showComment = (world: World, comment = COMMENT) => {
    const asked: string[] = [];
    const shownWith = show(world, (store) => (
      <CommentItem
        row={{ comment, level: 0, matches: true }}
        host="www.xiaohongshu.com"
        actions={{
          ...{ setCollapsed: () => undefined, forgetPerson: () => undefined, copy: () => undefined },
          deeds: store,
          like: (of, isOn) => void store.set('like-comment', isOn, of),
          askToDelete: (of) => asked.push(of.commentId),
        }}
      >
        <CommentDeeds comment={comment} store={store} />
      </CommentItem>
    ));
    return shownWith.then((rest) => ({ ...rest, asked }));
  };
  const openMenu = () => shown.click('button', 'More actions');
  const ids = { noteId: NOTE_ID, commentId: COMMENT.commentId };

  it('is liked from its menu, and the like taken back there', async () => {
    const { calls } = await showComment({});
    await openMenu();
    await shown.click('menuitem', 'Like this comment');
    expect(calls()).toEqual([{ name: 'comment.like', input: { ...ids, unlike: false } }]);
    shown.end();
    const entry = { ...ids, action: 'like-comment', viewerId: ME, at: 1, outcome: { is: 'already' } };
    const liked = await showComment({ entries: [entry] });
    expect(shown.text()).toContain('You like this comment');
    await openMenu();
    await shown.click('menuitem', 'Take the like back');
    expect(liked.calls()).toEqual([{ name: 'comment.like', input: { ...ids, unlike: true } }]);
  });

  it('is offered to be deleted only where it is the user’s own', async () => {
    await showComment({});
    await openMenu();
    expect(shown.has('menuitem', 'Delete this comment…')).toBe(false);
    shown.end();
    const { asked, store, calls } = await showComment({}, { ...COMMENT, author: mine });
    await openMenu();
    await shown.click('menuitem', 'Delete this comment…');
    expect([asked, calls()]).toEqual([[COMMENT.commentId], []]);
    await act(() => store.remove({ ...COMMENT, author: mine }));
    expect(calls()).toEqual([{ name: 'comment.delete', input: { ...ids, confirmed: true } }]);
  });

  it('is acted on under its own note, whichever the panel shows by now', async () => {
    const comment = { ...COMMENT, author: mine };
    const { store, calls, noteId } = await showComment({}, comment);
    noteId.value = 'another';
    await shown.settle();
    await act(() => store.set('like-comment', true, comment));
    await act(() => store.remove(comment));
    expect(calls()).toEqual([
      { name: 'comment.like', input: { ...ids, unlike: false } },
      { name: 'comment.delete', input: { ...ids, confirmed: true } },
    ]);
  });

  it('of a saved account is deleted under that account', async () => {
    const saved = { userId: 'u2', name: 'Cup', host: 'www.xiaohongshu.com', savedAt: 1, isForeign: false };
    const author = { id: { kind: 'site', value: 'u2' } as const };
    const { store, calls } = await showComment(
      { accounts: [{ ...saved, status: 'active' }] },
      { ...COMMENT, author },
    );
    await act(() => store.remove({ ...COMMENT, author }));
    expect(calls()).toEqual([{ name: 'comment.delete', input: { ...ids, account: 'u2', confirmed: true } }]);
    shown.end();
    const aside = await showComment(
      { accounts: [{ ...saved, status: 'suspended' }] },
      { ...COMMENT, author },
    );
    expect(aside.store.ownerOf({ ...COMMENT, author })).toBeUndefined();
  });
});
