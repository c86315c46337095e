import * as z from 'zod/mini';
import { AppError, toAppError, toErrorReport } from '../model/errors';
import { listenForMessages } from '../platform/runtime';
import type { MessageSender } from '../platform/runtime';
import type { Contract, Handlers } from './contract';
import type { Guard } from './guards';
import type { WireAnswer, WireCall } from './wire';

const wireCallSchema = z.object({ to: z.string(), name: z.string(), input: z.unknown() });

/** One direction that the background answers. */
export interface Served<C extends Contract> {
  readonly to: WireCall['to'];
  readonly contract: C;
  readonly handlers: Handlers<C>;
  readonly guard: Guard;
  /** Told of every error that is answered, once; it decides which of them are worth more than the answer. */
  readonly onFailed?: (error: AppError, name: string) => void;
}

/**
 * Answers every call of the contract from now on: checks the sender, parses the input, runs the handler. Failures
 * are answered as reports, so a caller always hears something. Calls of other directions are left to others. Attach
 * in the first turn of the worker.
 */
export function serve<C extends Contract>(served: Served<C>, signal?: AbortSignal): void {
  listenForMessages((message, sender) => {
    const call = wireCallSchema.safeParse(message);
    if (!call.success || call.data.to !== served.to) return undefined;
    return answer(served, call.data, sender);
  }, signal);
}

async function answer<C extends Contract>(
  served: Served<C>,
  call: { name: string; input?: unknown },
  sender: MessageSender,
): Promise<WireAnswer> {
  try {
    const caller = served.guard(sender);
    if (!caller) throw new AppError('invalid-input', { details: { reason: 'sender' } });
    if (!Object.hasOwn(served.contract, call.name)) {
      throw new AppError('invalid-input', { details: { reason: 'name' } });
    }
    const name: keyof C = call.name;
    const entry = served.contract[name];
    const handler = served.handlers[name];
    if (!entry || !handler) throw new AppError('invalid-input', { details: { reason: 'name' } });
    const input = z.safeParse(entry.input, call.input);
    if (!input.success) {
      const path = input.error.issues[0]?.path.join('.') ?? '';
      throw new AppError('invalid-input', { details: { reason: 'shape', path } });
    }
    return { ok: true, value: await handler(input.data as never, caller) };
  } catch (thrown) {
    const error = toAppError(thrown);
    served.onFailed?.(error, call.name);
    return { ok: false, error: toErrorReport(error) };
  }
}
