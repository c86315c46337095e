import type { ExportRequest, ExportState } from '../model/export';
import type { Note } from '../model/note';
import type { PageRef } from '../model/page-ref';
import type { LinkRead } from '../model/providers/operation-output';

/** What the kinds ask of the rest of the extension, beside providers. */
export interface KindReach {
  /** A note as it is stored. */
  findNote(noteId: string): Promise<Note | undefined>;
  /** What a text points at, as far as it says so itself; `undefined`: nothing of the site. Asks nobody. */
  readLink(text: string): PageRef | undefined;
  /** Where a link leads that a provider has followed; `undefined`: neither to a note nor to a person. */
  readLed(led: LinkRead): PageRef | undefined;
  /** Whether a second source may be asked for what the first one left open. */
  fillsFromNext(): Promise<boolean>;
  /** How long answers are kept, as the settings say. */
  keepsForMs(): Promise<number>;
  readonly files: {
    /** Begins to write a file under that id, unless it has been begun; fails as an export does. */
    begin(request: ExportRequest, exportId: string): Promise<void>;
    /** How it ended: resolves when the file is on the disk, or will not be. */
    end(exportId: string, signal: AbortSignal): Promise<ExportState>;
    cancel(exportId: string): Promise<void>;
  };
}
