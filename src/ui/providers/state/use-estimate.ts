import type { ReadonlySignal } from '@preact/signals';
import type { OperationName } from '../../../model/providers/operation';
import type { Estimate } from '../../../model/providers/run';
import { useUi } from '../../shell/ui-context';
import type { Async } from '../../stores/async';
import { useKeptEstimate } from './use-kept-estimate';

/** What is to be asked; `calls` of that kind, one unless said. */
export interface Question {
  readonly operation: OperationName;
  readonly input: Readonly<Record<string, unknown>>;
  readonly calls?: number;
}

/** What a question will cost; see `use-kept-estimate`. */
export function useEstimate(question: Question | undefined): ReadonlySignal<Async<Estimate> | undefined> {
  const { ports } = useUi();
  return useKeptEstimate(question, (of) => ports.client('operation.estimate', of as never));
}
