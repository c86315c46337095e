import { hasPageBegun, PORT_OFFERED } from './handshake';

/**
 * Hands one end of a channel to the content script of the isolated world, before the page's first script, and answers the
 * other; `undefined` when nobody took it. Ports pass between worlds in an event (measured, Chromium 156, Firefox 153).
 */
export function offerPort(): MessagePort | undefined {
  if (hasPageBegun()) return undefined;
  const { port1, port2 } = new MessageChannel();
  const offer = new MessageEvent(PORT_OFFERED, { ports: [port2], cancelable: true });
  return document.dispatchEvent(offer) ? undefined : port1;
}
