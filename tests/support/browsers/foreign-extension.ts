import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a page asks of the other extension's script that lives in it, and how it is told what came of it. */
export const FOREIGN_ORDER = 'foreign-order';
export const FOREIGN_ANSWER = 'foreign-answer';

/** Speaks to another extension as far as the browser lets it: every message, once as a message and once over a line. */
const speaking = `
async function speak(id, messages) {
  const answers = [];
  for (const message of messages) {
    answers.push(await chrome.runtime.sendMessage(id, message).catch((error) => String(error)) ?? null);
    try {
      const port = chrome.runtime.connect(id, { name: message.name });
      port.onMessage.addListener((answer) => answers.push(answer));
      // That nobody takes it is told to whoever asks.
      port.onDisconnect.addListener(() => void chrome.runtime.lastError);
      port.postMessage(message);
    } catch (error) {
      answers.push(String(error));
    }
  }
  return answers;
}
`;

/** In the site's pages: speaks itself, then has the background of its extension do the same. */
const script = `${speaking}
document.addEventListener(${JSON.stringify(FOREIGN_ORDER)}, async (event) => {
  const { id, messages } = JSON.parse(event.detail);
  const own = await speak(id, messages);
  const ofBackground = await chrome.runtime.sendMessage({ id, messages });
  const detail = JSON.stringify({ own, ofBackground });
  document.dispatchEvent(new CustomEvent(${JSON.stringify(FOREIGN_ANSWER)}, { detail }));
});
`;

const background = `${speaking}
chrome.runtime.onMessage.addListener(({ id, messages }, _sender, answer) => {
  void speak(id, messages).then(answer);
  return true;
});
`;

/** An extension of somebody else's with a background and a script in the site's pages. */
export function writeForeignExtension(): { readonly dir: string; remove(): void } {
  const dir = mkdtempSync(join(tmpdir(), 'foreign-extension-'));
  const manifest = {
    manifest_version: 3,
    name: 'Foreign',
    version: '1.0',
    background: { service_worker: 'background.js' },
    content_scripts: [{ matches: ['https://www.xiaohongshu.com/*'], js: ['page.js'] }],
  };
  writeFileSync(join(dir, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(dir, 'page.js'), script);
  writeFileSync(join(dir, 'background.js'), background);
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}
