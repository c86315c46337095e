/**
 * `npm start`: the extension in a browser, on the replica's note page. With a display it stays open for a person to
 * try; without one (or with `--headless`) it does the main job by itself and leaves `demo-output/`. `--live` opens
 * the real site instead, in a profile of its own.
 */
import { parseArgs } from 'node:util';
import { openLiveSite } from './live-site';
import { runByItself } from './run-by-itself';
import { stayOpen } from './stay-open';

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY']) || Boolean(process.env['WAYLAND_DISPLAY']);
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { live: { type: 'boolean', default: false }, headless: { type: 'boolean', default: false } },
  });
  const headless = values.headless || !hasDisplay();
  if (values.live) {
    if (headless) {
      console.error('--live needs a screen and a person: the real site is not opened without them.');
      return 2;
    }
    return openLiveSite();
  }
  return headless ? runByItself() : stayOpen();
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error);
  process.exitCode = 1;
}
