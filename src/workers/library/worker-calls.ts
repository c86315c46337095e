import type { ErrorReport } from '../../model/errors';
import { toAppError, toErrorReport } from '../../model/errors';

/** What can be asked of a worker: every function answers a promise of something that can be copied. */
export type WorkerApi = object;

/** The names of an api's functions. */
export type CallName<Api> = {
  [Name in keyof Api]: Api[Name] extends (...args: never[]) => Promise<unknown> ? Name : never;
}[keyof Api] &
  string;

export interface WorkerCall {
  readonly id: number;
  readonly name: string;
  readonly args: readonly unknown[];
}

export type WorkerAnswer =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly error: ErrorReport };

type Callable = Readonly<Record<string, (...args: readonly unknown[]) => Promise<unknown>>>;

/** Answers one call; what fails is answered, too. */
export async function answerCall(api: WorkerApi, call: WorkerCall): Promise<WorkerAnswer> {
  try {
    const act = Object.hasOwn(api, call.name) ? (api as Callable)[call.name] : undefined;
    if (!act) throw new Error(`nothing is called ${call.name}`);
    return { id: call.id, ok: true, value: await act(...call.args) };
  } catch (thrown) {
    return { id: call.id, ok: false, error: toErrorReport(toAppError(thrown)) };
  }
}
