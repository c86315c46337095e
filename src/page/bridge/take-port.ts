import { hasPageBegun, PORT_OFFERED } from './handshake';

/**
 * Takes the port that the observer of the page's world offers. Never called back when there is no observer, or when this
 * script came late: then a page's script could offer a port of its own. Returns what ends the waiting.
 */
export function takePort(onPort: (port: MessagePort) => void): () => void {
  const onOffer = (event: Event): void => {
    stop();
    const port = hasPageBegun() ? undefined : (event as MessageEvent).ports[0];
    if (!port) return;
    event.preventDefault();
    onPort(port);
  };
  const stop = (): void => document.removeEventListener(PORT_OFFERED, onOffer);
  if (!hasPageBegun()) document.addEventListener(PORT_OFFERED, onOffer);
  return stop;
}
