/** From the page's world: here is a port. Cancelled by whoever takes it. */
export const PORT_OFFERED = 'hongshu-companion:port-offered';

/** From the isolated world: is there a port? */
export const PORT_WANTED = 'hongshu-companion:port-wanted';

/**
 * Whether elements of the page, and so perhaps its scripts, are there already: then no word of the handshake is believed
 * any more. Other extensions may have put elements under the root before; the head is the first that the parser makes.
 */
export function hasPageBegun(): boolean {
  return document.head !== null || document.body !== null;
}
