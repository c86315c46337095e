import { startReplica } from '../replica/start';
import { buildExtension } from '../support/built-extension';
import { launchChromium } from '../support/chromium';
import { demoNoteKey } from './demo-note';

const invitation = `
The browser shows an invented note of a small world that behaves like the site. Nothing here reaches the network.

  1. Answer the welcome page (the other tab): nothing is read before that.
  2. Click the extension's icon: the note at a glance, Export CSV, Open side panel.
     (Pin the icon by the puzzle piece in the toolbar if you do not see it.)
  3. In the side panel: the whole note, its comments, "Load comments for me".
  4. Go to the feed (the logo of the page), open another note: the panel follows.

You are signed in as an invented member. Close the browser to end this.`;

/** Opens the demo for a person and waits until they close the browser. Gives the exit code. */
export async function stayOpen(): Promise<number> {
  console.log('Building the extension …');
  const extensionDir = await buildExtension('chrome');
  const replica = await startReplica({});
  try {
    const locale = Intl.DateTimeFormat().resolvedOptions().locale.startsWith('zh') ? 'zh-CN' : 'en-US';
    const chromium = await launchChromium({
      replica,
      extensionDir,
      headless: false,
      locale,
      session: 'member',
    });
    const closed = new Promise<void>((resolve) => chromium.context.once('close', () => resolve()));
    await chromium.extension.findWelcomePage();
    const page = await chromium.newPage();
    await page.goto(replica.noteUrl(demoNoteKey));
    console.log(invitation);
    await closed;
    await chromium.close();
    return 0;
  } finally {
    await replica.close();
  }
}
