import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a page asks of the other extension's script that lives in it, and how it is told what came of it. */
export const FOREIGN_ORDER = 'foreign-order';
export const FOREIGN_ANSWER = 'foreign-answer';

/**
 * Speaks to another extension from within the site's pages, as far as the browser lets it: every message that it is asked
 * for, once as a message and once over a line.
 */
const script = `
document.addEventListener(${JSON.stringify(FOREIGN_ORDER)}, async (event) => {
  const { id, messages } = JSON.parse(event.detail);
  const answers = [];
  for (const message of messages) {
    answers.push(await chrome.runtime.sendMessage(id, message).catch((error) => String(error)) ?? null);
    try {
      const port = chrome.runtime.connect(id, { name: message.name });
      port.onMessage.addListener((answer) => answers.push(answer));
      port.postMessage(message);
    } catch (error) {
      answers.push(String(error));
    }
    await chrome.storage.local.set({ spoken: message.name });
  }
  document.dispatchEvent(new CustomEvent(${JSON.stringify(FOREIGN_ANSWER)}, { detail: JSON.stringify(answers) }));
});
`;

/** An extension of somebody else's with a script in the site's pages. */
export function writeForeignExtension(): { readonly dir: string; remove(): void } {
  const dir = mkdtempSync(join(tmpdir(), 'foreign-extension-'));
  const manifest = {
    manifest_version: 3,
    name: 'Foreign',
    version: '1.0',
    permissions: ['storage'],
    content_scripts: [{ matches: ['https://www.xiaohongshu.com/*'], js: ['page.js'] }],
  };
  writeFileSync(join(dir, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(dir, 'page.js'), script);
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}
