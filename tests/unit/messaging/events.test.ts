import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { emit, onEvent } from '../../../src/messaging/events';

const trigger = (message: unknown, sender: object) =>
  (fakeBrowser.runtime.onMessage.trigger as (...args: unknown[]) => Promise<unknown>)(message, sender);
const fromBackground = {
  id: fakeBrowser.runtime.id,
  url: `chrome-extension://${fakeBrowser.runtime.id}/background.js`,
};
const noteChanged = { event: 'note.changed', payload: { noteId: 'n1' } };

beforeEach(() => fakeBrowser.reset());

describe('events', () => {
  it('reach a page that listens, until it stops', async () => {
    const stop = new AbortController();
    const heard: unknown[] = [];
    onEvent('note.changed', (payload) => heard.push(payload), stop.signal);
    await trigger(noteChanged, fromBackground);
    await trigger({ event: 'page.changed', payload: { tabId: 1 } }, fromBackground);
    stop.abort();
    await trigger(noteChanged, fromBackground);

    expect(heard).toEqual([{ noteId: 'n1' }]);
  });

  it('are believed only from the background, and only in their shape', async () => {
    const heard: unknown[] = [];
    onEvent('note.changed', (payload) => heard.push(payload), new AbortController().signal);
    await trigger(noteChanged, { ...fromBackground, tab: { id: 1 } });
    await trigger(noteChanged, { ...fromBackground, id: 'x' });
    await trigger(noteChanged, { id: fakeBrowser.runtime.id, url: 'https://www.xiaohongshu.com/' });
    await trigger({ event: 'note.changed', payload: { noteId: 7 } }, fromBackground);

    expect(heard).toEqual([]);
  });

  it('that nobody hears are no failure; another failure is', async () => {
    await emit('settings.changed', {});
    const broken = vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockRejectedValueOnce(new Error('too large'));
    await expect(emit('settings.changed', {})).rejects.toThrow('too large');
    broken.mockRestore();
  });
});
