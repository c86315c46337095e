import { signal } from '@preact/signals';
import { describe, expect, it, vi } from 'vitest';
import { AppError } from '../../../../src/model/errors';
import type { ExportState } from '../../../../src/model/export';
import { createExportStore } from '../../../../src/ui/stores/export-store';
import { createLoadingStore } from '../../../../src/ui/stores/loading-store';
import { createNoteStore } from '../../../../src/ui/stores/note-store';
import { createRefresher } from '../../../../src/ui/stores/create-refresher';
import { createSettingsStore } from '../../../../src/ui/stores/settings-store';
import { createTabStore } from '../../../../src/ui/stores/tab-store';
import { AGREED, TAB, createFakePorts } from '../support/fake-ports';
import { NOTE_ID, createNote, createNotePage } from '../support/samples';

const until = () => new AbortController().signal;
const state = (over: Partial<ExportState> = {}): ExportState => ({
  exportId: 'a',
  noteId: NOTE_ID,
  state: 'writing',
  rows: 0,
  expectedRows: 9,
  startedAt: 1,
  updatedAt: 1,
  ...over,
});

describe('refresher', () => {
  it('runs one at a time and once more when asked meanwhile', async () => {
    const gates: (() => void)[] = [];
    const stale: boolean[] = [];
    const refresh = createRefresher(async (isStale) => {
      await new Promise<void>((resolve) => gates.push(resolve));
      stale.push(isStale());
    });
    const all = Promise.all([refresh(), refresh(), refresh()]);
    await vi.waitFor(() => expect(gates).toHaveLength(1));
    gates[0]?.();
    await vi.waitFor(() => expect(gates).toHaveLength(2));
    gates[1]?.();
    await all;
    expect(stale).toEqual([true, false]);
  });
});

describe('settings store', () => {
  it('shows a change at once and takes it back when it fails', async () => {
    const answers = {
      'settings.change': () => {
        throw new AppError('storage-full');
      },
    };
    const store = createSettingsStore(createFakePorts({ answers }).ports, until());
    await store.ready;
    const change = store.change({ paused: true });
    expect(store.settings.value?.paused).toBe(true);
    await expect(change).rejects.toMatchObject({ code: 'storage-full' });
    expect(store.settings.value?.paused).toBe(false);
  });

  it('asks the browser to keep what is stored once that was agreed to, and only then', async () => {
    const answers = { 'consent.answer': () => AGREED };
    const fake = createFakePorts({ answers });
    const store = createSettingsStore(fake.ports, until());
    await store.answerConsent(false, AGREED.capture);
    expect(fake.asked).toEqual([]);
    await store.answerConsent(true, AGREED.capture);
    expect(fake.asked).toEqual(['keep storage']);
  });

  it('allows nothing when the settings cannot be read', async () => {
    const { ports } = createFakePorts();
    const broken = {
      ...ports,
      settings: { ...ports.settings, read: () => Promise.reject(new Error('gone')) },
    };
    const store = createSettingsStore(broken, until());
    await store.ready;
    expect(store.settings.value).toMatchObject({ paused: false });
    expect(store.settings.value?.consent).toBeUndefined();
  });
});

describe('tab store', () => {
  const read = (store: ReturnType<typeof createTabStore>) => {
    const view = store.view.value;
    return view.state === 'ready' ? view.value : undefined;
  };

  const askedOf = ({ calls }: ReturnType<typeof createFakePorts>) =>
    calls.filter(({ name }) => name === 'page.find').length;

  it('follows the tab in front of its own window only', async () => {
    const fake = createFakePorts({
      answers: { 'page.find': ({ tabId }: { tabId: number }) => createNotePage({ tabId }) },
    });
    const store = createTabStore(fake.ports, until());
    await vi.waitFor(() => expect(read(store)?.page?.tabId).toBe(7));
    fake.activate({ ...TAB, tabId: 8, windowId: 99 });
    fake.load(5);
    fake.emit('page.changed', { tabId: 5 });
    expect(askedOf(fake)).toBe(1);
    fake.activate({ ...TAB, tabId: 9 });
    await vi.waitFor(() => expect(read(store)?.page?.tabId).toBe(9));
    fake.emit('page.changed', { tabId: 9 });
    await vi.waitFor(() => expect(askedOf(fake)).toBe(3));
  });

  it('shows what is known of the page in front before the page itself has answered', async () => {
    let answer: (page: ReturnType<typeof createNotePage>) => void = () => undefined;
    const fake = createFakePorts({
      answers: {
        'page.known': () => createNotePage({ url: TAB.url ?? '' }),
        'page.find': () => new Promise((resolve) => (answer = resolve)),
      },
    });
    const store = createTabStore(fake.ports, until());
    await vi.waitFor(() => expect(read(store)?.page?.note?.noteId).toBe(NOTE_ID));
    answer(createNotePage({ url: TAB.url ?? '', missing: ['asked'] }));
    await vi.waitFor(() => expect(read(store)?.page?.missing).toEqual(['asked']));
  });

  it('shows nothing that is known of an address the tab has left', async () => {
    const fake = createFakePorts({
      answers: {
        'page.known': () => createNotePage({ url: 'https://www.xiaohongshu.com/explore/left' }),
        'page.find': () => new Promise(() => undefined),
      },
    });
    const store = createTabStore(fake.ports, until());
    await vi.waitFor(() => expect(fake.calls.map(({ name }) => name)).toContain('page.known'));
    await new Promise((resolve) => setImmediate(resolve));
    expect(store.view.value.state).toBe('loading');
  });

  it('asks nothing of a page it may not see, and looks again once it may', async () => {
    const tab = { ...TAB, url: undefined };
    const fake = createFakePorts({ tab, hasAccess: false, answers: { 'page.find': () => createNotePage() } });
    const store = createTabStore(fake.ports, until());
    await vi.waitFor(() => expect(read(store)?.hasAccess).toBe(false));
    expect(fake.calls).toEqual([]);
    fake.giveAccess();
    await vi.waitFor(() => expect(read(store)?.page?.note?.noteId).toBe(NOTE_ID));
  });

  it('keeps why a page did not answer', async () => {
    const answers = {
      'page.find': () => {
        throw new AppError('page-not-reached');
      },
    };
    const store = createTabStore(createFakePorts({ answers }).ports, until());
    await vi.waitFor(() => expect(read(store)?.failure?.code).toBe('page-not-reached'));
  });
});

describe('note store', () => {
  it('never shows one note under the other’s id, however late an answer comes', async () => {
    const waiting = new Map<string, (note: ReturnType<typeof createNote>) => void>();
    const readers = {
      findNote: (id: string) =>
        new Promise<ReturnType<typeof createNote>>((resolve) => waiting.set(id, resolve)),
    };
    const noteId = signal<string | undefined>('first');
    const store = createNoteStore(createFakePorts({ readers }).ports, noteId, until(), 3);
    await vi.waitFor(() => expect(waiting.has('first')).toBe(true));
    noteId.value = 'second';
    expect(store.note.value.state).toBe('loading');
    waiting.get('first')?.(createNote({ noteId: 'first' }));
    await vi.waitFor(() => expect(waiting.has('second')).toBe(true));
    expect(store.note.value.state).toBe('loading');
    waiting.get('second')?.(createNote({ noteId: 'second' }));
    await vi.waitFor(() => expect(store.note.value).toMatchObject({ value: { noteId: 'second' } }));
  });

  it('reads again what changed of this note, and leaves other notes alone', async () => {
    const findNote = vi.fn(async () => createNote());
    const countComments = vi.fn(async () => 5);
    const fake = createFakePorts({ readers: { findNote, countComments } });
    const store = createNoteStore(fake.ports, signal(NOTE_ID), until(), 3);
    await vi.waitFor(() => expect(store.comments.value).toMatchObject({ value: { captured: 5 } }));
    countComments.mockResolvedValue(6);
    fake.emit('comments.changed', { noteId: 'another', added: 1 });
    fake.emit('comments.changed', { noteId: NOTE_ID, added: 1 });
    await vi.waitFor(() => expect(store.comments.value).toMatchObject({ value: { captured: 6 } }));
    expect(countComments).toHaveBeenCalledTimes(2);
    expect(findNote).toHaveBeenCalledTimes(1);
  });
});

describe('export store', () => {
  it('asks with the user’s form and shows what the background says', async () => {
    const fake = createFakePorts({ answers: { 'export.start': () => state() } });
    const store = createExportStore(fake.ports, signal(NOTE_ID), until());
    await store.start(AGREED.csv, 'en');
    expect(fake.calls.find((call) => call.name === 'export.start')?.input).toMatchObject({
      noteId: NOTE_ID,
      format: 'csv',
      preset: 'excel',
      withNoteColumns: false,
      language: 'en',
    });
    fake.emit('export.changed', state({ rows: 9, state: 'done' }));
    expect(store.current.value).toMatchObject({ state: 'done', rows: 9 });
    fake.emit('export.changed', state({ exportId: 'b', noteId: 'another', startedAt: 5 }));
    expect(store.current.value?.exportId).toBe('a');
    store.dismiss();
    expect(store.current.value).toBeUndefined();
  });

  it('shows the latest one, also where the clock was set back before it, and no older one when that is put away', () => {
    const fake = createFakePorts();
    const store = createExportStore(fake.ports, signal(NOTE_ID), until());
    fake.emit('export.changed', state({ startedAt: 86_400_000, state: 'done' }));
    fake.emit('export.changed', state({ exportId: 'b', startedAt: 1_000 }));
    expect(store.current.value?.exportId).toBe('b');
    fake.emit('export.changed', state({ startedAt: 86_400_000, state: 'done', rows: 3 }));
    expect(store.current.value?.exportId).toBe('b');
    store.dismiss();
    expect(store.current.value).toBeUndefined();
    fake.emit('export.changed', state({ exportId: 'c', startedAt: 500 }));
    expect(store.current.value?.exportId).toBe('c');
  });

  it('keeps why it could not start', async () => {
    const answers = {
      'export.start': () => {
        throw new AppError('storage-full');
      },
    };
    const store = createExportStore(createFakePorts({ answers }).ports, signal(NOTE_ID), until());
    await store.start(AGREED.csv, 'en');
    expect(store.failure.value?.code).toBe('storage-full');
    expect(store.starting.value).toBe(false);
  });
});

describe('loading store', () => {
  it('starts in the tab of then, and forgets a failure when the tab is another', async () => {
    const answers = {
      'loading.start': () => {
        throw new AppError('captcha');
      },
    };
    const fake = createFakePorts({ answers });
    const tab = signal<number | undefined>(7);
    const store = createLoadingStore(fake.ports, tab, until());
    await store.start(NOTE_ID);
    expect(fake.calls).toEqual([{ name: 'loading.start', input: { tabId: 7, noteId: NOTE_ID } }]);
    expect(store.failure.value?.code).toBe('captcha');
    tab.value = 8;
    expect(store.failure.value).toBeUndefined();
  });
});
