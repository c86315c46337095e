import type { OperationInput, OperationName } from '../../../src/model/providers/operation';
import { ProviderError } from '../../../src/model/providers/provider-error';
import type { ProviderFailure } from '../../../src/model/providers/provider-error';
import type { Endpoint, Provider } from '../../../src/providers/provider';
import { readAnswer } from '../../../src/providers/read-answer';
import { NOW } from './case-types';

/** One call of a provider, named by its operation and path. The types of operations are the cases', see `case-types`. */
export interface Asked {
  readonly operation: OperationName;
  readonly path: string;
  readonly input: unknown;
}

type AnyInput = OperationInput<OperationName>;
type AnyEndpoint = Endpoint<OperationName>;

export function listEndpoints(provider: Provider): { operation: OperationName; path: string }[] {
  return Object.entries(provider.operations).flatMap(([operation, endpoints]) =>
    endpoints.map(({ path }) => ({ operation: operation as OperationName, path })),
  );
}

export function findEndpoint(provider: Provider, { operation, path }: Asked): AnyEndpoint {
  const endpoints = provider.operations[operation] as readonly AnyEndpoint[] | undefined;
  const endpoint = endpoints?.find((one) => one.path === path);
  if (!endpoint) throw new Error(`${provider.id} does not ask ${path} for ${operation}`);
  return endpoint;
}

export const toQuery = (provider: Provider, asked: Asked) =>
  findEndpoint(provider, asked).toQuery(asked.input as AnyInput, NOW);

export const findGap = (provider: Provider, asked: Asked) =>
  findEndpoint(provider, asked).findGap?.(asked.input as AnyInput);

export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

const toText = (body: unknown) => (typeof body === 'string' ? body : JSON.stringify(body));

/** What the product makes of a reply. Anything but a `ProviderError` is a fault, and is thrown on. */
export function read(
  provider: Provider,
  asked: Asked,
  reply: Reply,
): { output: unknown } | { failure: ProviderFailure } {
  const endpoint = findEndpoint(provider, asked);
  const call = { path: asked.path, query: endpoint.toQuery(asked.input as AnyInput, NOW) };
  const question = { provider, operation: asked.operation, endpoint, input: asked.input as AnyInput, call };
  const headers = { 'content-type': 'application/json', ...reply.headers };
  try {
    const { output } = readAnswer(question, {
      status: reply.status ?? 200,
      headers,
      text: toText(reply.body),
      at: NOW,
    });
    return { output };
  } catch (thrown) {
    if (thrown instanceof ProviderError) return { failure: thrown.failure };
    throw thrown;
  }
}
