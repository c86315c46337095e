import type { ErrorReport } from '../../model/errors';
import type { ExportReport } from '../../model/exports/export-report';
import type { ExportRequest, FileRequest } from '../../model/export';
import type { MediaState } from '../../model/exports/media-request';
import type { LoadingState } from '../../model/page-state';

/** One file to write. */
export interface ExportJob<Request extends FileRequest = ExportRequest> {
  readonly exportId: string;
  readonly request: Request;
  /** Epoch ms. Comments that were first seen later are not in the file. */
  readonly startedAt: number;
  readonly extensionVersion: string;
  /** Note id → when the last whole file of it in this format began, for a request of what is new alone. */
  readonly since?: Readonly<Record<string, number>> | undefined;
  /** How "Load comments for me" ended last for this note in this browser session, if it ran. */
  readonly stoppedBy?: LoadingState['stoppedBy'] | undefined;
}

/** What was written into the origin's private file system, under the names of `export-files`. */
export interface WrittenExport {
  readonly rows: number;
  readonly bytes: number;
  readonly mimeType: string;
  /** Names for the user's disk, with their endings. Media have their report within the file. */
  readonly fileName: string;
  readonly reportName?: string | undefined;
  /** Of short threads only the first. */
  readonly report?: ExportReport | undefined;
  readonly media?: MediaState | undefined;
}

/** How far a file is: rows read, or files tried, and what media come to. */
export interface FileProgress {
  readonly rows: number;
  /** Told where only the worker can count them. */
  readonly expectedRows?: number | undefined;
  readonly media?: MediaState | undefined;
}

/** What the worker tells while it writes one job; then it ends. */
export type ExportWorkerMessage =
  | { readonly kind: 'progress'; readonly progress: FileProgress }
  | { readonly kind: 'written'; readonly written: WrittenExport }
  | { readonly kind: 'failed'; readonly error: ErrorReport };
