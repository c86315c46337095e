import { AppError, toAppError } from '../../model/errors';
import { isDiskFull } from './is-disk-full';

/**
 * What was thrown over a file of the browser's own, as an error of ours: on a full disk Chromium has many names for it, and
 * opens neither a folder nor a file with `InvalidStateError` (measured, Chromium 156, 2026-11).
 */
export async function findFileError(thrown: unknown): Promise<AppError> {
  const error = toAppError(thrown);
  return error.code === 'unexpected' && (await isDiskFull())
    ? new AppError('storage-full', { cause: thrown })
    : error;
}
