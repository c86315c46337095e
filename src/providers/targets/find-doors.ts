import type { OperationInput, OperationName } from '../../model/providers/operation';
import { unwrapCursor } from '../pages/page-cursor';
import type { PageCursor } from '../pages/page-cursor';
import type { Endpoint, Provider } from '../provider';

/** The provider's endpoints for an operation. The table types each by its operation; which is meant is known only here. */
export function findDoors(provider: Provider, operation: OperationName): readonly Endpoint<OperationName>[] {
  return (provider.operations[operation] ?? []) as readonly unknown[] as readonly Endpoint<OperationName>[];
}

export interface OwnInput {
  /** The input with the cursor as its provider wrote it. */
  readonly input: OperationInput<OperationName>;
  /** Who wrote it; absent on a list's first page. */
  readonly page: PageCursor | undefined;
}

/** What a provider gets to see of an input. */
export function toOwnInput(input: OperationInput<OperationName>): OwnInput {
  const wrapped = 'cursor' in input ? input.cursor : undefined;
  if (wrapped === undefined) return { input, page: undefined };
  const page = unwrapCursor(wrapped);
  return { input: { ...input, cursor: page.cursor } as OperationInput<OperationName>, page };
}
