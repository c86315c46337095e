/** From the page's world: here is a port. Cancelled by whoever takes it. */
export const PORT_OFFERED = 'hongshu-companion:port-offered';

/** From the isolated world: is there a port? */
export const PORT_WANTED = 'hongshu-companion:port-wanted';
