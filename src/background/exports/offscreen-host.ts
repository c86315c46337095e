import { omitUndefined } from '../../lib/omit-undefined';
import { createClient } from '../../messaging/create-client';
import { backgroundToOffscreen } from '../../messaging/background-to-offscreen/schemas';
import { AppError } from '../../model/errors';
import { closeOffscreen, openOffscreen } from '../../platform/offscreen';
import { sendToExtension } from '../../platform/runtime';
import { removeAllExportFiles } from '../../workers/export/export-files';
import type { ExportHost } from './export-host';

/** Shown by nobody today; the browser asks for it. */
const WHY = 'Writes the exported file in a worker and gives it an address from which it is downloaded.';

/** The host in Chromium: an offscreen document that is open while an export needs it. It outlives the service worker. */
export function createOffscreenHost(): ExportHost {
  const call = createClient(backgroundToOffscreen, (message) =>
    sendToExtension({ ...(message as object), to: 'offscreen' }),
  );
  const listHeld = async () => {
    try {
      return await call('export.held', {});
    } catch (thrown) {
      // No document is open, so nobody answers: nothing is held.
      if (thrown instanceof AppError && thrown.code === 'page-not-reached') return [];
      throw thrown;
    }
  };
  return {
    async write({ stoppedBy, since, ...job }) {
      await openOffscreen('offscreen.html', WHY);
      await call('export.write', { ...job, ...omitUndefined({ stoppedBy, since }) });
    },
    async drop(exportId) {
      const held = await listHeld();
      if (held.some((one) => one.exportId === exportId)) await call('export.drop', { exportId });
      if (held.every((one) => one.exportId === exportId)) await closeOffscreen();
    },
    async dropAll() {
      // The document may be closed, and only the worker be left; both see the same files. Its workers go with it.
      await closeOffscreen();
      await removeAllExportFiles();
    },
    listHeld,
  };
}
