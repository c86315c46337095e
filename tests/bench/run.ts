/**
 * `npm run bench [-- --quick] [-- name…]`: runs every `*.bench.ts` of this folder (or those named), prints each figure
 * beside its budget, and fails when a budget is broken or a bench cannot run. Ends with the line of all test tiers.
 */
import { readdirSync } from 'node:fs';
import { loadavg } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { BenchResult, RunBench } from './bench-result';

const folder = dirname(fileURLToPath(import.meta.url));
const words = process.argv.slice(2);
const quick = words.includes('--quick');
const names = words.filter((word) => !word.startsWith('--'));

let passed = 0;
let failed = 0;
for (const file of readdirSync(folder).sort()) {
  const name = /^(.+)\.bench\.ts$/.exec(file)?.[1];
  if (name === undefined || (names.length > 0 && !names.includes(name))) continue;
  const startedAt = Date.now();
  // How busy the machine was, as times say little without it.
  console.log(`\n${name} (load ${toLoad()})`);
  try {
    const { run } = (await import(pathToFileURL(join(folder, file)).href)) as { run: RunBench };
    for (const result of await run({ quick })) {
      if (isKept(result)) passed += 1;
      else failed += 1;
      console.log(toLine(result));
    }
  } catch (error) {
    failed += 1;
    console.error(error);
  }
  console.log(`  ${Math.round((Date.now() - startedAt) / 1_000)} s, load ${toLoad()} then`);
}
console.log(`\n${passed} passed, ${failed} failed, 0 skipped`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

/** Of the last minute. */
function toLoad(): string {
  return loadavg()[0]?.toFixed(1) ?? '?';
}

function isKept({ value, budget }: BenchResult): boolean {
  return Number.isFinite(value) && (budget === undefined || value <= budget);
}

function toLine(result: BenchResult): string {
  const { name, value, unit, budget, note } = result;
  const limit = budget === undefined ? '' : ` (budget ${budget} ${unit})`;
  return `${isKept(result) ? '✓' : '✗'} ${name}: ${toText(value)} ${unit}${limit}${note ? ` — ${note}` : ''}`;
}

function toText(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(2);
}
