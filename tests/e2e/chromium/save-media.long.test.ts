/** Pictures and videos as a zip: of the open note with an address that is too old, and of notes chosen in the library. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { WorldNote } from '../../replica/world/types';
import { readZip } from '../../support/read-files/read-zip';
import { removeFolder } from '../../support/remove-folder';
import { takeScreenshot } from '../../support/screenshots';
import { findDeskPrograms } from '../../support/setup/desk-programs';
import { waitFor } from '../../support/wait-for';
import { answerWelcome } from '../steps/answer-welcome';
import { askBackground } from '../steps/ask-background';
import { checkLooks } from '../steps/check-looks';
import { findNote } from '../steps/find-note';
import { launchWithProviders } from '../steps/launch-with-providers';
import type { Stage } from '../steps/launch-with-replica';
import { waitForRest } from '../steps/wait-for-rest';

let stage: Stage;
let site: Page;
let panel: Page;
let live: WorldNote;
let video: WorldNote;

beforeAll(async () => {
  stage = await launchWithProviders();
  const { replica, chromium } = stage;
  live = findNote(replica, 'livephoto');
  video = findNote(replica, 'video');
  await answerWelcome(chromium.extension);
  site = await chromium.newPage();
  await site.bringToFront();
  await site.goto(replica.noteUrl('livephoto'));
  await site.locator('.parent-comment').first().waitFor();
  panel = await chromium.extension.openSidePanel();
  panel.setDefaultTimeout(10_000);
  await panel.getByRole('heading', { level: 1, name: live.title }).waitFor();
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await takeScreenshot(panel, 'chromium/save-media/failed');
});

afterAll(() => stage.close());

const toHttps = (url: string) => url.replace('http:', 'https:');

/** What the CDN gives for an address, asked for by the page itself. */
async function fetchInSite(url: string): Promise<Buffer> {
  const bytes = await site.evaluate(
    async (address) => [...new Uint8Array(await (await fetch(address)).arrayBuffer())],
    toHttps(url),
  );
  return Buffer.from(bytes);
}

async function readNewZip(before: readonly string[]): Promise<ReturnType<typeof readZip>> {
  const { downloadDir } = stage.chromium;
  const name = await waitFor(
    () => readdirSync(downloadDir).find((found) => found.endsWith('.zip') && !before.includes(found)),
    { what: 'a new zip among the downloads' },
  );
  return readZip(readFileSync(join(downloadDir, name)));
}

const look = (patch: object) =>
  askBackground(stage.chromium.extension.evaluate, 'settings.change', { patch });

async function show(page: Page, name: string): Promise<void> {
  await waitForRest(page);
  await takeScreenshot(page, `chromium/save-media/${name}`);
  expect(await checkLooks(page)).toEqual([]);
}

test('the open note’s media come as one zip, byte for byte, with what failed and why', async () => {
  const { replica, chromium } = stage;
  const expired = live.images[1]?.urlDefault.split('/').at(-1) ?? 'none';
  replica.faults.expiredMedia = expired;
  await panel.getByText('Details', { exact: true }).click();
  await panel.getByRole('button', { name: 'Save media' }).click();
  await panel.getByText('3 files, size not known').waitFor();
  await show(panel, 'choice-en-light');
  const before = readdirSync(chromium.downloadDir);
  const asked = replica.requests.length;
  await panel.getByRole('button', { name: 'Save 5 files' }).click();
  await panel.getByText('4 files saved', { exact: false }).waitFor();
  const zip = await readNewZip(before);

  const folder = `${live.title}-${live.noteId}`;
  const [first, , third] = live.images;
  const files = [...zip.entries()].filter(([name]) => name !== 'media-report.json');
  expect(files.map(([name]) => name)).toEqual(
    ['01.png', '03.png', 'live-01.mp4', 'live-02.mp4'].map((name) => `${folder}/${name}`),
  );
  const requests = replica.requests
    .slice(asked)
    .filter(({ kind, status }) => kind === 'cdn' && status === 200);
  const wanted = [first?.urlDefault, third?.urlDefault, first?.livePhotoUrl, live.images[1]?.livePhotoUrl];
  for (const [at, url] of wanted.entries()) {
    const same = files[at]?.[1].equals(await fetchInSite(url ?? ''));
    expect([url, same]).toEqual([url, true]);
    const seen = requests.find(({ host, path }) => url === `http://${host}${path}`);
    expect(seen).toMatchObject({ cookie: undefined, referer: undefined });
  }
  const report = JSON.parse(zip.get('media-report.json')?.toString() ?? '') as object;
  expect(report).toMatchObject({
    failed: 1,
    failures: [{ name: `${folder}/02`, reason: 'expired', status: 403 }],
  });
  await panel.getByText('Addresses that are too old: 1.', { exact: false }).waitFor();
  await panel.getByText('Which ones').click();
  await panel.getByText('02: the address is too old').waitFor();
  await show(panel, 'outcome-en-light');
  await look({ language: 'zh-CN', theme: 'dark' });
  await panel.getByText('地址已过期', { exact: false }).first().waitFor();
  await panel.getByText('已保存 4 个文件', { exact: false }).scrollIntoViewIfNeeded();
  await show(panel, 'outcome-zh-dark');
});

test('of notes chosen in the library: a folder each, the plain stream, pictures of comments', async () => {
  const { replica, chromium } = stage;
  replica.faults.expiredMedia = undefined;
  await site.bringToFront();
  await site.goto(replica.noteUrl('video'));
  await site.locator('.parent-comment').first().waitFor();
  const library = await chromium.extension.openPage('library.html#notes');
  library.setDefaultTimeout(10_000);
  await library.getByRole('button', { name: '全选' }).click();
  await library.getByRole('button', { name: '保存图片和视频' }).click();
  await library.getByText('1 个文件，约', { exact: false }).waitFor();
  await show(library, 'library-choice-zh-dark');
  const before = readdirSync(chromium.downloadDir);
  await library.getByRole('button', { name: /^保存 \d+ 个文件$/ }).click();
  const zip = await readNewZip(before);
  const folder = `${video.title}-${video.noteId}`;
  const plain = (video.video?.streams ?? []).filter(({ streamType }) => streamType !== 259);
  const best = plain.toSorted(
    (a, b) => b.width * b.height - a.width * a.height || b.avgBitrate - a.avgBitrate,
  )[0];
  expect(zip.get(`${folder}/video.mp4`)?.equals(await fetchInSite(best?.masterUrl ?? ''))).toBe(true);
  const pictured = video.comments.find(({ pictures }) => pictures.length > 0);
  const picture = zip.get(`${folder}/comments/${pictured?.id}-1.png`);
  expect(picture?.equals(await fetchInSite(pictured?.pictures[0]?.urlDefault ?? ''))).toBe(true);
  expect([...zip.keys()].filter((name) => name.startsWith(`${live.title}-`))).toHaveLength(5);
  await library.getByText('已保存', { exact: false }).waitFor();
  await show(library, 'library-outcome-zh-dark');
});

const programs = findDeskPrograms('archive');

test.skipIf(!programs)('the zips are unpacked by unzip, every name and byte of them', () => {
  const { downloadDir } = stage.chromium;
  const zips = readdirSync(downloadDir).filter((name) => name.endsWith('.zip'));
  expect(zips.length).toBeGreaterThan(1);
  for (const name of zips) {
    const into = mkdtempSync(join(tmpdir(), 'unzipped-'));
    try {
      const env = { ...process.env, LC_ALL: 'C.UTF-8' };
      execFileSync(programs?.UNZIP_PATH ?? 'unzip', ['-q', join(downloadDir, name), '-d', into], { env });
      const zip = readZip(readFileSync(join(downloadDir, name)));
      const files = readdirSync(into, { recursive: true, withFileTypes: true }).filter((file) =>
        file.isFile(),
      );
      expect(files).toHaveLength(zip.size);
      for (const [path, bytes] of zip) expect(readFileSync(join(into, path)).equals(bytes)).toBe(true);
    } finally {
      removeFolder(into);
    }
  }
});
