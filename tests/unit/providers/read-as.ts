import type { Credential } from '../../../src/model/providers/credential';
import type { OperationInput, OperationName } from '../../../src/model/providers/operation';
import type { OperationOutput } from '../../../src/model/providers/operation-output';
import { ProviderError } from '../../../src/model/providers/provider-error';
import type { Endpoint, Provider } from '../../../src/providers/provider';

/** The endpoint of an operation, by its place in the provider's order. */
export function endpointOf<Name extends OperationName>(
  provider: Provider,
  operation: Name,
  place = 0,
): Endpoint<Name> {
  const found = provider.operations[operation]?.[place];
  if (!found) throw new Error(`${provider.id} has no ${operation} at ${String(place)}`);
  return found as Endpoint<Name>;
}

/** The address that is asked for an input, the key written as `KEY`. */
export function toUrl<Name extends OperationName>(
  provider: Provider,
  endpoint: Endpoint<Name>,
  input: OperationInput<Name>,
): string {
  const credential: Credential = { family: provider.family, key: 'KEY-', region: 'world', savedAt: 1 };
  const call = { path: endpoint.path, query: endpoint.toQuery(input, 0) };
  return provider.toRequest(call, credential).url;
}

/** A body as the provider reads it, envelope and all. */
export function readAs<Name extends OperationName>(
  provider: Provider,
  endpoint: Endpoint<Name>,
  body: unknown,
  input: OperationInput<Name>,
): OperationOutput<Name> {
  const call = { path: endpoint.path, query: endpoint.toQuery(input, 0) };
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return endpoint.read(provider.open({ status: 200, headers: {}, text, at: 0 }, call).payload, input);
}

export function failureOf(act: () => unknown) {
  try {
    act();
  } catch (thrown) {
    if (thrown instanceof ProviderError) return thrown.failure;
    throw thrown;
  }
  throw new Error('nothing was thrown');
}
