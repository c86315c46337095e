import type { CopiedResponse } from './copied-response';
import { LINE } from './handshake';
import { takeLine } from './take-line';

/** The content script's end of the line to the observer in the page's world. */
export interface ObserverLink {
  /** Whether there is an observer at all; there is none for a script that came late. */
  isLinked(): boolean;
  /** Whether copies are to be made; they are, until told otherwise. */
  want(isWanted: boolean): void;
  /** Makes the observer pass everything by from now on. */
  close(): void;
}

/** What comes through it is as trustworthy as the page: whoever runs in the page's world could have sent it. */
export function linkObserver(onCopy: (copy: CopiedResponse) => void): ObserverLink {
  let line: EventTarget | undefined;
  let isWanted = true;
  const onEvent = (event: Event): void => {
    const { data } = event as MessageEvent<unknown>;
    if (isCopy(data)) onCopy(data);
  };
  const stopWaiting = takeLine((taken) => {
    line = taken;
    line.addEventListener(LINE.copy, onEvent);
  });
  return {
    isLinked() {
      // Asked when the page has begun: who offers a line from now on is the page.
      stopWaiting();
      return line !== undefined;
    },
    want(nowWanted) {
      if (nowWanted === isWanted) return;
      isWanted = nowWanted;
      line?.dispatchEvent(new Event(isWanted ? LINE.wanted : LINE.unwanted));
    },
    close() {
      stopWaiting();
      line?.dispatchEvent(new Event(LINE.unwanted));
      line?.removeEventListener(LINE.copy, onEvent);
      line = undefined;
    },
  };
}

function isCopy(message: unknown): message is CopiedResponse {
  if (typeof message !== 'object' || message === null) return false;
  const { url, status, body, pageUrl } = message as Partial<Record<keyof CopiedResponse, unknown>>;
  const isTextOrMissing = body === undefined || typeof body === 'string';
  return (
    typeof url === 'string' && typeof status === 'number' && isTextOrMissing && typeof pageUrl === 'string'
  );
}
