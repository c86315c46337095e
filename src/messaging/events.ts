import * as z from 'zod/mini';
import { listenForMessages, sendToExtension } from '../platform/runtime';
import { backgroundToUi } from './background-to-ui/schemas';
import type { BackgroundToUi, EventName } from './background-to-ui/schemas';
import { guardBackground } from './guards';

export type EventPayload<Name extends EventName> = z.infer<BackgroundToUi[Name]>;

const wireEventSchema = z.object({ event: z.string(), payload: z.unknown() });

/** Tells every open page of the extension what changed. That no page is open is the usual case, and no failure. */
export async function emit<Name extends EventName>(name: Name, payload: EventPayload<Name>): Promise<void> {
  try {
    await sendToExtension({ event: name, payload });
  } catch (thrown) {
    if (!isUnheard(thrown)) throw thrown;
  }
}

/** Calls `listener` for every such event from the background, until the signal. */
export function onEvent<Name extends EventName>(
  name: Name,
  listener: (payload: EventPayload<Name>) => void,
  signal: AbortSignal,
): void {
  if (signal.aborted) return;
  listenForMessages((message, sender) => {
    const event = wireEventSchema.safeParse(message);
    if (!event.success || event.data.event !== name || !guardBackground(sender)) return undefined;
    const payload = z.safeParse(backgroundToUi[name], event.data.payload);
    if (payload.success) listener(payload.data as EventPayload<Name>);
    return undefined;
  }, signal);
}

/** What the browsers say when no other context listens, or none answers (Chromium 156, Firefox 153). */
const isUnheard = (thrown: unknown) =>
  /receiving end does not exist|message port closed|no listeners|no response/i.test(String(thrown));
