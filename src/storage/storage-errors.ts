import { AppError } from '../model/errors';
import { isDiskFull } from './disk/is-disk-full';

const nameOf = (thrown: unknown) =>
  typeof thrown === 'object' && thrown !== null && 'name' in thrown ? String(thrown.name) : '';

/** The connection went away under our hands (upgrade elsewhere, "clear site data", crash of the back end). */
export function isClosed(thrown: unknown): boolean {
  return nameOf(thrown) === 'InvalidStateError';
}

/** What IndexedDB threw, as an error of ours; what is not known stays as it is and becomes `unexpected` at the boundary. */
export function toStorageError(thrown: unknown): unknown {
  if (thrown instanceof AppError) return thrown;
  switch (nameOf(thrown)) {
    case 'QuotaExceededError':
      return new AppError('storage-full', { cause: thrown });
    case 'InvalidStateError':
    case 'VersionError':
      return new AppError('database-blocked', { retryable: true, cause: thrown });
    default:
      return thrown;
  }
}

/** The same where the browser gives no reason: that may be a disk without any room, which is found out. */
export async function findStorageError(thrown: unknown): Promise<unknown> {
  const error = toStorageError(thrown);
  const isUnsaid = ['UnknownError', 'AbortError'].includes(nameOf(error));
  return isUnsaid && (await isDiskFull()) ? new AppError('storage-full', { cause: thrown }) : error;
}
