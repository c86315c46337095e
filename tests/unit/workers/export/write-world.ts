import { unzipSync } from 'fflate';
import Papa from 'papaparse';
import { expect } from 'vitest';
import type { Comment, CommentList } from '../../../../src/model/comment';
import type { ExportRequest } from '../../../../src/model/export';
import type { Note } from '../../../../src/model/note';
import type { ExportFilePart } from '../../../../src/workers/export/export-files';
import type { ExportJob } from '../../../../src/workers/export/job';
import { writeExport } from '../../../../src/workers/export/write-export';
import type { MemoryFile } from './memory-file';
import { createMemoryFile } from './memory-file';

export const REQUEST: ExportRequest = {
  noteId: 'note',
  format: 'csv',
  preset: 'plain',
  withNoteColumns: false,
  timeZone: 'Asia/Shanghai',
  language: 'en',
};
export const JOB: ExportJob = {
  exportId: 'e',
  request: REQUEST,
  startedAt: Date.UTC(2025, 4, 1, 3),
  extensionVersion: '1.2.3',
};
export const count = (raw: string, value: number, approximate = false) => ({ raw, value, approximate });

export interface World {
  readonly comments: readonly Comment[];
  readonly note?: Note;
  readonly list?: CommentList;
  readonly redIds?: ReadonlyMap<string, string>;
  readonly capacity?: number;
  readonly job?: Partial<ExportJob>;
}

export async function writeBytes(world: World) {
  const files = new Map<ExportFilePart, MemoryFile>();
  const progress: number[] = [];
  const written = await writeExport(
    { ...JOB, ...world.job },
    {
      reader: {
        findNote: async () => world.note,
        findCommentList: async () => world.list,
        listRedIds: async () => world.redIds ?? new Map<string, string>(),
        async *readComments() {
          for (let start = 0; start < world.comments.length; start += 2)
            yield world.comments.slice(start, start + 2);
        },
      },
      openFile: async (part) => {
        const file = createMemoryFile(world.capacity);
        files.set(part, file);
        return file;
      },
      onProgress: (rows) => progress.push(rows),
    },
  ).finally(() => {
    for (const file of files.values()) expect(file.isClosed).toBe(true);
  });
  const report = JSON.parse(files.get('report')?.text() ?? '') as Record<string, unknown>;
  return { written, bytes: files.get('file')?.bytes() ?? new Uint8Array(), report, progress };
}

export async function write(world: World) {
  const { bytes, ...rest } = await writeBytes(world);
  const csv = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const { data, errors, meta } = Papa.parse<Record<string, string>>(csv, {
    header: true,
    skipEmptyLines: 'greedy',
  });
  return { ...rest, csv, rows: data, errors, fields: meta.fields ?? [] };
}

/** Every part of a workbook, as one text. */
export const unpack = (bytes: Uint8Array) =>
  Object.values(unzipSync(bytes))
    .map((part) => new TextDecoder().decode(part))
    .join('\n');

export const NOTE: Note = {
  noteId: 'note',
  title: '标题 "a/b"',
  host: 'www.xiaohongshu.com',
  author: { id: { kind: 'site', value: 'author' }, nickname: '=me' },
  counts: { comments: count('4', 4), likes: count('1.2万', 12_000, true) },
  tokens: [
    { xsecToken: 'ABold=', xsecSource: 'pc_feed', from: 'url', seenAt: 1 },
    { xsecToken: 'ABnew=', xsecSource: '', from: 'ssr', seenAt: 2 },
    { xsecToken: 'ABrefused=', from: 'url', seenAt: 3, refusedAt: 4 },
  ],
  observed: {},
  firstSeenAt: 1,
  lastSeenAt: 2,
};
