import { hasPageBegun, LINE_OFFERED } from './handshake';

/**
 * Takes the line that the observer of the page's world offers. Never called back when there is no observer, or when this
 * script came late: then a page's script could offer a line of its own. Returns what ends the waiting.
 */
export function takeLine(onLine: (line: EventTarget) => void): () => void {
  const onOffer = (event: Event): void => {
    stop();
    const line = hasPageBegun() ? null : (event as FocusEvent).relatedTarget;
    if (!line) return;
    event.preventDefault();
    onLine(line);
  };
  const stop = (): void => document.removeEventListener(LINE_OFFERED, onOffer);
  if (!hasPageBegun()) document.addEventListener(LINE_OFFERED, onOffer);
  return stop;
}
