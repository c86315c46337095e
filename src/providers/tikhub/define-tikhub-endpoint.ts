import type * as z from 'zod/mini';
import type { OperationInput, OperationName } from '../../model/providers/operation';
import type { OperationOutput } from '../../model/providers/operation-output';
import { defineEndpoint } from '../provider';
import type { Endpoint } from '../provider';
import { readShape } from '../rows/read-shape';
import type { TikhubPayload } from './envelope';

interface TikhubPlan<Name extends OperationName, T extends z.core.$ZodType> extends Omit<
  Endpoint<Name>,
  'read'
> {
  readonly operation: Name;
  /** Of the payload's `content`. */
  readonly shape: T;
  readonly map: (
    row: z.output<T>,
    input: OperationInput<Name>,
    around: Pick<TikhubPayload, 'beside' | 'asked'>,
  ) => OperationOutput<Name>;
}

/** Joins an endpoint's shape with its mapping, so that no mapping sees what has not been checked. */
export function defineTikhubEndpoint<Name extends OperationName, T extends z.core.$ZodType>(
  plan: TikhubPlan<Name, T>,
): Endpoint<Name> {
  const { operation, shape, map, ...rest } = plan;
  return defineEndpoint(operation, {
    ...rest,
    read: (payload, input) => {
      const { content, ...around } = payload as TikhubPayload;
      return map(readShape(shape, content), input, around);
    },
  });
}
