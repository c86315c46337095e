import { makeZip } from 'client-zip';
import { createFileName } from '../../../export/file-name';
import { toMediaReportText } from '../../../export/media/media-report';
import type { MissedMedia, SavedMedia } from '../../../export/media/media-report';
import { toReportedUrl } from '../../../export/media/to-cdn-url';
import { createLocalTimeFormat } from '../../../lib/local-time';
import { AppError } from '../../../model/errors';
import type { MediaRequest } from '../../../model/exports/media-request';
import { listNoteIds } from '../../../model/export';
import type { ExportFilePart, SyncFile } from '../export-files';
import type { ExportJob, FileProgress, WrittenExport } from '../job';
import { createTextFile } from '../text-file';
import type { ExportReader } from '../write-export';
import { fetchInOrder } from './fetch-in-order';
import type { OrderedMedia } from './fetch-in-order';
import { createMediaTally } from './media-tally';
import type { MediaTally } from './media-tally';
import type { MediaPlan } from './plan-media';
import { planMedia } from './plan-media';

export interface MediaPorts {
  readonly reader: Pick<ExportReader, 'findNote' | 'readComments'>;
  openFile(part: ExportFilePart): Promise<SyncFile>;
  fetch(url: string, init: RequestInit): Promise<Response>;
  onProgress(progress: FileProgress): void;
  /** See `FetchMediaPorts`. */
  readonly silenceMs?: number;
}

/** A CDN that says nothing for so long says nothing any more. */
const SILENCE_MS = 30_000;
const READ_BYTES = 1 << 18;
export const MEDIA_REPORT_NAME = 'media-report.json';
const NAME_PATTERN = '{title}-{noteId}-media-{date}-{time}';

/**
 * Writes one zip of pictures and video, stored as they are (they are packed already), with a report of every file and
 * every failure in it. `media-none`: nothing of what was asked for is known of these notes; `media-not-got`: not one
 * file came. One that was interrupted starts over, as exports do: addresses may be too old by now, and the report is of
 * one run.
 */
export async function writeMedia(job: ExportJob<MediaRequest>, ports: MediaPorts): Promise<WrittenExport> {
  const plan = await planMedia(job.request, ports.reader);
  if (plan.items.length === 0) throw new AppError('media-none');
  const tally = createMediaTally(plan.items.length, ports.onProgress);
  const file = await ports.openFile('file');
  try {
    const bytes = await writeZip(listEntries(job, plan, { ports, tally }), file);
    const { failed, expired } = tally.state();
    if (failed === plan.items.length) throw new AppError('media-not-got', { details: { failed, expired } });
    return {
      rows: plan.items.length,
      bytes,
      mimeType: 'application/zip',
      fileName: `${toZipName(job, plan)}.zip`,
      media: tally.state(),
    };
  } finally {
    file.close();
  }
}

interface ZipEntry {
  readonly name: string;
  readonly lastModified: number;
  readonly input: AsyncIterable<Uint8Array> | string;
}

async function writeZip(entries: AsyncIterable<ZipEntry>, file: SyncFile): Promise<number> {
  const out = createTextFile(file);
  const reader = makeZip(entries).getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) out.put(part.value);
    return out.finish();
  } catch (thrown) {
    // Ends the downloads, too; what they say to that is nothing new.
    await reader.cancel(thrown).catch(() => undefined);
    throw thrown;
  }
}

async function* listEntries(
  { request, startedAt, extensionVersion }: ExportJob<MediaRequest>,
  { items }: MediaPlan,
  { ports, tally }: { ports: MediaPorts; tally: MediaTally },
): AsyncGenerator<ZipEntry, void, undefined> {
  const files: SavedMedia[] = [];
  const failures: MissedMedia[] = [];
  const fetched = fetchInOrder(items, (part) => ports.openFile(part), {
    fetch: ports.fetch,
    onBytes: (bytes) => tally.addBytes(bytes),
    silenceMs: ports.silenceMs ?? SILENCE_MS,
  });
  for await (const { item, got, file } of fetched) {
    const { kind, noteId, commentId } = item;
    if (got.isKept) {
      const name = `${item.name}.${got.extension}`;
      files.push({ name, kind, noteId, commentId, source: toReportedUrl(got.url), bytes: got.bytes });
      yield { name, lastModified: startedAt, input: readParts(file, got.bytes) };
      tally.keep();
    } else failures.push(toMissed({ item, got, file }, tally));
  }
  const text = toMediaReportText({ request, startedAt, extensionVersion, files, failures });
  yield { name: MEDIA_REPORT_NAME, lastModified: startedAt, input: text };
}

function toMissed({ item, got }: OrderedMedia, tally: MediaTally): MissedMedia {
  const { name, kind, noteId, commentId, urls } = item;
  if (got.isKept) throw new Error('It is there.');
  const { reason, status } = got;
  tally.miss({ noteId, name, reason });
  return { name, kind, noteId, commentId, sources: urls.map(toReportedUrl), reason, status };
}

async function* readParts(file: SyncFile, bytes: number): AsyncGenerator<Uint8Array, void, undefined> {
  for (let at = 0; at < bytes;) {
    // Each part is its own: the one before may still wait to be written.
    const part = new Uint8Array(Math.min(READ_BYTES, bytes - at));
    const moved = file.read(part, { at });
    if (moved !== part.length) throw new Error(`Read ${moved} of ${part.length} bytes.`);
    yield part;
    at += moved;
  }
}

function toZipName({ request, startedAt }: ExportJob<MediaRequest>, { notes }: MediaPlan): string {
  const noteIds = listNoteIds(request);
  const isOne = noteIds.length === 1;
  return createFileName(
    {
      title: isOne ? notes[0]?.title : undefined,
      noteId: isOne ? request.noteId : `${noteIds.length}-notes`,
      localTime: createLocalTimeFormat(request.timeZone)(startedAt) ?? '',
    },
    NAME_PATTERN,
  );
}
