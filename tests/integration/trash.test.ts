import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { emptyTrash, UNDO_MS } from '../../src/background/forget/trash';
import type { Note } from '../../src/model/note';
import type { TrashedNotes } from '../../src/model/records';
import { NOW, startBackgroundUnderTest } from '../support/background/background-under-test';
import type { BackgroundUnderTest } from '../support/background/background-under-test';

const OBSERVED = { source: 'page', via: 'test', at: 1 };

let background: BackgroundUnderTest;

beforeEach(async () => {
  fakeBrowser.reset();
  background = await startBackgroundUnderTest();
  await background.connection.write(async (transaction) => {
    for (const noteId of ['n1', 'n2', 'n3']) {
      const note = { noteId, counts: {}, tokens: [], observed: {}, firstSeenAt: 1, lastSeenAt: NOW };
      await transaction.objectStore('notes').put(note);
      const comment = { noteId, commentId: `c-${noteId}`, observed: OBSERVED, firstSeenAt: 1 };
      await transaction.objectStore('comments').put(comment);
      await transaction.objectStore('snapshots').put({ noteId, at: 1, source: 'page', counts: {} });
      await transaction.objectStore('viewerNotes').put({ viewerId: 'me', noteId, liked: true, seenAt: 1 });
    }
    const listing = { kind: 'feeds' as const, key: 'home', noteIds: ['n1', 'n2', 'n3'] };
    await transaction.objectStore('listings').put({ ...listing, firstSeenAt: 1, lastSeenAt: NOW });
  });
});

const forget = async (noteIds: string[]) =>
  ((await background.call('notes.forget', { noteIds })) as { value: TrashedNotes }).value;
const later = (ms: number) => ({ ...background.services, now: () => NOW + ms });
const listNotes = async () => ((await background.readAll())['notes'] as Note[]).map(({ noteId }) => noteId);

describe('notes that are forgotten', () => {
  it('stay whole until their time is over', async () => {
    const before = await background.readAll();
    expect(await forget(['n1', 'n2'])).toMatchObject({ noteIds: ['n1', 'n2'], dueAt: NOW + UNDO_MS });
    await emptyTrash(later(UNDO_MS - 1));

    expect(await background.readAll()).toEqual(before);
    const { value } = (await background.call('trash.list', {})) as { value: TrashedNotes[] };
    expect(value.map(({ noteIds }) => noteIds)).toEqual([['n1', 'n2']]);
  });

  it('go with everything that hangs on them when it is, after any number of deaths', async () => {
    await forget(['n1', 'n3']);
    background.kill();
    background = await startBackgroundUnderTest({ connection: background.connection });
    await emptyTrash(later(UNDO_MS));

    const stored = await background.readAll();
    for (const store of ['notes', 'comments', 'snapshots', 'viewerNotes'])
      expect((stored[store] as Note[]).map(({ noteId }) => noteId)).toEqual(['n2']);
    expect(stored['listings']).toMatchObject([{ noteIds: ['n2'] }]);
    expect(background.events.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['stored.removed', 'trash.changed']),
    );
    expect(await background.call('trash.list', {})).toEqual({ ok: true, value: [] });
  });

  it('are brought back as they were, and cannot be when they are gone', async () => {
    const { trashId } = await forget(['n1']);
    expect(await background.call('notes.restore', { trashId })).toMatchObject({ value: { restored: true } });
    await emptyTrash(later(UNDO_MS * 10));
    expect(await listNotes()).toEqual(['n1', 'n2', 'n3']);

    const again = await forget(['n1']);
    await emptyTrash(later(UNDO_MS));
    expect(await background.call('notes.restore', { trashId: again.trashId })).toMatchObject({
      value: { restored: false },
    });
    expect(await listNotes()).toEqual(['n2', 'n3']);
  });

  it('stay for good when they are saved again', async () => {
    await forget(['n1', 'n2']);
    const note = { noteId: 'n1', fields: { title: 'again' }, counts: {} };
    const observation = { source: 'tikhub-app-v2', via: '/x', at: NOW };
    expect(await background.call('library.save', { notes: [note], observation })).toMatchObject({ ok: true });
    await emptyTrash(later(UNDO_MS));
    expect(await listNotes()).toEqual(['n1', 'n3']);
  });
});
