import type { MediaState } from '../../../model/exports/media-request';
import type { FileProgress } from '../job';

/** Failures that are told to windows; the report in the zip has them all. */
const TOLD_FAILURES = 20;

/** Counts what has come, and tells every change. */
export interface MediaTally {
  addBytes(bytes: number): void;
  /** A file is in the zip. */
  keep(): void;
  miss(failure: MediaState['failures'][number]): void;
  state(): MediaState;
}

export function createMediaTally(
  expectedRows: number,
  onProgress: (progress: FileProgress) => void,
): MediaTally {
  const failures: MediaState['failures'] = [];
  let rows = 0;
  let bytes = 0;
  let failed = 0;
  let expired = 0;
  const state = (): MediaState => ({ bytes, failed, expired, failures: [...failures] });
  const tell = () => onProgress({ rows, expectedRows, media: state() });
  tell();
  return {
    addBytes(more) {
      bytes += more;
      tell();
    },
    keep() {
      rows += 1;
      tell();
    },
    miss(failure) {
      rows += 1;
      failed += 1;
      if (failure.reason === 'expired') expired += 1;
      if (failures.length < TOLD_FAILURES) failures.push(failure);
      tell();
    },
    state,
  };
}
