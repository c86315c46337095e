import { hasPageBegun, PORT_OFFERED, PORT_WANTED } from './handshake';

/**
 * Takes the port that the observer of the page's world offers. Never called back when there is no observer, or when this
 * script came late: then a page's script could offer a port of its own.
 */
export function takePort(onPort: (port: MessagePort) => void): void {
  if (hasPageBegun()) return;
  const onOffer = (event: Event): void => {
    const port = hasPageBegun() ? undefined : (event as MessageEvent).ports[0];
    if (!port) return;
    event.preventDefault();
    onPort(port);
  };
  document.addEventListener(PORT_OFFERED, onOffer, { once: true });
  document.dispatchEvent(new Event(PORT_WANTED));
}
