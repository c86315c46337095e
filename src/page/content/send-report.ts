import type { ContentToBackground } from '../../messaging/content-to-background/types';
import type { WireAnswer, WireCall } from '../../messaging/wire';
import { isExtensionAlive, sendToExtension } from '../../platform/page-runtime';

/** Tells the background something. Answers `undefined` when it was refused, or when nobody is there to take it. */
export type SendReport = <Name extends keyof ContentToBackground>(
  name: Name,
  input: ContentToBackground[Name]['input'],
) => Promise<ContentToBackground[Name]['output'] | undefined>;

/** @param onOrphaned Called when the extension has gone: nothing this script does has a reader any more. */
export function createSendReport(onOrphaned: () => void): SendReport {
  return async (name, input) => {
    const call: WireCall = { to: 'background-from-content', name, input };
    const answer = (await deliver(call, onOrphaned)) as WireAnswer | undefined;
    return answer?.ok ? (answer.value as ContentToBackground[typeof name]['output']) : undefined;
  };
}

/** A worker that was just being started or stopped may miss a message: a second try, and no third. */
async function deliver(call: WireCall, onOrphaned: () => void): Promise<unknown> {
  for (const isLastTry of [false, true]) {
    try {
      return await sendToExtension(call);
    } catch {
      if (!isExtensionAlive()) {
        onOrphaned();
        return undefined;
      }
      if (isLastTry) return undefined;
    }
  }
  return undefined;
}
