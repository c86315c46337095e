import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserKind } from '../setup/browser-kind';

export const tinyAddonId = 'tiny@hongshu-companion.example';
/** What the tiny extension keeps, and answers to any message. */
export const tinyAnswer = 'the background answers';
/** Name of the file that its button saves. */
export const tinyDownload = '评论 1.csv';
/** What its pages throw when they are told that the network is gone. */
export const tinyError = 'no network, no view';

const background = `
const api = globalThis.browser ?? globalThis.chrome;
api.runtime.onInstalled.addListener(() => api.tabs.create({ url: 'welcome.html' }));
api.runtime.onMessage.addListener((message, sender, respond) => respond(${JSON.stringify(tinyAnswer)}));
api.storage.local.set({ kept: 1 });
const opening = indexedDB.open('tiny', 1);
opening.onupgradeneeded = () => opening.result.createObjectStore('things').put({ name: 'thing' }, 1);
`;

const view = `
const api = globalThis.browser ?? globalThis.chrome;
document.querySelector('button').addEventListener('click', () => {
  const url = URL.createObjectURL(new Blob(['a,b\\r\\n'], { type: 'text/csv' }));
  api.downloads.download({ url, filename: ${JSON.stringify(tinyDownload)} });
});
addEventListener('offline', () => { throw new Error(${JSON.stringify(tinyError)}); });
document.querySelector('p').textContent = [navigator.language, matchMedia('(prefers-color-scheme: dark)').matches].join(' ');
`;

/** An extension with every surface ours has and nothing else, to try the support for browsers without our own code. */
export function writeTinyExtension(kind: BrowserKind): { readonly dir: string; remove(): void } {
  const dir = mkdtempSync(join(tmpdir(), 'tiny-extension-'));
  const write = (name: string, text: string) => writeFileSync(join(dir, name), text);
  write('manifest.json', JSON.stringify(createTinyManifest(kind)));
  write('background.js', background);
  write('view.js', view);
  for (const name of ['popup', 'sidepanel', 'welcome']) {
    write(
      `${name}.html`,
      `<!doctype html><meta charset="utf-8"><title>${name}</title><button>Save</button><p></p><script src="view.js"></script>`,
    );
  }
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}

function createTinyManifest(kind: BrowserKind): unknown {
  const shared = {
    manifest_version: 3,
    name: 'Tiny',
    version: '1.0',
    action: { default_popup: 'popup.html' },
  };
  return kind === 'firefox'
    ? {
        ...shared,
        permissions: ['storage', 'downloads'],
        background: { scripts: ['background.js'] },
        sidebar_action: { default_panel: 'sidepanel.html' },
        browser_specific_settings: { gecko: { id: tinyAddonId } },
      }
    : {
        ...shared,
        permissions: ['storage', 'downloads', 'sidePanel'],
        background: { service_worker: 'background.js' },
        side_panel: { default_path: 'sidepanel.html' },
      };
}
