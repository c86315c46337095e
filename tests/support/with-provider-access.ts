import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeFolder } from './remove-folder';

interface Permissions {
  permissions: string[];
  optional_permissions: string[];
  host_permissions: string[];
  optional_host_permissions: string[];
}

/**
 * A copy of an unpacked build that is let on to the providers' hosts, and all else that is optional, from the start: a browser without a window grants
 * no optional host (measured, Chromium 156). Asking for them goes through all the same, at once. Only the copy's
 * manifest is another one.
 */
export function withProviderAccess(extensionDir: string): { readonly dir: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'extension-with-access-'));
  const dir = join(folder, 'extension');
  cpSync(extensionDir, dir, { recursive: true });
  const path = join(dir, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Permissions;
  manifest.host_permissions.push(...manifest.optional_host_permissions);
  manifest.optional_host_permissions = [];
  manifest.permissions.push(...manifest.optional_permissions);
  manifest.optional_permissions = [];
  writeFileSync(path, JSON.stringify(manifest));
  return { dir, remove: () => removeFolder(folder) };
}
