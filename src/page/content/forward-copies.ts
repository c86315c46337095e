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

  const hold = (capture: CaptureReport): void => {
    const length = heldLength + capture.body.length;
    if (held.length >= MAX_HELD || length > MAX_HELD_LENGTH) {
      droppedOn = capture.pageUrl;
      return;
    }
    heldLength = length;
    held.push(capture);
  };
  return {
    take(copy) {
      if (isAllowed === false) return;
      const { body, pageUrl } = copy;
      const at = Date.now();
      if (body === undefined) {
        // Nothing to send on: what the response brought is in the page's own state.
        if (isAllowed) void send('state.changed', { pageUrl, at });
        else droppedOn = pageUrl;
      } else if (isAllowed) void send('capture.report', { ...copy, body, at });
      else hold({ ...copy, body, at });
    },
    allow(allowed) {
      isAllowed = allowed;
      const waiting = held;
      held = [];
      heldLength = 0;
      const pageUrl = droppedOn;
      droppedOn = undefined;
      if (!allowed) return;
      for (const capture of waiting) void send('capture.report', capture);
      if (pageUrl !== undefined) void send('state.changed', { pageUrl, at: Date.now() });
    },
  };
}
