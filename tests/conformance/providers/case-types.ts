import type { Credential } from '../../../src/model/providers/credential';
import type { OperationInput, OperationName } from '../../../src/model/providers/operation';
import type { OperationOutput } from '../../../src/model/providers/operation-output';
import type { ProviderErrorKind } from '../../../src/model/providers/provider-error';
import type { ProviderId } from '../../../src/model/providers/provider.catalog';

/** What one endpoint is asked, and with what exactly. */
interface RequestOf<Name extends OperationName> {
  readonly operation: Name;
  /** The vendor's path, which names the endpoint of the operation. */
  readonly path: string;
  readonly input: OperationInput<Name>;
  /** The whole query as it leaves, decoded; the order does not matter. The key's own parameter is left out. */
  readonly query: Readonly<Record<string, string>>;
}

/** An input that an endpoint cannot express, and its word for what that is. */
interface GapOf<Name extends OperationName> {
  readonly operation: Name;
  readonly path: string;
  readonly input: OperationInput<Name>;
  readonly gap: string;
}

/** An answer of the documented shape, and the model's words for it. */
interface AnswerOf<Name extends OperationName> {
  readonly operation: Name;
  readonly path: string;
  readonly input: OperationInput<Name>;
  /** The whole body, envelope and all; text where it cannot be written as an object (ids beyond 2^53). */
  readonly body: unknown;
  /** The whole output. */
  readonly output: OperationOutput<Name>;
  /** Dotted path (`data.data.comments`) of the list that must not be missing: renamed, the answer is no answer. */
  readonly list?: string;
  /** Dotted paths of times: the same moment in the other unit gives the same output. */
  readonly times?: readonly string[];
}

/** An answer from which an operation must end in a failure. */
interface FailedOf<Name extends OperationName> {
  readonly what: string;
  readonly operation: Name;
  readonly path: string;
  readonly input: OperationInput<Name>;
  readonly body: unknown;
  readonly failure: Expected;
}

interface Expected {
  readonly kind: ProviderErrorKind;
  readonly billed: boolean;
  readonly reason?: string;
  readonly requestId?: string;
  readonly retryAfterMs?: number;
  readonly noRetry?: boolean;
  readonly asksOtherDoor?: boolean;
}

type Each<T extends { [Name in OperationName]: unknown }> = T[OperationName];
export type RequestCase = Each<{ [Name in OperationName]: RequestOf<Name> }>;
export type GapCase = Each<{ [Name in OperationName]: GapOf<Name> }>;
export type AnswerCase = Each<{ [Name in OperationName]: AnswerOf<Name> }>;
export type FailedCase = Each<{ [Name in OperationName]: FailedOf<Name> }>;

/** A row of the vendor's error table. `body` may be text (HTML) or an object. */
export interface RefusalCase {
  readonly what: string;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** The endpoint that answers so; any when absent. */
  readonly path?: string;
  readonly failure: Expected;
}

/** All that a series must show. Every endpoint has at least one request and one answer. */
export interface ProviderCases {
  readonly provider: ProviderId;
  readonly credential: Credential;
  /** Base addresses that requests may go to, by region. */
  readonly bases: Readonly<Partial<Record<Credential['region'], string>>>;
  /** Where the key stands, and nowhere else. */
  readonly keyIn: { readonly header: string; readonly value: string } | { readonly query: string };
  /** Whether the vendor charges for an answer of HTTP 200 that is empty, cut or something else. */
  readonly isUnreadableBilled: boolean;
  readonly requests: readonly RequestCase[];
  readonly gaps?: readonly GapCase[];
  readonly answers: readonly AnswerCase[];
  readonly failed: readonly FailedCase[];
  readonly refusals: readonly RefusalCase[];
}

/** The moment at which every case is asked and answered. */
export const NOW = Date.UTC(2026, 8, 1, 12);
