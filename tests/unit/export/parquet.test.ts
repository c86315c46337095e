import { describe, expect, it } from 'vitest';
import { EXPORT_COLUMNS } from '../../../src/export/columns.catalog';
import { parquetFormat } from '../../../src/export/formats/parquet';
import { readParquet } from '../../support/read-files/read-parquet';
import { writeWith } from './support/write-with';

const columns = EXPORT_COLUMNS.filter(({ id }) =>
  ['comment_id', 'created_at', 'created_local', 'likes', 'pinned'].includes(id),
);

describe('parquetFormat', () => {
  it('has the types of its columns, nulls for what is not known, and is packed', async () => {
    const { types, rows, compressions } = await readParquet(
      writeWith(parquetFormat, {
        columns,
        rows: [
          ['007', '2025-05-01T03:04:05.678Z', '2025-05-01 11:04:05', 9_007_199_254_740_991, true],
          ['b', undefined, undefined, undefined, undefined],
        ],
      }),
    );
    expect(types).toEqual({
      comment_id: 'VARCHAR',
      created_at: 'TIMESTAMP WITH TIME ZONE',
      created_local: 'TIMESTAMP',
      likes: 'BIGINT',
      pinned: 'BOOLEAN',
    });
    expect(rows).toEqual([
      {
        comment_id: '007',
        created_at: '2025-05-01 03:04:05.678+00',
        created_local: '2025-05-01 11:04:05',
        likes: '9007199254740991',
        pinned: true,
      },
      { comment_id: 'b', created_at: null, created_local: null, likes: null, pinned: null },
    ]);
    expect(compressions).toEqual(['SNAPPY']);
  });

  it('goes on in a next group of rows, with none lost and none twice', async () => {
    const rows = Array.from({ length: 12_345 }, (_one, row) => [
      `c${row}`,
      undefined,
      undefined,
      row,
      row % 2 === 0,
    ]);
    const read = await readParquet(writeWith(parquetFormat, { columns, rows }));
    expect(read.rowGroups).toBe(3);
    expect(read.rows.map((row) => row['comment_id'])).toEqual(rows.map(([id]) => id));
    expect(read.rows.map((row) => Number(row['likes']))).toEqual(rows.map((_row, at) => at));
  });

  it('is a file that can be read also without rows', async () => {
    const { rows, types } = await readParquet(writeWith(parquetFormat, { columns, rows: [] }));
    expect(rows).toEqual([]);
    expect(Object.keys(types)).toHaveLength(columns.length);
  });
});
