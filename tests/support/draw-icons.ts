import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

/** The sizes that browsers ask for (Chrome and Firefox extension documentation, 2026-11). */
const SIZES = [16, 32, 48, 96, 128];
const FOLDER = 'src/public/icon';

/** Draws the PNGs of the toolbar from the one SVG: `npx tsx tests/support/draw-icons.ts` after changing it. */
async function drawIcons(): Promise<void> {
  const drawing = await readFile(join(FOLDER, 'icon.svg'), 'utf8');
  const address = `data:image/svg+xml;base64,${Buffer.from(drawing).toString('base64')}`;
  const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  await mkdir(FOLDER, { recursive: true });
  for (const size of SIZES) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(`<body style="margin:0"><img src="${address}" width="${size}" height="${size}">`);
    await page.locator('img').evaluate((image: HTMLImageElement) => image.decode());
    await page.screenshot({ path: join(FOLDER, `${size}.png`), omitBackground: true });
    await page.close();
  }
  await browser.close();
}

await drawIcons();
