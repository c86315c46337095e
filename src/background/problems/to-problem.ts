import { AppError, toAppError } from '../../model/errors';
import type { ErrorCode } from '../../model/errors';
import { describeFailure, describeReason, toKnownWords } from '../../model/problems/describe-failure';
import type { Failure, Problem } from '../../model/problems/problem';
import { toPlainPath } from '../../model/problems/to-plain-path';

/** What nobody can mend by themselves. All other codes are answers that the user understands and acts on. */
const WORTH_A_REPORT: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'database-blocked',
  'download-failed',
  'page-changed',
  'storage-full',
  'unexpected',
]);

/** An export may fail by any error; by these two nothing is wrong. */
const NO_FAILED_EXPORT: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['cancelled', 'export-empty']);

/** What is kept of an error; `undefined` where it is an answer and no problem. `where` is a name of our own. */
export function toProblem(thrown: unknown, where: string): Omit<Problem, 'at' | 'times'> | undefined {
  const error = toAppError(thrown);
  const { code } = error;
  if (where === 'export' ? NO_FAILED_EXPORT.has(code) : !WORTH_A_REPORT.has(code)) return undefined;
  if (code === 'page-changed') return { code, where, missing: toMissing(error) };
  const failure = findFailure(error);
  return { code, where, ...(failure ? { failure } : {}) };
}

function toMissing({ details }: AppError): string {
  const { endpoint, missing, reason } = details;
  const places = [endpoint, missing].filter((part) => part !== undefined);
  const words = reason === undefined ? [] : [toKnownWords(String(reason))];
  return [...places.map((place) => toPlainPath(String(place))), ...words].join(': ');
}

function findFailure(error: AppError): Failure | undefined {
  // What it was made of says more than the code.
  if (error.cause instanceof AppError) return findFailure(error.cause);
  if (error.cause instanceof Error) return describeFailure(error.cause);
  const { reason } = error.details;
  return typeof reason === 'string' ? describeReason(reason) : undefined;
}
