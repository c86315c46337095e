import type { CDPSession } from 'playwright-core';

/**
 * Installs an unpacked extension in a running browser; one that is there already is replaced, as an update does. Needs a
 * browser that was started with `beforeInstall`.
 */
export async function installExtension(browserSession: CDPSession, extensionDir: string): Promise<void> {
  // The command is not in the driver's list of the protocol.
  const send = browserSession.send.bind(browserSession) as (
    method: string,
    parameters: object,
  ) => Promise<unknown>;
  await send('Extensions.loadUnpacked', { path: extensionDir });
}
