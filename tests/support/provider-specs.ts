import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { SAMPLES_DIR } from './real-samples';

/**
 * Folder of the vendors' OpenAPI documents: the one that `PROVIDER_SPECS_DIR` names, else `specs` beside the folder of
 * real samples. `undefined` where there is none; nothing is held against them then.
 */
export function findSpecsDir(): string | undefined {
  const named = process.env['PROVIDER_SPECS_DIR'];
  if (named) return named;
  const beside = SAMPLES_DIR ? join(SAMPLES_DIR, '..', 'specs') : undefined;
  return beside !== undefined && existsSync(beside) ? beside : undefined;
}
