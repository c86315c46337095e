import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Root folder of the project, absolute. */
export const projectDir = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** What may be deleted at any time and is made again: browsers, certificates, build stamps, reports. */
export const cacheDir = join(projectDir, '.cache');

/** Screenshots and other evidence of a test run. */
export const testOutputDir = join(projectDir, 'test-output');
