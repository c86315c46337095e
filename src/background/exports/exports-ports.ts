import type { ExportState } from '../../model/export';
import type { LoadingState } from '../../model/page-state';
import type { ExportHost } from './export-host';
import type { ExportRecords } from './export-records';
import type { MarkBook } from './marks/create-mark-book';

/** What is known of a note before its export begins. */
export interface ExportSubject {
  /** Whether anything at all is stored of the note. */
  readonly isKnown: boolean;
  /** Comments and replies stored. */
  readonly comments: number;
  /** How "Load comments for me" ended last for this note. */
  readonly stoppedBy?: LoadingState['stoppedBy'] | undefined;
}

/** What exports are handed. */
export interface ExportsPorts {
  readonly host: ExportHost;
  readonly records: ExportRecords;
  readonly marks: MarkBook;
  readonly extensionVersion: string;
  findSubject(noteId: string): Promise<ExportSubject>;
  /** Keeps what collecting the notes has come to so far, where that is not over: the report tells it. */
  closeOpenCollections(noteIds: readonly string[]): Promise<void>;
  /** Whether the browser lets us on to the hosts of pictures and video. */
  hasMediaAccess(): Promise<boolean>;
  emit(state: ExportState): Promise<void>;
  saveFile(file: { readonly url: string; readonly fileName: string }): Promise<number>;
  /** The download of this address, where one was begun. */
  findDownload(url: string): Promise<number | undefined>;
  findSavedName(downloadId: number): Promise<string | undefined>;
  findDownloadState(downloadId: number): Promise<'in_progress' | 'complete' | 'interrupted' | undefined>;
  /** Told whenever work begins or the last one has ended: Firefox stops an event page that only works. */
  keepAlive(isWorking: boolean): Promise<void>;
  now(): number;
  createId(): string;
}
