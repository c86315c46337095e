import type { ProviderErrorKind } from '../../../src/model/providers/provider-error';
import { repeat } from '../../replica/providers/faults';
import type { ProviderFault } from '../../replica/providers/types';

/** More failures than anybody tries. */
const FOR_GOOD = 100_000;

export interface FaultCase {
  /** Made anew for each use: some are used up. */
  readonly make: () => Partial<ProviderFault>;
  /** What an item may say of it. None: what is missing was promised and not returned, and nobody knows why. */
  readonly kinds: readonly ProviderErrorKind[];
  /** The same of JustOneAPI, where it has another form. */
  readonly atJustoneapi?: readonly ProviderErrorKind[];
  /** It passes: everything must have come. */
  readonly passes?: boolean;
  /** Nobody says how many comments there are. */
  readonly saysNoTotals?: boolean;
}

/** Every fault of a vendor that the replica knows and that meets lists of comments. */
export const FAULTS: Readonly<Record<string, FaultCase>> = {
  latency: { make: () => ({ latencyMs: 60 }), kinds: [], passes: true },
  '429 three times': {
    make: () => ({ failures: repeat(3, { status: 429, code: 302, retryAfter: 2 }) }),
    kinds: ['rate-limited'],
    passes: true,
  },
  '429 for good': {
    make: () => ({ failures: repeat(FOR_GOOD, { status: 429, code: 302 }) }),
    kinds: ['rate-limited'],
  },
  '503 four times': {
    make: () => ({ failures: repeat(4, { status: 503 }) }),
    kinds: ['server'],
    passes: true,
  },
  '500 for good': { make: () => ({ failures: repeat(FOR_GOOD, { status: 500 }) }), kinds: ['server'] },
  '502 of a proxy': {
    make: () => ({ failures: repeat(FOR_GOOD, { status: 502, form: 'html' }) }),
    kinds: ['server'],
  },
  'no answer, twice': { make: () => ({ neverAnswers: 2 }), kinds: ['timeout'], passes: true },
  'no answer, ever': { make: () => ({ neverAnswers: FOR_GOOD }), kinds: ['timeout'] },
  // It would pass, but each of them is paid for: nobody asks the same again by itself.
  'failing inside, twice': {
    make: () => ({ innerFailures: 2 }),
    kinds: ['upstream-failed'],
    atJustoneapi: ['not-found'],
  },
  'failing inside, for good': {
    make: () => ({ innerFailures: FOR_GOOD }),
    kinds: ['upstream-failed'],
    atJustoneapi: ['not-found'],
  },
  'cut bodies': { make: () => ({ body: 'cut' }), kinds: ['invalid-response'] },
  'empty bodies': { make: () => ({ body: 'empty' }), kinds: ['invalid-response'] },
  'a page in place of a body': { make: () => ({ body: 'html' }), kinds: ['invalid-response'] },
  'another type': { make: () => ({ body: 'wrong-type' }), kinds: [], passes: true },
  'renamed keys': { make: () => ({ renamed: { comments: 'comment_rows' } }), kinds: ['invalid-response'] },
  // A thread that the other note has not got is refused.
  'another note': {
    make: () => ({ wrongNote: true }),
    kinds: ['invalid-response', 'upstream-failed'],
    atJustoneapi: ['invalid-response', 'not-found'],
  },
  'the same cursor again': { make: () => ({ repeatedCursor: true }), kinds: [] },
  'no cursor': { make: () => ({ missingCursor: true }), kinds: [] },
  // Nothing but the missing way on says that something is missing.
  'no cursor, and no totals': {
    make: () => ({
      missingCursor: true,
      renamed: { comment_count: 'count', comment_count_l1: 'count_l1' },
    }),
    kinds: [],
    saysNoTotals: true,
  },
  'the same cursor again, and no totals': {
    make: () => ({
      repeatedCursor: true,
      renamed: { comment_count: 'count', comment_count_l1: 'count_l1' },
    }),
    kinds: [],
    saysNoTotals: true,
  },
  'rows twice': { make: () => ({ duplicateRows: true }), kinds: [], passes: true },
  'more at the end': { make: () => ({ hasMore: 'true-at-end' }), kinds: [], passes: true },
  'no more in the middle': { make: () => ({ hasMore: 'false-early' }), kinds: [] },
};
