import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { onNoticeClicked } from '../../../src/platform/surfaces/notifications';

beforeEach(() => fakeBrowser.reset());

it('tells which message was clicked, and puts it away', async () => {
  fakeBrowser.permissions.onAdded.addListener = () => undefined;
  const clicked: string[] = [];
  const cleared = vi.spyOn(fakeBrowser.notifications, 'clear');
  onNoticeClicked((id) => clicked.push(id));
  await fakeBrowser.notifications.create('job:1', { type: 'basic', iconUrl: '', title: 't', message: 'm' });
  await fakeBrowser.notifications.onClicked.trigger('job:1');
  expect(clicked).toEqual(['job:1']);
  expect(cleared).toHaveBeenCalledWith('job:1');
});

it('listens from when the browser lets it, where it had not before, and once', async () => {
  const { notifications } = fakeBrowser;
  let allow: () => void = () => undefined;
  fakeBrowser.permissions.onAdded.addListener = (listener) => {
    allow = listener as () => void;
  };
  const clicked: string[] = [];
  try {
    Reflect.deleteProperty(fakeBrowser, 'notifications');
    onNoticeClicked((id) => clicked.push(id));
  } finally {
    Reflect.set(fakeBrowser, 'notifications', notifications);
  }
  await notifications.onClicked.trigger('job:1');
  expect(clicked).toEqual([]);
  allow();
  allow();
  await notifications.onClicked.trigger('job:2');
  expect(clicked).toEqual(['job:2']);
});
