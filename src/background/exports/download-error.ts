import { AppError } from '../../model/errors';

/**
 * What a download's end means for the user: given up by them, no room on the disk, or anything else. The browsers name
 * reasons alike (`USER_CANCELED`, `FILE_NO_SPACE`: `downloads.InterruptReason`, documented 2026); a refusal before the
 * download began is a sentence.
 */
export function toDownloadError(reason: unknown): AppError {
  const text = reason instanceof Error ? reason.message : String(reason);
  if (/USER_CANCELED|USER_SHUTDOWN|cancell?ed by the user/i.test(text))
    return new AppError('cancelled', { details: { reason: text } });
  if (/NO_SPACE/.test(text)) return new AppError('storage-full', { details: { reason: text } });
  return new AppError('download-failed', { retryable: true, details: { reason: text.slice(0, 300) } });
}
