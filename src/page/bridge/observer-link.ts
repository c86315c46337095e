import type { CopiedResponse } from './copied-response';
import { takePort } from './take-port';

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
  let port: MessagePort | undefined;
  let isWanted = true;
  const stopWaiting = takePort((taken) => {
    port = taken;
    port.onmessage = (event) => {
      if (isCopy(event.data)) onCopy(event.data);
    };
  });
  return {
    isLinked() {
      // Asked when the page has begun: who offers a port from now on is the page.
      stopWaiting();
      return port !== undefined;
    },
    want(nowWanted) {
      if (nowWanted === isWanted) return;
      isWanted = nowWanted;
      port?.postMessage(isWanted);
    },
    close() {
      stopWaiting();
      port?.postMessage(false);
      port?.close();
      port = undefined;
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
