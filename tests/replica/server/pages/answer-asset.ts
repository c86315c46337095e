import { readFile } from 'node:fs/promises';
import { dirname, extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Answer, Exchange } from '../exchange';

const CLIENT_FOLDER = join(dirname(fileURLToPath(import.meta.url)), '../../site/client/');

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json; charset=utf-8',
};

/** A file of the page's client, from `/fe-assets/…` of a site host or from the asset host. Nothing outside its folder. */
export async function answerAsset(exchange: Exchange): Promise<Answer> {
  exchange.kind = 'asset';
  const asked = normalize(decodeURIComponent(exchange.path).replace(/^\/(fe-assets\/)?/, ''));
  const file = join(CLIENT_FOLDER, asked);
  const type = TYPES[extname(file)];
  if (!file.startsWith(CLIENT_FOLDER) || asked.startsWith('..' + sep) || type === undefined) return missing();
  try {
    const body = await readFile(file);
    return {
      status: 200,
      headers: { 'content-type': type, 'access-control-allow-origin': '*', 'cache-control': 'no-cache' },
      body,
    };
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EISDIR'))
      return missing();
    throw error;
  }
}

function missing(): Answer {
  return { status: 404, headers: { 'content-type': 'text/plain' }, body: 'no such file' };
}
