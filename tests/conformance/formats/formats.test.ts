import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/export/columns.catalog';
import { EXPORT_COLUMNS } from '../../../src/export/columns.catalog';
import { EXPORT_FILE_ENDINGS } from '../../../src/export/file-endings.catalog';
import { toHeaders } from '../../../src/export/headers';
import { EXPORT_FORMATS } from '../../../src/export/registry';
import { listColumns } from '../../../src/export/choose-columns';

import { writeWith } from '../../unit/export/support/write-with';

describe.each(Object.entries(EXPORT_FORMATS))('format %s', (id, format) => {
  it('has a name, an ending and a type', () => {
    expect(format.id).toBe(id);
    expect(format.extension).toMatch(/^[a-z]+$/);
    // What windows show before a file is written.
    expect(Object.entries(EXPORT_FILE_ENDINGS)).toContainEqual([id, format.extension]);
    // Without a type Chromium gives the file another ending.
    expect(format.mimeType).toMatch(/^[a-z]+\/[\w.+-]+(?:;charset=utf-8)?$/);
  });

  it.each(['excel', 'plain'] as const)('writes the same rows again and again, preset %s', (preset) => {
    const columns = listColumns(true);
    const cells = columns.map(
      (column) => ({ text: 'a', number: 1, boolean: true, time: '2025-05-01 08:00:00' })[column.kind],
    );
    const unknown = columns.map(() => undefined);
    const write = (rows: Cell[][]) => writeWith(format, { columns, rows, options: { preset } });
    const first = write([cells, unknown, cells]);
    expect(write([cells, unknown, cells])).toEqual(first);
    expect(write([cells, cells, cells])).not.toEqual(first);
  });
});

describe('columns', () => {
  it('have ids that never change their form, each once', () => {
    const ids = EXPORT_COLUMNS.map((column) => column.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z]+(?:_[a-z]+)*$/);
  });

  it('have a header of their own in every language', () => {
    for (const language of ['zh-CN', 'en'] as const) {
      const headers = toHeaders(EXPORT_COLUMNS, 'excel', language);
      expect(new Set(headers).size).toBe(headers.length);
      for (const header of headers) expect(header).not.toBe('');
    }
    expect(toHeaders(EXPORT_COLUMNS, 'plain', 'en')).toEqual(EXPORT_COLUMNS.map((column) => column.id));
  });

  it('of the note stand behind those of the comment', () => {
    const groups = EXPORT_COLUMNS.map((column) => column.group);
    expect(groups.lastIndexOf('comment')).toBeLessThan(groups.indexOf('note'));
    expect(listColumns(false).every((column) => column.group === 'comment')).toBe(true);
  });
});
