import { browser } from 'wxt/browser';
import { toExtensionUrl } from '../runtime';

/** A message of the browser's own, outside of its windows. */
export interface BrowserNotice {
  /** Another one of the same id takes its place. */
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

const PERMISSION = { permissions: ['notifications' as const] };

/** Whether the browser lets us show messages; users may take that back at any time. */
export const maySendNotices = (): Promise<boolean> => browser.permissions.contains(PERMISSION);

/** Asks the user. Must be the first statement of a click handler; nothing may be awaited before it. */
export const requestNotices = (): Promise<boolean> => browser.permissions.request(PERMISSION);

/** Shows the message; nothing without the permission, with which alone the browser has such messages at all. */
export async function sendNotice({ id, title, text }: BrowserNotice): Promise<void> {
  if (!(await maySendNotices())) return;
  const iconUrl = toExtensionUrl('/icon/128.png');
  await browser.notifications.create(id, { type: 'basic', iconUrl, title, message: text });
}

/**
 * A message was clicked; it is put away. Listened to from the first turn where the permission is there already, else from
 * when it is given.
 */
export function onNoticeClicked(listener: (id: string) => void): void {
  let isListening = false;
  const listen = () => {
    if (isListening || !(browser as Partial<typeof browser>).notifications) return;
    isListening = true;
    browser.notifications.onClicked.addListener((id) => {
      void browser.notifications.clear(id);
      listener(id);
    });
  };
  listen();
  browser.permissions.onAdded.addListener(listen);
}
