import { omitUndefined } from '../../lib/omit-undefined';
import { createClient } from '../../messaging/create-client';
import { backgroundToOffscreen } from '../../messaging/background-to-offscreen/schemas';
import { guardBackground } from '../../messaging/guards';
import { offscreenToBackground } from '../../messaging/offscreen-to-background/schemas';
import { serve } from '../../messaging/serve';
import { AppError } from '../../model/errors';
import { sendToExtension, toExtensionUrl } from '../../platform/runtime';
import { createLocalHost } from './local-host';

/** Makes this document the one that writes exports for the service worker. */
export function startOffscreen(): void {
  const call = createClient(offscreenToBackground, (message) =>
    sendToExtension({ ...(message as object), to: 'background-from-offscreen' }),
  );
  const host = createLocalHost(toExtensionUrl('/export-worker.js'), {
    onProgress: (exportId, progress) =>
      void call('export.progress', { exportId, ...omitUndefined(progress) }).catch(ignoreUnheard),
    onEnded: (ended) => void call('export.ended', ended).catch(ignoreUnheard),
  });
  serve({
    to: 'offscreen',
    contract: backgroundToOffscreen,
    guard: guardBackground,
    handlers: {
      'export.write': (job) => host.write(job).then(() => ({})),
      'export.drop': ({ exportId }) => host.drop(exportId).then(() => ({})),
      'export.held': async () => [...(await host.listHeld())],
    },
  });
}

/** The background asks what is held whenever it starts, so what it did not hear now it hears then. */
function ignoreUnheard(thrown: unknown): void {
  if (!(thrown instanceof AppError) || thrown.code !== 'page-not-reached') throw thrown;
}
