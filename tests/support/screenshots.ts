import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { testOutputDir } from './project-paths';

/** The part of Playwright's and puppeteer's pages that is needed. */
interface Photographable {
  screenshot(options: { path: `${string}.png` }): Promise<Uint8Array>;
}

/** Saves what a page shows as `test-output/<name>.png` (`name` may have folders) and gives the path. */
export async function takeScreenshot(
  page: Photographable,
  name: string,
  folder = testOutputDir,
): Promise<string> {
  const path = join(folder, `${name}.png`) as `${string}.png`;
  mkdirSync(dirname(path), { recursive: true });
  await page.screenshot({ path });
  return path;
}
