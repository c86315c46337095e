import type { HeldExport } from '../../messaging/background-to-offscreen/schemas';
import type { FileRequest } from '../../model/export';
import type { ExportJob, FileProgress } from '../../workers/export/job';

/**
 * Whoever can run a worker that writes files, and give them addresses: the offscreen document in Chromium, the event
 * page itself in Firefox.
 */
export interface ExportHost {
  /** Starts writing; a job that is held already is left as it is. */
  write(job: ExportJob<FileRequest>): Promise<void>;
  /** Stops writing, takes addresses back, removes the files. */
  drop(exportId: string): Promise<void>;
  /** The same for everything, with what earlier lives of the host have left on the disk. */
  dropAll(): Promise<void>;
  /** What is being written or waits to be dropped. */
  listHeld(): Promise<readonly HeldExport[]>;
}

/** What a host tells. */
export interface ExportHostEvents {
  onProgress(exportId: string, progress: FileProgress): void;
  onEnded(ended: HeldExport): void;
}
