/** A job finds how its file ended, however many others were written since. */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { createExports } from '../../../src/background/exports/create-exports';
import type { Exports } from '../../../src/background/exports/create-exports';
import { createExportRecords } from '../../../src/background/exports/export-records';
import { listAwaitedFiles } from '../../../src/background/jobs/files/list-awaited-files';
import { exportNews } from '../../../src/background/jobs/files/reach-files';
import type { ExportRequest } from '../../../src/model/export';
import { createConnection } from '../../../src/storage/database';
import type { DatabaseConnection } from '../../../src/storage/database';
import { createEngineUnderTest } from '../../support/jobs/engine-under-test';
import type { EngineUnderTest } from '../../support/jobs/engine-under-test';
import { createGatewayUnderTest } from '../../support/providers/gateway-under-test';

const toRequest = (noteId: string): ExportRequest => ({
  noteId,
  format: 'csv',
  preset: 'excel',
  withNoteColumns: false,
  timeZone: 'UTC',
  language: 'en',
});
/** More than are looked back on. */
const OTHERS = 25;

interface World {
  readonly exports: Exports;
  /** Notes whose files were begun to be written. */
  readonly written: string[];
  readonly records: ReturnType<typeof createExportRecords>;
  /** The file is on the disk. */
  end(exportId: string): Promise<void>;
}

/** The extension's own exports; their host only remembers what it was handed. */
function createWorld(connection: DatabaseConnection): World {
  const written: string[] = [];
  const records = createExportRecords(() => listAwaitedFiles(connection));
  let [now, ids] = [1, 0];
  const exports = createExports({
    extensionVersion: '1',
    host: {
      write: ({ request }) => {
        written.push(request.noteId);
        return Promise.resolve();
      },
      drop: () => Promise.resolve(),
      dropAll: () => Promise.resolve(),
      listHeld: () => Promise.resolve([]),
    },
    records,
    findSubject: () => Promise.resolve({ isKnown: true, comments: 1 }),
    closeOpenCollections: () => Promise.resolve(),
    hasMediaAccess: () => Promise.resolve(false),
    marks: { find: () => Promise.resolve({}), save: () => Promise.resolve() },
    emit: (state) => {
      exportNews.tell(state.exportId);
      return Promise.resolve();
    },
    saveFile: () => Promise.resolve(1),
    findDownload: () => Promise.resolve(undefined),
    findSavedName: () => Promise.resolve(undefined),
    findDownloadState: () => Promise.resolve(undefined),
    keepAlive: () => Promise.resolve(),
    now: () => (now += 1),
    createId: () => `other-${(ids += 1)}`,
  });
  const end = async (exportId: string) => {
    const ready = { rows: 1, fileUrl: 'blob:1', fileName: `${exportId}.csv` };
    await exports.onEnded({ exportId, ready });
    await exports.onDownloadEnded({ downloadId: 1, state: 'complete' });
  };
  return { exports, written, records, end };
}

/** A life of the engine. */
function startEngine(connection: DatabaseConnection, { exports }: World): EngineUnderTest {
  const { gateway, clock } = createGatewayUnderTest([], () => ({}));
  return createEngineUnderTest(gateway, clock, connection, { exports });
}

beforeEach(() => fakeBrowser.reset());

describe('a job whose file ended while nobody listened', () => {
  it.each(['running', 'paused'] as const)(
    'finds it behind many others, and writes it once (it was %s meanwhile)',
    async (was) => {
      const connection = createConnection(`exports-${crypto.randomUUID()}`);
      const world = createWorld(connection);
      const first = startEngine(connection, world);
      const { jobId } = await first.engine.start({
        kind: 'export',
        input: { request: toRequest('n1') },
        agreed: true,
      });
      await expect.poll(() => world.written).toEqual(['n1']);
      if (was === 'paused') await first.engine.pause(jobId);
      // This life ends before it hears anything.
      first.settings = { ...first.settings, paused: true };
      await first.engine.end();
      const [own] = await world.records.list();
      const ownId = own?.state.exportId ?? '';
      await world.end(ownId);
      for (let each = 0; each < OTHERS; each += 1) {
        const { exportId } = await world.exports.start(toRequest('n2'));
        await world.end(exportId);
      }
      expect(await world.records.find(ownId)).toMatchObject({ state: { state: 'done' } });
      const second = startEngine(connection, world);
      if (was === 'paused') await second.engine.resume(jobId);
      await second.engine.wake();
      expect(await second.findJob(jobId)).toMatchObject({ state: 'done', progress: { rows: 1 } });
      expect(world.written.filter((noteId) => noteId === 'n1')).toHaveLength(1);
      // Nobody waits for it any more: it goes as the others do.
      const { exportId } = await world.exports.start(toRequest('n2'));
      await world.end(exportId);
      const left = await world.records.list();
      expect(left).toHaveLength(20);
      expect(left.map(({ state }) => state.exportId)).not.toContain(ownId);
    },
  );
});
