import * as z from 'zod/mini';
import { AppError } from '../model/errors';
import { errorReportSchema } from '../model/error-report';
import { sendToExtension } from '../platform/runtime';
import type { Contract, Input, Output } from './contract';

/** Typed calls: `client('export.start', {…})`. Every failure is an `AppError`. */
export type Client<C extends Contract> = <Name extends keyof C & string>(
  name: Name,
  input: Input<C, Name>,
) => Promise<Output<C, Name>>;

const answerSchema = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: errorReportSchema }),
]);

/**
 * A client of the background for pages of the extension. A worker that died between waking and answering is asked
 * once more, unless the call may be done only once; then `page-not-reached`. `extension-updated`: this page is older than the extension that runs now.
 */
export function createClient<C extends Contract>(
  contract: C,
  send: (message: unknown) => Promise<unknown> = sendToExtension,
): Client<C> {
  return async (name, input) => {
    const entry = contract[name];
    const sendOne = () => send({ to: 'background', name, input });
    const answer = answerSchema.safeParse(await sendTwice(sendOne, entry?.once === true));
    if (!answer.success) throw new AppError('page-not-reached', { retryable: true, details: { name } });
    if (!answer.data.ok) {
      const { code, retryable, details } = answer.data.error;
      throw new AppError(code, { retryable, details });
    }
    const value = entry && z.safeParse(entry.output, answer.data.value);
    // An answer of another shape comes from another version of the background.
    if (!value?.success) throw new AppError('extension-updated', { details: { name } });
    return value.data as never;
  };
}

/** No answer at all (`undefined`) is how the polyfill tells of a worker that ended before it answered. */
async function sendTwice(send: () => Promise<unknown>, isOnce: boolean): Promise<unknown> {
  let failure: unknown;
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      const answer = await send();
      if (answer !== undefined) return answer;
      if (isOnce) break;
    } catch (thrown) {
      if (isOutdated(thrown)) throw new AppError('extension-updated', { cause: thrown });
      failure = thrown;
      if (isOnce && !isUnheard(thrown)) break;
    }
  }
  throw new AppError('page-not-reached', { retryable: true, cause: failure });
}

/** What both browsers throw in a page whose extension was replaced (measured, Chromium 156). */
const isOutdated = (thrown: unknown) => /context invalidated/i.test(String(thrown));

/** What both browsers throw where nobody listens yet: the call has reached nobody (Chromium 156, Firefox 153). */
const isUnheard = (thrown: unknown) => /receiving end does not exist/i.test(String(thrown));
