import type { EvaluateInExtension } from '../../support/extension-storage';

/** What the background answers, as it is on the wire. */
export interface BackgroundAnswer {
  readonly ok?: boolean;
  readonly value?: unknown;
  readonly error?: {
    readonly code: string;
    readonly retryable: boolean;
    readonly details: Readonly<Record<string, unknown>>;
  };
}

/** How a question to a provider went, as far as journeys look at it. */
export interface RunSeen {
  readonly provider: string;
  readonly billedCalls: number;
  readonly cost: Readonly<Record<string, number>>;
  readonly cached?: string;
  readonly failed: readonly {
    readonly provider?: string;
    readonly kind: string;
    readonly status?: number;
    readonly billed: boolean;
  }[];
}

/** One call by the contract, sent from a page of the extension as the page's own client sends it; never repeated. */
export async function askBackground(
  evaluate: EvaluateInExtension,
  name: string,
  input: object,
): Promise<BackgroundAnswer> {
  const call = { to: 'background', name, input };
  return (await evaluate(`chrome.runtime.sendMessage(${JSON.stringify(call)})`)) as BackgroundAnswer;
}

/** The same, for a call that is sure to succeed: its value. */
export async function demandOfBackground<Value>(
  evaluate: EvaluateInExtension,
  name: string,
  input: object,
): Promise<Value> {
  const answer = await askBackground(evaluate, name, input);
  if (answer.ok !== true) throw new Error(`${name} was refused: ${JSON.stringify(answer)}`);
  return answer.value as Value;
}
