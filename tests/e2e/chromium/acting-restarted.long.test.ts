/** The site's sign outlives the browser: when that is started anew, nothing is sent until the user says go on. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startReplica } from '../../replica/start';
import type { Replica } from '../../replica/types';
import { buildExtension } from '../../support/built-extension';
import { launchChromium } from '../../support/chromium';
import type { RunningChromium } from '../../support/chromium';
import { removeFolder } from '../../support/remove-folder';
import { openActingStand } from '../steps/acting-stand';
import type { ActingStand } from '../steps/acting-stand';

const folder = mkdtempSync(join(tmpdir(), 'acting-restarted-'));
let replica: Replica;
let chromium: RunningChromium | undefined;

beforeAll(async () => {
  replica = await startReplica({});
});

afterAll(async () => {
  await chromium?.close();
  await replica?.close();
  removeFolder(folder);
});

/** The browser with the same profile, in which the same person is logged in. */
async function openBrowser(): Promise<ActingStand> {
  const started = await launchChromium({
    ...{ replica, extensionDir: await buildExtension('chrome'), session: 'member', realVisibility: true },
    profileDir: join(folder, 'profile'),
  });
  chromium = started;
  return openActingStand({ stage: { replica, chromium: started, close: () => started.close() } });
}

test('a queue that the site has stopped goes on after a restart when the user says so, and nothing before', async () => {
  const first = await openBrowser();
  Object.assign(replica.faults.deeds, { code: 300013, passes: 1 });
  const queue = await first.act(
    ['一', '二', '三'].map((content) => ({ action: 'comment', content: `重启 ${content}` })),
  );
  expect(queue).toMatchObject({ state: 'paused', error: { code: 'rate-limited' } });
  Object.assign(replica.faults.deeds, { code: undefined, passes: 0 });
  await first.close();
  replica.clearRecords();

  const second = await openBrowser();
  const { jobId } = queue;
  const stopped = { state: 'paused', error: { code: 'rate-limited' } };
  expect(await second.read(jobId)).toMatchObject(stopped);
  const other = await second.act([{ action: 'like' }]);
  expect(other).toMatchObject(stopped);
  await second.demand('job.resume', { jobId });
  expect(await second.ended(jobId)).toMatchObject(stopped);
  expect(second.deeds()).toEqual([]);

  await second.dismissSign();
  await second.demand('job.resume', { jobId });
  expect(await second.ended(jobId)).toMatchObject({ state: 'done' });
  expect(second.deeds()).toEqual(
    ['二', '三'].map((content) => second.deedOf('post', { content: `重启 ${content}` })),
  );
}, 240_000);
