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
  /** A worker that was just being started or stopped may miss a message: a second try, and no third. */
  const deliver = (call: WireCall, isLastTry: boolean): Promise<unknown> =>
    sendToExtension(call).catch(() => {
      if (!isExtensionAlive()) onOrphaned();
      else if (!isLastTry) return deliver(call, true);
      return undefined;
    });
  return async (name, input) => {
    const answer = (await deliver({ to: 'background-from-content', name, input }, false)) as
      WireAnswer | undefined;
    return answer?.ok ? (answer.value as ContentToBackground[typeof name]['output']) : undefined;
  };
}
