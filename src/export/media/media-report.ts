import type { MediaFailure, MediaKind, MediaRequest } from '../../model/exports/media-request';
import { listNoteIds } from '../../model/export';

/** What `media-report.json` says of a file that is in the zip. */
export interface SavedMedia {
  readonly name: string;
  readonly kind: MediaKind;
  readonly noteId: string;
  readonly commentId?: string | undefined;
  /** Where it came from, without what stands behind the path. */
  readonly source: string;
  readonly bytes: number;
}

/** And of one that is not. `name` has no ending: the type is known from the bytes alone. */
export interface MissedMedia extends Omit<SavedMedia, 'bytes' | 'source'> {
  /** Every address that was tried. */
  readonly sources: readonly string[];
  readonly reason: MediaFailure;
  /** What the server answered last, if it did. */
  readonly status?: number | undefined;
}

export interface MediaReportParts {
  readonly request: MediaRequest;
  readonly startedAt: number;
  readonly extensionVersion: string;
  readonly files: readonly SavedMedia[];
  readonly failures: readonly MissedMedia[];
}

/** What a person can do about it; English, as the other words of a report. */
const WAY_ON: Partial<Record<MediaFailure, string>> = {
  expired:
    'The address is only good for a while. Open the note again in the site, then save its media again.',
  network: 'Check the connection, then save the media again.',
  'timed-out': 'Check the connection, then save the media again.',
};

/** The text of `media-report.json`: every file with its address and size, every failure with its reason. Times are ISO. */
export function toMediaReportText(parts: MediaReportParts): string {
  const { request, startedAt, extensionVersion, files, failures } = parts;
  const report = {
    report: 'media',
    version: 1,
    extensionVersion,
    startedAt: new Date(startedAt).toISOString(),
    noteIds: listNoteIds(request),
    kinds: request.kinds,
    files: { count: files.length, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) },
    failed: failures.length,
    saved: files,
    failures: failures.map((one) => ({ ...one, wayOn: WAY_ON[one.reason] })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
