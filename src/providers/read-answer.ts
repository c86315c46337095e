import type { OperationInput, OperationName } from '../model/providers/operation';
import type { OperationOutput } from '../model/providers/operation-output';
import { ProviderError } from '../model/providers/provider-error';
import type { Endpoint, EndpointCall, HttpResponse, Opened, Provider } from './provider';

/** What was asked, of whom. */
export interface Question<Name extends OperationName> {
  readonly provider: Provider;
  readonly operation: Name;
  readonly endpoint: Endpoint<Name>;
  readonly input: OperationInput<Name>;
  readonly call: EndpointCall;
}

export interface Answer<Name extends OperationName> {
  readonly output: OperationOutput<Name>;
  readonly opened: Opened;
}

/**
 * An answer as it came, in the model's words. Throws a `ProviderError` that knows whose it is and of what: a payload
 * that cannot be read is charged for like one that can, and has the same request id. What an endpoint throws beside a
 * `ProviderError` is a fault of ours and becomes `invalid-response`, so that one odd row ends one question only.
 */
export function readAnswer<Name extends OperationName>(
  question: Question<Name>,
  response: HttpResponse,
): Answer<Name> {
  const { provider, operation, endpoint, input, call } = question;
  const whose = { provider: provider.id, operation, status: response.status };
  let opened: Opened | undefined;
  try {
    opened = provider.open(response, call);
    return { output: endpoint.read(opened.payload, input), opened };
  } catch (thrown) {
    const error =
      thrown instanceof ProviderError
        ? thrown
        : new ProviderError('invalid-response', { reason: 'unreadable' }, thrown);
    const known = opened && {
      billed: opened.billed,
      ...(opened.requestId === undefined ? {} : { requestId: opened.requestId }),
    };
    throw error.with({
      ...whose,
      ...(error.failure.status === undefined ? {} : { status: error.failure.status }),
      ...known,
    });
  }
}
