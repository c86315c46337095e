/**
 * Every expected way in which something can go wrong, each with a text in every language (`error.<code>`).
 * What is not listed here becomes `unexpected` once, at the boundary. Details that pages look at: of `budget-reached`
 * the `currency` and the `scope` (`day` or `job`) of the budget, of `providers-failed` the `runId`.
 */
export const ERROR_CODES = [
  'access-withheld',
  'account-container-gone',
  'account-known',
  'account-name-taken',
  'account-other-device',
  'account-suspended',
  'account-twice',
  'account-unexpected',
  'account-unknown',
  'accounts-off',
  'accounts-unconfirmed',
  'action-forbidden',
  'action-refused',
  'adding-unfinished',
  'backup-damaged',
  'backup-foreign',
  'backup-newer',
  'box-in-use',
  'budget-reached',
  'cancelled',
  'captcha',
  'comment-not-found',
  'comments-closed',
  'consent-missing',
  'database-blocked',
  'deletion-unconfirmed',
  'download-failed',
  'export-empty',
  'extension-updated',
  'failed-in-a-row',
  'invalid-input',
  'link-not-recognised',
  'login-changed',
  'login-wanted',
  'media-access-withheld',
  'media-none',
  'media-not-got',
  'name-taken',
  'no-provider',
  'not-confirmed',
  'not-done',
  'not-own-comment',
  'nothing-found',
  'note-forbidden',
  'note-left',
  'note-not-open',
  'note-removed',
  'note-under-review',
  'page-changed',
  'page-not-reached',
  'page-stalled',
  'passphrase-wrong',
  'paused',
  'press-awaited',
  'price-unknown',
  'provider-access-withheld',
  'providers-failed',
  'rate-limited',
  'restore-unfinished',
  'risk-control',
  'step-limit',
  'storage-full',
  'tab-gone',
  'tab-hidden',
  'templates-damaged',
  'templates-foreign',
  'templates-newer',
  'text-not-taken',
  'thread-wrong',
  'token-missing',
  'token-refused',
  'unexpected',
  'vault-locked',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** Plain words that help a report: names of what is missing, ids, numbers. Never texts of strangers, never keys. */
export type ErrorDetails = Readonly<Record<string, string | number | boolean>>;

/** The one error of the product. `retryable`: the same call may succeed later without the user changing anything. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly retryable: boolean;
  readonly details: ErrorDetails;

  constructor(
    code: ErrorCode,
    options: { retryable?: boolean; details?: ErrorDetails; cause?: unknown } = {},
  ) {
    super(code, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.retryable = options.retryable ?? false;
    this.details = options.details ?? {};
  }
}

/** How an error travels between contexts. */
export interface ErrorReport {
  readonly code: ErrorCode;
  readonly message: string;
  readonly retryable: boolean;
  readonly details: ErrorDetails;
}

/** Turns whatever was thrown into an error that can be shown; done once, at the boundary of a context. */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  if (thrown instanceof Error && thrown.name === 'QuotaExceededError') {
    return new AppError('storage-full', { cause: thrown });
  }
  const reason = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  return new AppError('unexpected', { details: { reason: reason.slice(0, 300) }, cause: thrown });
}

/** The part of an error that can be sent. */
export function toErrorReport(error: AppError): ErrorReport {
  return { code: error.code, message: error.message, retryable: error.retryable, details: error.details };
}
