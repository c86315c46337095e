// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import type { StoredNotification } from '../../../../src/model/records';
import type { Settings } from '../../../../src/model/settings';
import { createRepliesStore } from '../../../../src/ui/replies/state/create-replies-store';
import { createNotificationsStore } from '../../../../src/ui/sidepanel/notifications/create-notifications-store';
import { NotificationsButton } from '../../../../src/ui/sidepanel/notifications/notifications-button';
import { NotificationsScreen } from '../../../../src/ui/sidepanel/notifications/notifications-screen';
import { useUi } from '../../../../src/ui/shell/ui-context';
import { useMemo } from 'preact/hooks';
import { AGREED, createFakePorts } from '../support/fake-ports';
import { renderUi, type Rendered } from '../support/render-ui';

const NOTE_ID = '68002bf700000005e16b95fd';
const COMMENT_ID = '68002c0000000000000000c1';
const ROOT_ID = '68002c0000000000000000c0';

let shown: Rendered | undefined;
afterEach(() => shown?.end());

const message = (id: string, changes: Partial<StoredNotification> = {}): StoredNotification => ({
  ...{ id, type: 'comment/item', title: '评论了我的笔记', at: 1_000, firstSeenAt: 2_000, lastSeenAt: 2_000 },
  ...{ from: { id: { kind: 'site', value: 'u1' }, nickname: 'Ann' } },
  ...{ noteId: NOTE_ID, commentId: COMMENT_ID, content: 'How much?' },
  ...changes,
});

function Panel() {
  const ui = useUi();
  const store = useMemo(() => createNotificationsStore(ui), [ui]);
  const replies = useMemo(() => createRepliesStore(ui.ports, ui.signal), [ui]);
  return (
    <>
      <NotificationsButton store={store} />
      {store.isOpen.value && <NotificationsScreen store={store} replies={replies} />}
    </>
  );
}

async function open(
  messages: readonly StoredNotification[],
  changes: Partial<Settings> = {},
  comments: readonly object[] = [],
) {
  let kept = [...messages];
  let settings: Settings = { ...AGREED, capture: { ...AGREED.capture, notifications: true }, ...changes };
  const fake = createFakePorts({
    settings,
    readers: {
      listNotifications: async () => kept,
      findCommentsByKey: async (keys) =>
        keys.map(([, id]) =>
          comments.find((one) => (one as { commentId: string }).commentId === id),
        ) as never,
    },
    answers: {
      'settings.change': ({ patch }: { patch: object }) => (settings = { ...settings, ...patch }),
      'comment.reply': () => ({ jobId: 'j1' }),
      'reply.draft': () => ({}),
    } as never,
  });
  shown = await renderUi(<Panel />, fake.ports);
  const view = shown;
  return {
    view,
    fake,
    settings: () => settings,
    async keep(...more: StoredNotification[]) {
      kept = [...more, ...kept];
      await act(async () => fake.emit('notifications.changed', {}));
      await view.settle();
    },
  };
}

async function answer(view: Rendered, text: string) {
  await view.click('button', 'Reply');
  await view.settle();
  await act(async () => {
    const box = document.querySelector('textarea') as HTMLTextAreaElement;
    box.value = text;
    box.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await view.settle();
}

describe('notifications in the panel', () => {
  it('name who did what, those that are said apart from likes and follows', async () => {
    const { view } = await open([
      message('1'),
      message('2', { type: 'comment/comment' }),
      message('3', { type: 'mention/comment' }),
      message('4', { type: 'liked/item' }),
      message('5', { type: 'new/kind', title: '送了你一朵花' }),
    ]);
    await view.click('button', 'Notifications, 5 new');
    for (const words of ['commented on your note', 'replied to you', 'mentioned you', 'How much?'])
      expect(view.text()).toContain(words);
    expect(view.text()).not.toContain('liked what is yours');
    await view.click('radio', 'Likes, follows');
    expect(view.text()).toContain('liked what is yours');
    // Of a type that is not known the site's own words are told.
    expect(view.text()).toContain('送了你一朵花');
    expect(view.has('button', 'Reply')).toBe(false);
  });

  it('count what is new since the last look, and mark it while one looks', async () => {
    const { view, settings, keep } = await open([message('1'), message('2', { firstSeenAt: 500 })], {
      notificationsSeenAt: 1_000,
    });
    await view.click('button', 'Notifications, 1 new');
    expect(document.querySelectorAll('.notice-item-new')).toHaveLength(1);
    expect(settings().notificationsSeenAt).toBe(2_000);
    expect(view.has('button', 'Notifications')).toBe(true);
    await keep(message('3', { firstSeenAt: 3_000 }));
    expect(document.querySelectorAll('.notice-item-new')).toHaveLength(2);
    expect(settings().notificationsSeenAt).toBe(3_000);
    await view.click('button', 'Back to the note');
    await view.click('button', 'Notifications');
    expect(document.querySelectorAll('.notice-item-new')).toHaveLength(0);
  });

  it('open the note as the notification page does, where no token of it is known', async () => {
    const { view, fake } = await open([message('1')]);
    await view.click('button', 'Notifications, 1 new');
    await view.click('button', 'Open the note');
    expect(fake.asked).toContain(`open https://www.xiaohongshu.com/notification/${NOTE_ID}`);
  });

  it('are answered by the id of the comment, put into the page or sent', async () => {
    const { view, fake } = await open([message('1')]);
    await view.click('button', 'Notifications, 1 new');
    await answer(view, ' Ten. ');
    expect(view.text()).toContain('open the note once, then reply');
    await view.click('button', 'Put it into the page');
    const sent = fake.calls.filter(({ name }) => name === 'comment.reply').map(({ input }) => input);
    expect(sent).toEqual([{ noteId: NOTE_ID, commentId: COMMENT_ID, content: 'Ten.', mode: 'assist' }]);
    expect(document.querySelector('textarea')).toBeNull();
  });

  it('are answered in the one box of a reply: whom, what they said, emoji; but in no queue', async () => {
    const { view } = await open([message('1')]);
    await view.click('button', 'Notifications, 1 new');
    await answer(view, 'Ten');
    expect(document.querySelector('.reply-quote')?.textContent).toBe('How much?');
    expect(view.text()).toContain('Reply to Ann');
    expect(view.has('button', 'Emoji of the site')).toBe(true);
    expect(view.has('button', 'Make ready')).toBe(false);
  });

  it('are answered in the thread of the comment, as far as it is known', async () => {
    const reply = message('1', { type: 'comment/comment', targetCommentId: ROOT_ID });
    const known = await open([reply], {}, [{ commentId: COMMENT_ID, rootCommentId: 'r1' }]);
    await known.view.click('button', 'Notifications, 1 new');
    await answer(known.view, 'yes');
    await known.view.click('button', 'Send');
    expect(known.fake.calls.find(({ name }) => name === 'comment.reply')?.input).toMatchObject({
      rootCommentId: 'r1',
      mode: 'send',
    });
    known.view.end();
    const unknown = await open([reply]);
    await unknown.view.click('button', 'Notifications, 1 new');
    await answer(unknown.view, 'yes');
    await unknown.view.click('button', 'Send');
    expect(unknown.fake.calls.find(({ name }) => name === 'comment.reply')?.input).toMatchObject({
      rootCommentId: ROOT_ID,
    });
  });

  it('say how they come, where there are none', async () => {
    const { view, fake } = await open([]);
    await view.click('button', 'Notifications');
    expect(view.text()).toContain('Open the site’s notification page');
    await view.click('button', 'Open the notification page');
    expect(fake.asked).toContain('open https://www.xiaohongshu.com/notification');
  });

  it('say that they are not kept, and are switched on there', async () => {
    const { view, settings } = await open([], { capture: AGREED.capture });
    await view.click('button', 'Notifications');
    expect(view.text()).toContain('Notifications are not kept');
    await view.click('button', 'Keep notifications');
    expect(settings().capture).toEqual({ ...AGREED.capture, notifications: true });
    expect(view.text()).toContain('No notifications yet');
  });
});
