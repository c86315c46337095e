import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../../src/model/errors';
import { createConnection } from '../../../src/storage/database';
import type { DatabaseConnection } from '../../../src/storage/database';

let connection: DatabaseConnection;
let name: string;

beforeEach(() => {
  name = `database-test-${crypto.randomUUID()}`;
  connection = createConnection(name);
});

const NOTE = { noteId: 'n1', counts: {}, tokens: [], observed: {}, firstSeenAt: 1, lastSeenAt: 1 };
const countNotes = () => connection.read((database) => database.count('notes'));

describe('a connection', () => {
  it('stores all of a transaction or nothing', async () => {
    const failing = connection.write(async (transaction) => {
      await transaction.objectStore('notes').put(NOTE);
      throw new AppError('cancelled');
    });
    await expect(failing).rejects.toMatchObject({ code: 'cancelled' });
    expect(await countNotes()).toBe(0);

    await connection.write((transaction) => transaction.objectStore('notes').put(NOTE));
    expect(await countNotes()).toBe(1);
  });

  it('steps aside when the database is deleted elsewhere, and opens again', async () => {
    await connection.write((transaction) => transaction.objectStore('notes').put(NOTE));
    await deleteDB(name, { blocked: () => expect.fail('the connection was in the way') });

    expect(await countNotes()).toBe(0);
  });

  it('opens again after it was closed under its hands', async () => {
    const database = await connection.open();
    database.close();

    expect(await countNotes()).toBe(0);
  });

  it('says so when a newer version of the database is there', async () => {
    (await openDB(name, 99)).close();

    await expect(connection.open()).rejects.toMatchObject({ code: 'database-blocked' });
  });

  it('says so when the disk is full', async () => {
    const full = connection.write(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    await expect(full).rejects.toMatchObject({ code: 'storage-full' });
  });

  it('begins anew after everything was deleted', async () => {
    await connection.write((transaction) => transaction.objectStore('notes').put(NOTE));
    await connection.destroy();

    expect(await countNotes()).toBe(0);
  });
});
