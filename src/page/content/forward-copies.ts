import type { CaptureReport } from '../../messaging/content-to-background/types';
import type { CopiedResponse } from '../bridge/copied-response';
import type { SendReport } from './send-report';

/** What is held at most while it is not known whether captures are wanted. */
const MAX_HELD = 60;
const MAX_HELD_LENGTH = 8_000_000;

export interface CopyForwarder {
  /** Takes what the observer copied. */
  take(copy: CopiedResponse): void;
  /** The background's word: captures are wanted, or not. What was held is sent, or dropped. */
  allow(isAllowed: boolean): void;
}

/** Sends copies on to the background once it has said that it wants them. */
export function createCopyForwarder(send: SendReport): CopyForwarder {
  let isAllowed: boolean | undefined;
  let held: CaptureReport[] = [];
  let heldLength = 0;
  /** Where the page was when something that could not be held came last. */
  let droppedOn: string | undefined;

  const flush = (): void => {
    const waiting = held;
    const pageUrl = droppedOn;
    held = [];
    heldLength = 0;
    droppedOn = undefined;
    if (!isAllowed) return;
    for (const capture of waiting) void send('capture.report', capture);
    if (pageUrl !== undefined) void send('state.changed', { pageUrl, at: Date.now() });
  };
  return {
    take(copy) {
      const { body, pageUrl } = copy;
      const length = heldLength + (body?.length ?? 0);
      const isHeld = held.length < MAX_HELD && length <= MAX_HELD_LENGTH;
      if (isAllowed === false) return;
      // No text to send on, or no room for it: what the response brought is in the page's own state.
      if (body === undefined || (!isAllowed && !isHeld)) droppedOn = pageUrl;
      else {
        heldLength = length;
        held.push({ ...copy, body, at: Date.now() });
      }
      if (isAllowed) flush();
    },
    allow(allowed) {
      isAllowed = allowed;
      flush();
    },
  };
}
