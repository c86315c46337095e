import type { SchemaElement } from 'hyparquet-writer';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { Cell, ExportColumn } from '../columns.catalog';
import type { FileSink, FormatOptions, OrderedFormat, OrderedWriter } from '../format';

/**
 * Rows in one row group: the writer holds one group at a time, so this is what memory depends on, and small groups pack
 * worse.
 */
const GROUP_ROWS = 5_000;

/**
 * Apache Parquet, Snappy: texts as UTF-8 strings, numbers as 64-bit integers, truths as booleans, times as timestamps
 * of milliseconds: those in UTC are instants, local ones have no zone. What is not known is null.
 */
export const parquetFormat: OrderedFormat = {
  kind: 'ordered',
  id: 'parquet',
  extension: 'parquet',
  mimeType: 'application/vnd.apache.parquet',
  createWriter: createParquetFile,
};

function createParquetFile({ columns }: FormatOptions, sink: FileSink): OrderedWriter {
  const bytes = new SinkWriter(sink);
  const writer = new ParquetWriter({
    writer: bytes,
    schema: [{ name: 'root', num_children: columns.length }, ...columns.map(toSchema)],
    createdBy: 'Hongshu Companion',
  });
  let group: unknown[][] = columns.map(() => []);
  const writeGroup = () => {
    if ((group[0]?.length ?? 0) === 0) return;
    const columnData = columns.map(({ id }, index) => ({
      name: id,
      data: group[index] ?? [],
      offsetIndex: false,
    }));
    void writer.write({ columnData, rowGroupSize: GROUP_ROWS });
    group = columns.map(() => []);
  };
  const toValues = columns.map(toValueReader);
  return {
    start: () => undefined,
    note: () => undefined,
    row(cells) {
      for (let index = 0; index < columns.length; index += 1)
        group[index]?.push(toValues[index]?.(cells[index]));
      if (group[0]?.length === GROUP_ROWS) writeGroup();
    },
    end() {
      writeGroup();
      void writer.finish();
      bytes.flush();
    },
  };
}

/** Hands on what is written after every row group, and begins anew; it never waits. */
class SinkWriter extends ByteWriter {
  readonly #sink: FileSink;

  constructor(sink: FileSink) {
    super(1 << 20);
    this.#sink = sink;
  }

  flush(): void {
    if (this.index > 0) this.#sink.bytes(this.getBytes());
    this.index = 0;
  }
}

const isUtc = (column: ExportColumn) => column.kind === 'time' && column.id.endsWith('_at');

function toSchema(column: ExportColumn): SchemaElement {
  const { id: name, kind } = column;
  const repetition_type = 'OPTIONAL';
  if (kind === 'number') return { name, repetition_type, type: 'INT64' };
  if (kind === 'boolean') return { name, repetition_type, type: 'BOOLEAN' };
  if (kind === 'text') return { name, repetition_type, type: 'BYTE_ARRAY', converted_type: 'UTF8' };
  const logical_type = { type: 'TIMESTAMP', isAdjustedToUTC: isUtc(column), unit: 'MILLIS' } as const;
  return { name, repetition_type, type: 'INT64', logical_type };
}

function toValueReader(column: ExportColumn): (cell: Cell) => unknown {
  if (column.kind === 'number') return (cell) => (typeof cell === 'number' ? BigInt(Math.trunc(cell)) : null);
  if (column.kind !== 'time') return (cell) => cell ?? null;
  return (cell) => (typeof cell === 'string' ? toMillis(cell) : null);
}

/** `2025-05-01T03:04:05.000Z`, or `2025-05-01 11:04:05` as if it were UTC. */
function toMillis(time: string): bigint {
  return BigInt(Date.parse(time.includes('T') ? time : `${time.replace(' ', 'T')}Z`));
}
