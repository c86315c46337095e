import { emit } from '../../messaging/events';
import { guardOwnPages } from '../../messaging/guards';
import { offscreenToBackground } from '../../messaging/offscreen-to-background/schemas';
import { serve } from '../../messaging/serve';
import { dropAlarm, keepAlarm } from '../../platform/worker/alarms';
import { hasAccess } from '../../platform/permissions';
import { hasOffscreen } from '../../platform/offscreen';
import { extensionVersion, toExtensionUrl } from '../../platform/runtime';
import {
  findDownload,
  findDownloadState,
  findSavedName,
  onDownloadEnded,
  saveFile,
} from '../../platform/save-file';
import type { ExportState } from '../../model/export';
import { CDN_PATTERNS } from '../../site/media-hosts.catalog';
import { exportNews } from '../jobs/files/reach-files';
import type { Problems } from '../problems/create-problems';
import type { Exports } from './create-exports';
import { createExports } from './create-exports';
import { createExportRecords } from './export-records';
import type { ExportsPorts } from './exports-ports';
import { createLocalHost } from './local-host';
import { createOffscreenHost } from './offscreen-host';

/** Wakes Firefox's event page while it writes: only what comes in from outside prolongs its life (measured, Firefox 153). */
export const EXPORT_ALARM = 'export.alive';
/** A third of a minute; Firefox has no floor, and ends an event page after 30 s. */
const ALARM_MINUTES = 1 / 3;

/**
 * Attaches what exports listen to, carries on what was left unfinished, and gives what the handlers of `export.*` call.
 * Must run in the first turn of the background, whatever woke it. Whoever listens to alarms need do nothing about
 * `EXPORT_ALARM`: its coming in is what it is for.
 */
export function startExports(
  outside: Pick<ExportsPorts, 'findSubject' | 'closeOpenCollections' | 'marks'> & {
    /** Exports whose end a job has not taken note of yet, by their ids. */
    readonly listAwaited: () => Promise<ReadonlySet<string>>;
    /** Told of every export that failed, wherever it was started. */
    readonly onFailed: (state: ExportState) => Promise<void>;
    readonly problems: Problems;
  },
): Exports {
  const { findSubject, closeOpenCollections, marks, listAwaited, onFailed, problems } = outside;
  const note = (thrown: unknown) => void problems.record(thrown, 'export');
  const inChromium = hasOffscreen();
  const host = inChromium
    ? createOffscreenHost()
    : createLocalHost(toExtensionUrl('/export-worker.js'), {
        onProgress: (exportId, progress) => void exports.onProgress(exportId, progress).catch(note),
        onEnded: (ended) => void exports.onEnded(ended).catch(note),
      });
  const exports: Exports = createExports({
    host,
    records: createExportRecords(listAwaited),
    extensionVersion: extensionVersion(),
    findSubject,
    closeOpenCollections,
    hasMediaAccess: () => hasAccess(CDN_PATTERNS),
    marks,
    emit: async (state) => {
      await emit('export.changed', state);
      exportNews.tell(state.exportId);
      if (state.state === 'failed') await onFailed(state);
    },
    saveFile,
    findDownload,
    findSavedName,
    findDownloadState,
    keepAlive: (isWorking) => keepEventPage(isWorking && !inChromium),
    now: () => Date.now(),
    createId: () => crypto.randomUUID(),
  });
  onDownloadEnded((end) => void exports.onDownloadEnded(end).catch(note));
  if (inChromium) listenToOffscreen(exports, problems);
  void exports.resume().catch(note);
  return exports;
}

function listenToOffscreen(exports: Exports, problems: Problems): void {
  serve({
    to: 'background-from-offscreen',
    contract: offscreenToBackground,
    guard: (sender) => (sender.url === toExtensionUrl('/offscreen.html') ? guardOwnPages(sender) : undefined),
    onFailed: (error, name) => void problems.record(error, name),
    handlers: {
      'export.progress': ({ exportId, ...progress }) =>
        exports.onProgress(exportId, progress).then(() => ({})),
      'export.ended': (ended) => exports.onEnded(ended).then(() => ({})),
    },
  });
}

function keepEventPage(isWorking: boolean): Promise<void> {
  return isWorking ? keepAlarm(EXPORT_ALARM, ALARM_MINUTES) : dropAlarm(EXPORT_ALARM);
}
