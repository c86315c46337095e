import type { Credential } from '../model/providers/credential';
import type { OperationInput, OperationName } from '../model/providers/operation';
import type { OperationOutput } from '../model/providers/operation-output';
import type { ProviderFamily, ProviderId } from '../model/providers/provider.catalog';

/** Values of a query; what is `undefined` is not sent. Written in the order given. */
export type Query = Readonly<Record<string, string | number | boolean | undefined>>;

/** One call as the vendor documents it, before who pays for it is known. */
export interface EndpointCall {
  readonly path: string;
  readonly query: Query;
}

/** One call ready to be sent: GET, https. */
export interface HttpRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** An answer as it came. Header names are lower case. */
export interface HttpResponse {
  readonly status: number;
  /** When it came, epoch ms: headers that say until when to wait may name a moment instead of a span. */
  readonly at: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** A successful answer without its envelope. */
export interface Opened {
  readonly payload: unknown;
  readonly billed: boolean;
  readonly requestId?: string;
  /** Where the same answer can be read again for free for a day. A secret: it opens the payload to anybody. */
  readonly cacheUrl?: string;
}

/** One documented endpoint that answers an operation. */
export interface Endpoint<Name extends OperationName> {
  /** As the vendor writes it; the ledger and the price lists name it so. */
  readonly path: string;
  /** What of this input the endpoint cannot express (a filter, a missing token); `undefined`: nothing. */
  readonly findGap?: (input: OperationInput<Name>) => string | undefined;
  /** `now` (epoch ms) is for endpoints that want to be told the moment of asking. */
  readonly toQuery: (input: OperationInput<Name>, now: number) => Query;
  /**
   * The payload as the model's words. Throws a `ProviderError`: `invalid-response` naming what is missing or that it is
   * of another note than asked, `not-found` where the vendor gives nothing.
   */
  readonly read: (payload: unknown, input: OperationInput<Name>) => OperationOutput<Name>;
}

/** Ability = the key is present. More than one endpoint: asked in this order. */
export type Operations = { readonly [Name in OperationName]?: readonly Endpoint<Name>[] };

/**
 * A series of endpoints of one vendor that answer in one way. It knows no cache, store, limit or other provider; all of
 * it is pure.
 */
export interface Provider {
  readonly id: ProviderId;
  readonly family: ProviderFamily;
  readonly operations: Operations;
  /** Puts the key where the vendor wants it. */
  readonly toRequest: (call: EndpointCall, credential: Credential) => HttpRequest;
  /** Takes the envelope off. Throws a `ProviderError` for every row of the vendor's error table. */
  readonly open: (response: HttpResponse, call: EndpointCall) => Opened;
}

/** Types a provider's table. */
export function defineProvider(provider: Provider): Provider {
  return provider;
}

/** Types one endpoint, so that its functions know the operation's input and output. */
export function defineEndpoint<Name extends OperationName>(
  _operation: Name,
  endpoint: Endpoint<Name>,
): Endpoint<Name> {
  return endpoint;
}

/** A query as text, UTF-8 percent-encoded, without what is unknown. */
export function toQueryText(query: Query): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`],
  );
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}
