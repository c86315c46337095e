import * as z from 'zod/mini';
import { operationNameSchema } from './operation';
import { PROVIDER_IDS } from './provider.catalog';

/** Every way in which a call of a provider ends badly. What follows from each stands in `providers/next-move`. */
export const PROVIDER_ERROR_KINDS = [
  'auth',
  'balance',
  'forbidden',
  'rate-limited',
  'quota',
  'not-found',
  'bad-request',
  'deprecated',
  'upstream-failed',
  'invalid-response',
  'network',
  'timeout',
  'server',
  'unsupported',
  'cancelled',
] as const;

export type ProviderErrorKind = (typeof PROVIDER_ERROR_KINDS)[number];

/** A failed attempt as it is kept and shown. Holds no key, no token, no address, no text of a body. */
export const providerFailureSchema = z.object({
  kind: z.enum(PROVIDER_ERROR_KINDS),
  provider: z.optional(z.enum(PROVIDER_IDS)),
  operation: z.optional(operationNameSchema),
  /** HTTP status, or the vendor's own code where it answers 200 for everything. */
  status: z.optional(z.number()),
  retryAfterMs: z.optional(z.number()),
  /** The vendor asks not to send the same again by itself, whatever the kind (Parse.bot: 500, 502, 503 without a wait). */
  noRetry: z.optional(z.boolean()),
  /** Another endpoint of the same family reads the question another way and may know what this one does not, paid or not. */
  asksOtherDoor: z.optional(z.boolean()),
  /** Whether the vendor charges for this answer. */
  billed: z.boolean(),
  /** The vendor's id of the request, for a question to its support. */
  requestId: z.optional(z.string()),
  /** A word of ours on what exactly: `enterprise`, `wrong-note`, `page-without-new-rows`, a missing field's name. */
  reason: z.optional(z.string()),
});

export type ProviderFailure = z.infer<typeof providerFailureSchema>;

/** The one error of providers. */
export class ProviderError extends Error {
  readonly failure: ProviderFailure;

  constructor(kind: ProviderErrorKind, more: Partial<Omit<ProviderFailure, 'kind'>> = {}, cause?: unknown) {
    super(kind, cause === undefined ? undefined : { cause });
    this.name = 'ProviderError';
    this.failure = { billed: false, ...more, kind };
  }

  get kind(): ProviderErrorKind {
    return this.failure.kind;
  }

  /** The same failure, knowing more of where it happened. */
  with(more: Partial<Omit<ProviderFailure, 'kind'>>): ProviderError {
    return new ProviderError(this.kind, { ...this.failure, ...more }, this.cause);
  }
}
