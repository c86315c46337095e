import type { CopiedResponse } from './copied-response';
import { hasPageBegun, LINE, LINE_OFFERED } from './handshake';

/** The content script's end of the line to the observer in the page's world. */
export interface ObserverLink {
  /** Whether there is an observer at all; there is none for a script that came late. */
  isLinked(): boolean;
  /** Whether copies are to be made; they are, until told otherwise. */
  want(isWanted: boolean): void;
  /** Makes the observer pass everything by from now on. */
  close(): void;
}

/**
 * Takes the line that the observer of the page's world offers before the page's first script. There is none where this
 * script came late: then a page's script could offer a line of its own. What comes through it is as trustworthy as the
 * page: whoever runs in the page's world could have sent it, in any shape. The background looks at every field
 * (`messaging/content-to-background/schemas`).
 */
export function linkObserver(onCopy: (event: MessageEvent<CopiedResponse>) => void): ObserverLink {
  let line: EventTarget | null | undefined;
  let isWanted = true;
  const onOffer = (event: Event): void => {
    document.removeEventListener(LINE_OFFERED, onOffer);
    line = hasPageBegun() ? null : (event as FocusEvent).relatedTarget;
    if (!line) return;
    event.preventDefault();
    line.addEventListener(LINE.copy, onCopy as EventListener);
  };
  if (!hasPageBegun()) document.addEventListener(LINE_OFFERED, onOffer);
  return {
    isLinked() {
      // Asked when the page has begun: who offers a line from now on is the page.
      document.removeEventListener(LINE_OFFERED, onOffer);
      return !!line;
    },
    want(nowWanted) {
      if (nowWanted === isWanted) return;
      isWanted = nowWanted;
      line?.dispatchEvent(new Event(isWanted ? LINE.wanted : LINE.unwanted));
    },
    close() {
      document.removeEventListener(LINE_OFFERED, onOffer);
      line?.dispatchEvent(new Event(LINE.unwanted));
      line?.removeEventListener(LINE.copy, onCopy as EventListener);
      line = undefined;
    },
  };
}
