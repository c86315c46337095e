import type { BackgroundToContent } from '../../messaging/background-to-content/types';
import type { WireAnswer, WireCall } from '../../messaging/wire';
import { onExtensionMessage } from '../../platform/page-runtime';

/** What answers calls of the background; each script of a page answers its own. */
export type CallHandlers = {
  readonly [Name in keyof BackgroundToContent]?: (
    input: BackgroundToContent[Name]['input'],
  ) => void | Promise<void>;
};

/** Answers the background's calls; returns what ends that. Messages for others are left alone. */
export function answerCalls(handlers: CallHandlers): () => void {
  return onExtensionMessage((message, answer) => {
    const call = message as Partial<WireCall> | null;
    if (call?.to !== 'content' || !isName(call.name, handlers)) return false;
    void run(handlers[call.name] as (input: unknown) => void | Promise<void>, call.input).then(answer);
    return true;
  });
}

function isName(name: string | undefined, handlers: CallHandlers): name is keyof CallHandlers {
  return name !== undefined && Object.hasOwn(handlers, name);
}

async function run(handler: (input: unknown) => void | Promise<void>, input: unknown): Promise<WireAnswer> {
  try {
    await handler(input);
    return { ok: true, value: {} };
  } catch (thrown) {
    const details = { reason: String(thrown).slice(0, 300) };
    return { ok: false, error: { code: 'unexpected', message: 'unexpected', retryable: false, details } };
  }
}
