import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { createMarkBook } from '../../../../src/background/exports/marks/create-mark-book';
import { removeNotes } from '../../../../src/background/forget/forget-note';
import { createConnection } from '../../../../src/storage/database';
import { createRepositories } from '../../../../src/storage/repositories/create-repositories';

const mark = (noteId: string, exportedAt: number, format = 'csv') => ({
  noteId,
  format,
  exportedAt,
  rows: 1,
});

it('remembers the newest whole export of each note and format, until the note is forgotten', async () => {
  const connection = createConnection('mark-book');
  const book = createMarkBook(connection);
  const note = { counts: {}, tokens: [], observed: {}, firstSeenAt: 1, lastSeenAt: 1 };
  await connection.write(async (transaction) => {
    for (const noteId of ['a', 'b']) await transaction.objectStore('notes').put({ noteId, ...note });
  });
  await book.save([mark('a', 5), mark('b', 6), mark('a', 7, 'xlsx'), mark('forgotten', 8)]);
  expect(await book.find(['a', 'b', 'forgotten', 'never'], 'csv')).toEqual({ a: 5, b: 6 });
  // One that began earlier and was saved later changes nothing.
  await book.save([mark('a', 3)]);
  expect(await book.find(['a'], 'csv')).toEqual({ a: 5 });

  await connection.write((transaction) => removeNotes(createRepositories(transaction), ['a']));
  expect(await book.find(['a', 'b'], 'csv')).toEqual({ b: 6 });
  expect(await book.find(['a'], 'xlsx')).toEqual({});
  await connection.destroy();
});
