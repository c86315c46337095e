/** Messages of the notification page: kept where that is switched on, told to open pages, with the comment they answer. */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import type { StoredNotification } from '../../../src/model/records';
import { DEFAULT_SETTINGS } from '../../../src/model/settings';
import { startBackgroundUnderTest } from '../../support/background/background-under-test';
import type { BackgroundUnderTest } from '../../support/background/background-under-test';

const NOTE_ID = '68002bf700000005e16b95fd';
const COMMENT_ID = '68002c0000000000000000c1';
const TARGET_ID = '68002c0000000000000000c0';
const PAGE = 'https://www.xiaohongshu.com/notification';

let test: BackgroundUnderTest;

beforeEach(async () => {
  fakeBrowser.reset();
  test = await startBackgroundUnderTest({ consent: true });
});

/** As the site answers its own page (fields of saved bodies, 2023). */
const BODY = {
  code: 0,
  success: true,
  msg: '',
  data: {
    message_list: [
      {
        ...{ id: '7001', type: 'comment/comment', title: '回复了你的评论', time: 1_760_000_000 },
        user_info: { userid: '5a0000000000000000000001', nickname: 'Ann', image: '' },
        item_info: { id: NOTE_ID, type: 'note_info' },
        comment_info: {
          id: COMMENT_ID,
          content: 'How much?',
          target_comment: { id: TARGET_ID, content: 'x' },
        },
      },
    ],
    cursor: 1,
    has_more: false,
  },
};

const see = () =>
  test.reportCapture({
    url: 'https://edith.xiaohongshu.com/api/sns/web/v1/you/mentions?num=20&cursor=',
    pageUrl: PAGE,
    body: JSON.stringify(BODY),
  });
const told = () => test.events.filter(({ name }) => name === 'notifications.changed').length;
const keep = (notifications: boolean) =>
  test.call('settings.change', { patch: { capture: { ...DEFAULT_SETTINGS.capture, notifications } } });

describe('a message of the notification page', () => {
  it('is kept and told where that is switched on, with the comment it answers', async () => {
    await keep(true);
    await see();
    const stored = (await test.readAll())['notifications'] as StoredNotification[];
    expect(stored).toMatchObject([
      {
        ...{ id: '7001', type: 'comment/comment', at: 1_760_000_000_000, noteId: NOTE_ID },
        ...{ commentId: COMMENT_ID, targetCommentId: TARGET_ID, content: 'How much?' },
        from: { id: { kind: 'site', value: '5a0000000000000000000001' }, nickname: 'Ann' },
      },
    ]);
    expect(told()).toBe(1);
  });

  it('is neither kept nor told where it is not', async () => {
    await keep(false);
    await see();
    expect((await test.readAll())['notifications'] ?? []).toEqual([]);
    expect(told()).toBe(0);
  });
});
