import type { ErrorCode } from '../errors';

/** What keeps the second source from being asked, and takes nothing from what the first one told. */
export const NO_SECOND: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'budget-reached',
  'no-provider',
  'price-unknown',
  'provider-access-withheld',
  'providers-failed',
  'vault-locked',
]);
