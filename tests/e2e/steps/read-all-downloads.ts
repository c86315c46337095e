import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Said } from '../../support/find-secrets';

/** Every file that was downloaded, by name, with what stands in it; what is packed is unpacked. */
export function readAllDownloads(downloadDir: string): readonly Said[] {
  return readdirSync(downloadDir).map((name) => {
    const bytes = readFileSync(join(downloadDir, name));
    const text = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
    return { where: `file ${name}`, text: `${name}\n${text}` };
  });
}
