import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { createConnection } from '../../src/storage/database';
import type { DatabaseConnection, WriteTransaction } from '../../src/storage/database';
import { startBackgroundUnderTest } from '../support/background/background-under-test';
import { NOTE_ID, toCommentBody, toCommentRow, toInitialState } from '../support/background/invented-note';

/** Thrown in the place of a worker's death: nothing after it runs. */
class Killed extends Error {}

/** A connection whose worker dies before its `fatal`-th write to a store; what is counted is in `writes`. */
function createMortalConnection(name: string, fatal: number): DatabaseConnection & { writes: number } {
  const connection = createConnection(name);
  const mortal = {
    ...connection,
    writes: 0,
    write: <Value>(write: (transaction: WriteTransaction) => Promise<Value>) =>
      connection.write((transaction) => write(watch(transaction))),
  };
  const watch = (transaction: WriteTransaction): WriteTransaction =>
    new Proxy(transaction, {
      get: (target, key) => {
        const value: unknown = Reflect.get(target, key, target);
        if (key !== 'objectStore') return typeof value === 'function' ? value.bind(target) : value;
        return (storeName: 'notes') => watchStore(target.objectStore(storeName));
      },
    });
  const watchStore = (store: object): object =>
    new Proxy(store, {
      get: (target, key) => {
        const value: unknown = Reflect.get(target, key, target);
        if (typeof value !== 'function') return value;
        if (key !== 'put' && key !== 'delete') return value.bind(target);
        return (...args: unknown[]) => {
          mortal.writes += 1;
          if (mortal.writes >= fatal) throw new Killed();
          return (value as (...all: unknown[]) => unknown).apply(target, args);
        };
      },
    });
  return mortal;
}

const CAPTURE = { body: toCommentBody([1, 2, 3].map((number) => toCommentRow(number))) };

/** What a kill may leave: every record whole, and comments only with their note and their list. */
async function expectConsistent(connection: DatabaseConnection): Promise<number> {
  const database = await connection.open();
  const [notes, comments, list] = await Promise.all([
    database.getAll('notes'),
    database.getAll('comments'),
    database.get('commentLists', NOTE_ID),
  ]);
  expect([0, 3]).toContain(comments.length);
  if (comments.length > 0) {
    expect(notes.map((note) => note.noteId)).toEqual([NOTE_ID]);
    expect(list).toBeDefined();
    expect(comments.map((comment) => comment.position)).toEqual([0, 1, 2]);
  }
  return comments.length;
}

beforeEach(() => fakeBrowser.reset());

describe('a worker that dies', () => {
  it('before any write of a report and a capture leaves whole records, and the same messages mend the rest', async () => {
    const count = createMortalConnection(`kill-${crypto.randomUUID()}`, Infinity);
    const whole = await startBackgroundUnderTest({ connection: count });
    await whole.reportPage({ initialState: toInitialState() });
    await whole.reportCapture(CAPTURE);
    const expected = await whole.readAll();
    expect(count.writes).toBeGreaterThan(6);

    for (let fatal = 1; fatal <= count.writes; fatal += 1) {
      fakeBrowser.reset();
      const name = `kill-${fatal}-${crypto.randomUUID()}`;
      const mortal = await startBackgroundUnderTest({ connection: createMortalConnection(name, fatal) });
      await mortal.reportPage({ initialState: toInitialState() });
      await mortal.reportCapture(CAPTURE);
      await expectConsistent(mortal.connection);
      await mortal.connection.close();

      // The next life of the worker: what outlives it is the database and the session.
      fakeBrowser.runtime.onMessage.removeAllListeners();
      const next = await startBackgroundUnderTest({ connection: createConnection(name) });
      await next.reportPage({ initialState: toInitialState() });
      await next.reportCapture(CAPTURE);
      expect(await next.readAll(), `killed before write ${fatal}`).toEqual(expected);
      await next.connection.close();
    }
  });
});
