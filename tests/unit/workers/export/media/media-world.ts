import type { Comment } from '../../../../../src/model/comment';
import type { MediaRequest } from '../../../../../src/model/exports/media-request';
import type { Note } from '../../../../../src/model/note';
import type { ExportFilePart } from '../../../../../src/workers/export/export-files';
import type { FileProgress } from '../../../../../src/workers/export/job';
import { writeMedia } from '../../../../../src/workers/export/media/write-media';
import { readZip } from '../../../../support/read-files/read-zip';
import type { MemoryFile } from '../memory-file';
import { createMemoryFile } from '../memory-file';

export const WEBP = Buffer.from('RIFF\x10\0\0\0WEBPVP8 picture', 'latin1');
export const MP4 = Buffer.concat([Buffer.from('\0\0\0\x18ftypmp42', 'latin1'), Buffer.alloc(700_000, 7)]);
const CDN = 'https://sns-webpic-qc.xhscdn.com';
export const at = (path: string) => `${CDN}/${path}`;

export const NOTE: Note = {
  noteId: 'n1',
  title: '雨天/骑车: "1"',
  images: [{ url: at('a') }, { url: at('b'), livePhotoUrl: at('b.mp4') }],
  video: { streams: [{ codec: 'h264', url: at('v.mp4?sign=s'), backupUrls: [at('v2.mp4')] }] },
  counts: {},
  tokens: [],
  observed: {},
  firstSeenAt: 1,
  lastSeenAt: 1,
};
export const FOLDER = '雨天骑车 1-n1';
export const commentWith = (commentId: string, ...paths: string[]): Comment => ({
  commentId,
  noteId: 'n1',
  pictures: paths.map((path) => ({ url: at(path) })),
  observed: { source: 'page', via: 'ssr', at: 1 },
  firstSeenAt: 1,
});

export type Respond = (path: string, signal: AbortSignal | null | undefined) => Response | Promise<Response>;
export const media = (content: Buffer, type = 'image/webp') =>
  new Response(new Uint8Array(content), { headers: { 'content-type': type } });
export const wellDone: Respond = (path) => (path.includes('mp4') ? media(MP4, 'video/mp4') : media(WEBP));

export interface MediaWorld {
  readonly notes?: readonly Note[];
  readonly comments?: readonly Comment[];
  readonly request?: Partial<MediaRequest>;
  readonly respond?: Respond;
  readonly capacity?: Partial<Record<ExportFilePart, number>>;
}

/** Runs one save in memory. `asked`: what went out, in order. `most`: how many ran at once. */
export async function runMedia(world: MediaWorld) {
  const files = new Map<ExportFilePart, MemoryFile>();
  const progress: FileProgress[] = [];
  const asked: { path: string; init: RequestInit }[] = [];
  let running = 0;
  let most = 0;
  const notes = world.notes ?? [NOTE];
  const request: MediaRequest = {
    format: 'media',
    noteId: notes[0]?.noteId ?? 'none',
    kinds: ['image', 'video', 'live', 'comment'],
    timeZone: 'Asia/Shanghai',
    language: 'en',
    ...world.request,
  };
  const outcome = await writeMedia(
    { exportId: 'e', request, startedAt: Date.UTC(2025, 4, 1, 3), extensionVersion: '1.2.3' },
    {
      reader: {
        findNote: async (noteId) => notes.find((note) => note.noteId === noteId),
        async *readComments() {
          yield world.comments ?? [];
        },
      },
      openFile: async (part) => {
        const file = createMemoryFile(world.capacity?.[part]);
        files.set(part, file);
        return file;
      },
      fetch: async (url, init) => {
        const path = url.slice(CDN.length + 1);
        asked.push({ path, init });
        most = Math.max(most, (running += 1));
        try {
          // Whatever is begun at once has begun when the first of it is answered.
          await new Promise((resolve) => setImmediate(resolve));
          return await (world.respond ?? wellDone)(path, init.signal);
        } finally {
          running -= 1;
        }
      },
      onProgress: (now) => progress.push(now),
      silenceMs: 50,
    },
  ).then(
    (written) => ({ written, thrown: undefined }),
    (thrown: unknown) => ({ written: undefined, thrown }),
  );
  const open = [...files.entries()].filter(([, file]) => !file.isClosed).map(([part]) => part);
  const bytes = Buffer.from(files.get('file')?.bytes() ?? []);
  const zip = outcome.written ? readZip(bytes) : undefined;
  const report = JSON.parse(zip?.get('media-report.json')?.toString() ?? 'null') as MediaReport | null;
  return { ...outcome, zip, bytes, report, progress, asked, most, open };
}

export interface MediaReport {
  readonly files: { readonly count: number; readonly bytes: number };
  readonly failed: number;
  readonly saved: readonly { readonly name: string; readonly source: string; readonly bytes: number }[];
  readonly failures: readonly {
    readonly name: string;
    readonly reason: string;
    readonly status?: number;
    readonly wayOn?: string;
  }[];
}
