import 'fake-indexeddb/auto';
import { gzipSync } from 'node:zlib';
import { deleteDB } from 'idb';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { resumeRestore } from '../../src/background/restore/restore-backup';
import type { RestoreState } from '../../src/model/backup/backup-file';
import { withoutKey } from '../../src/lib/without-key';
import { toStoredAt } from '../../src/model/comment';
import type { Comment } from '../../src/model/comment';
import { AppError } from '../../src/model/errors';
import { STAGING_NAME } from '../../src/storage/backup/staging';
import { readRows } from '../../src/storage/readers/library/read-rows';
import { DATABASE_VERSION } from '../../src/storage/schema';
import { changeSettings } from '../../src/storage/settings';
import { writeBackup } from '../../src/workers/library/backup/write-backup';
import { fillEveryStore } from '../support/fill-every-store';
import { readBackupLines, writeBackupByHand } from '../support/backup-text';
import { AUTHOR, comment, ENTRY, JOB, LISTING, note, OBSERVED, TOPIC } from '../support/stored-rows';
import { startBackgroundUnderTest } from '../support/background/background-under-test';
import type { BackgroundUnderTest } from '../support/background/background-under-test';
import { unpackBackup } from '../support/unpack-backup';
import { waitFor } from '../support/wait-for';

const SECRET = 'sk-marked-0123456789';

let background: BackgroundUnderTest;

beforeEach(async () => {
  fakeBrowser.reset();
  await deleteDB(STAGING_NAME);
  background = await startBackgroundUnderTest();
});

const fill = () => fillEveryStore(background.connection, SECRET);

async function write(): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  await writeBackup(
    { databaseVersion: DATABASE_VERSION, extensionVersion: '9.9.9', createdAt: 7 },
    {
      countRows: (store) => background.connection.read((database) => database.count(store)),
      async *readRows(store) {
        yield* readRows(await background.connection.open(), store);
      },
      write: (piece) => pieces.push(piece.slice()),
      onProgress: () => undefined,
    },
  );
  return Buffer.concat(pieces);
}

async function restore(mode: 'merge' | 'replace', file: Uint8Array): Promise<RestoreState> {
  const { stores, skipped } = await unpackBackup(file);
  const total = Object.values(stores).reduce((sum, count) => sum + count, 0);
  expect(await background.call('restore.start', { mode, total, skipped })).toMatchObject({ ok: true });
  return awaitState('done');
}

const findState = async () =>
  ((await background.call('restore.find', {})) as { value: RestoreState | null }).value;

const awaitState = (state: RestoreState['state']) =>
  waitFor(
    async () => ((await findState())?.state === state ? ((await findState()) ?? undefined) : undefined),
    {
      what: `restoring to be ${state}`,
    },
  );

const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'no error',
    (thrown: unknown) => (thrown instanceof AppError ? thrown.code : String(thrown)),
  );

describe('a backup', () => {
  it('says what it is, holds every record once, and ends with their number and a checksum', async () => {
    await fill();
    const lines = readBackupLines(await write());
    expect(lines[0]).toMatchObject({
      product: 'hongshu-companion',
      databaseVersion: DATABASE_VERSION,
      extensionVersion: '9.9.9',
      createdAt: 7,
      stores: { notes: 1, comments: 1_500, authors: 1, ledger: 0 },
    });
    const stored = await background.readAll();
    const rows = lines.slice(1, -1) as [string, unknown, string?][];
    for (const store of Object.keys(stored).filter((name) => name !== 'responses'))
      expect(rows.filter(([name]) => name === store).map(([, row]) => row)).toEqual(stored[store]);
    expect(rows.find(([store]) => store === 'authors')?.[2]).toBe('site:ann');
    expect(lines.at(-1)).toMatchObject({
      end: true,
      rows: rows.length,
      crc32: expect.stringMatching(/^[\da-f]{8}$/),
    });
  });

  it('holds no key, no login, no setting and no kept answer', async () => {
    await fill();
    await background.connection.write(async (transaction) => {
      // Should a record ever carry such a thing by mistake.
      const strange = note('n2', {
        cache_url: SECRET,
        author: { id: { kind: 'site', value: 'x' }, apiKey: SECRET },
      });
      await transaction.objectStore('notes').put(strange as never);
    });
    const text = JSON.stringify(readBackupLines(await write()));
    expect(text).not.toContain(SECRET);
    expect(text).not.toMatch(/cache_?url|textVersion|retentionDays/i);
  });

  it('brings back everything after everything was deleted', async () => {
    await fill();
    const before = await background.readAll();
    const file = await write();
    await background.connection.destroy();
    expect(await background.readAll()).toEqual({});
    expect(await restore('merge', file)).toMatchObject({ done: 1_513, total: 1_513, skipped: 0 });
    expect(await background.readAll()).toEqual(withoutKey(before, 'responses'));
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(STAGING_NAME);
  });
});

describe('restoring', () => {
  it('merges: what is stored stays, of the same record the newer counts', async () => {
    const file = writeBackupByHand({ databaseVersion: 3 }, [
      ['notes', note('n1', { title: 'older', text: 'kept text', lastSeenAt: 1, firstSeenAt: 0 })],
      ['notes', note('n2', { title: 'only there' })],
      ['comments', comment('n1', 'c0', { content: 'newer', observed: { ...OBSERVED, at: 50 } })],
      ['jobs', { ...JOB, state: 'running' }],
    ]);
    await fill();
    await restore('merge', file);
    const stored = await background.readAll();
    expect(stored['notes']).toMatchObject([
      { noteId: 'n1', title: '\u9732\u8425', text: 'kept text', firstSeenAt: 0, lastSeenAt: 2 },
      { noteId: 'n2', title: 'only there' },
    ]);
    expect(stored['comments']).toHaveLength(1_500);
    expect(stored['comments']).toContainEqual(expect.objectContaining({ commentId: 'c0', content: 'newer' }));
    // Nothing begins to run, and to spend, because a file says so.
    expect(stored['jobs']).toMatchObject([{ jobId: 'j1', state: 'paused' }]);
  });

  it('merges: what comes to a note that has been exported here is new to its next file', async () => {
    const file = writeBackupByHand({ databaseVersion: 3 }, [
      ['comments', comment('n1', 'c0', { firstSeenAt: 1 })],
      ['comments', comment('n1', 'only there', { firstSeenAt: 1 })],
      ['comments', comment('never exported', 'a', { firstSeenAt: 1 })],
    ]);
    await fill();
    const exportedAt = Date.now();
    await background.connection.write((transaction) =>
      transaction.objectStore('exportMarks').put({ noteId: 'n1', format: 'csv', exportedAt, rows: 3 }),
    );
    await restore('merge', file);
    const { comments = [] } = await background.readAll();
    const storedAt = (id: string) => {
      const found = (comments as Comment[]).find(({ commentId }) => commentId === id);
      return found && toStoredAt(found);
    };
    expect(storedAt('only there')).toBeGreaterThanOrEqual(exportedAt);
    expect(storedAt('c0')).toBeLessThan(exportedAt);
    expect(storedAt('a')).toBe(1);
  });

  it('replaces: what is stored goes first', async () => {
    await fill();
    const file = writeBackupByHand({ databaseVersion: 3 }, [['notes', note('n9')]]);
    await restore('replace', file);
    const stored = await background.readAll();
    expect(Object.entries(stored).filter(([, rows]) => rows.length > 0)).toEqual([['notes', [note('n9')]]]);
  });

  it.each([
    [
      1,
      [
        ['notes', note('n1')],
        ['comments', comment('n1', 'c1')],
        ['listings', LISTING],
      ],
    ],
    [
      2,
      [
        ['notes', note('n1')],
        ['ledger', ENTRY],
        ['topics', TOPIC],
        ['authors', AUTHOR, 'site:ann'],
      ],
    ],
  ] as const)('takes a backup written under version %i of the database', async (databaseVersion, rows) => {
    await restore('merge', writeBackupByHand({ databaseVersion }, rows));
    const stored = await background.readAll();
    for (const [store, row] of rows) expect(stored[store]).toEqual([row]);
  });

  it('takes threads out of the lists that held them up to version 5; what is no thread is left out', async () => {
    const threads = { c0: { hasMore: false }, c1: { hasMore: true, hasGrown: true }, c2: 'none' };
    const list = { noteId: 'n1', hasMore: false, updatedAt: 3 };
    const file = writeBackupByHand({ databaseVersion: 5 }, [['commentLists', { ...list, threads }]]);
    await restore('merge', file);
    const stored = await background.readAll();
    const open = { noteId: 'n1', rootCommentId: 'c1', ...threads.c1, open: 1 };
    expect(stored['commentThreads']).toEqual([{ noteId: 'n1', rootCommentId: 'c0', hasMore: false }, open]);
    expect(stored['commentLists']).toEqual([list]);
  });

  it('changes nothing for a file that is another, newer, cut off, damaged or not what its version had', async () => {
    await fill();
    const before = await background.readAll();
    const good = await write();
    const flipped = Buffer.from(good);
    flipped[Math.floor(good.length / 2)] = (flipped[Math.floor(good.length / 2)] ?? 0) ^ 0xff;
    const missingRow = readBackupLines(good).filter((_, index) => index !== 3);
    const zip = (lines: unknown[]) => gzipSync(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    const cases: [string, Uint8Array, string][] = [
      ['no gzip', Buffer.from('hello'), 'backup-foreign'],
      ['nothing', Buffer.alloc(0), 'backup-foreign'],
      ['other lines', zip([{ product: 'other' }]), 'backup-foreign'],
      ['newer database', writeBackupByHand({ databaseVersion: DATABASE_VERSION + 1 }, []), 'backup-newer'],
      ['newer form', writeBackupByHand({ databaseVersion: 3, format: 2 }, []), 'backup-newer'],
      ['cut off', good.slice(0, good.length - 100), 'backup-damaged'],
      ['without its end', zip(readBackupLines(good).slice(0, -1)), 'backup-damaged'],
      ['a byte changed', flipped, 'backup-damaged'],
      ['a record missing', zip(missingRow), 'backup-damaged'],
      ['unknown store', writeBackupByHand({ databaseVersion: 1 }, [['topics', TOPIC]]), 'backup-damaged'],
      ['no key', writeBackupByHand({ databaseVersion: 3 }, [['notes', { title: 'x' }]]), 'backup-damaged'],
    ];
    for (const [name, file, code] of cases)
      expect([name, await codeOf(unpackBackup(file))]).toEqual([name, code]);
    expect(await background.readAll()).toEqual(before);
  });

  it('leaves out records that are not understood, and says how many', async () => {
    const file = writeBackupByHand({ databaseVersion: 3 }, [
      ['notes', note('n1')],
      ['notes', { noteId: 'n2', counts: 'many' }],
    ]);
    expect(await unpackBackup(file)).toEqual({ stores: { notes: 1 }, skipped: 1 });
    await restore('merge', file);
    expect((await background.readAll())['notes']).toEqual([note('n1')]);
  });

  it('goes on after the background died in the middle, and after a pause only when told', async () => {
    await fill();
    const before = await background.readAll();
    const file = await write();
    await background.connection.destroy();
    const { skipped } = await unpackBackup(file);
    // As far as an earlier life of the background came: the first thousand comments were next.
    await fakeBrowser.storage.local.set({
      restore: { mode: 'replace', state: 'copy', store: 'notes', done: 0, total: 1_509, skipped },
    });
    await changeSettings({ paused: true });
    await resumeRestore(background.services);
    await awaitState('stopped');
    expect(await background.readAll()).toEqual({});
    expect(await background.call('restore.start', { mode: 'merge', total: 1, skipped: 0 })).toMatchObject({
      ok: false,
      error: { code: 'paused' },
    });
    await changeSettings({ paused: false });
    await resumeRestore(background.services);
    expect((await findState())?.state).toBe('stopped');
    await background.call('restore.resume', {});
    await awaitState('done');
    expect(await background.readAll()).toEqual(withoutKey(before, 'responses'));
  });
});
