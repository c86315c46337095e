import type { DatabaseConnection } from '../../../src/storage/database';

/** What a life may count in another way than an undisturbed one: what was paid for, which the ledger knows, and turns. */
const BESIDE: readonly string[] = ['billedCalls', 'cost', 'failedAttempts', 'order'];
/** Stores of what was done, not of what came of it. */
const UNCOMPARED: readonly string[] = ['ledger', 'responses', 'jobLog'];
/** Names that are made up anew in every run. */
const MADE_UP = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/u;
/** No number of a test's world is as large as a moment. */
const FIRST_MOMENT = 1_000_000_000_000;

/** Everything that is stored, with all that is another in every run left out: moments, and names that are made up. */
export async function readStoredState(
  connection: DatabaseConnection,
): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const database = await connection.open();
  const jobs = (await database.getAllFromIndex('jobs', 'createdAt')).map(({ jobId }) => jobId);
  const state: Record<string, readonly unknown[]> = {};
  for (const name of [...database.objectStoreNames].filter((each) => !UNCOMPARED.includes(each))) {
    const rows = (await database.getAll(name)) as readonly unknown[];
    const compared = rows.map((row) => toCompared(row, jobs));
    if (rows.length > 0)
      state[name] = compared.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  }
  return state;
}

function toCompared(value: unknown, jobs: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((each) => toCompared(each, jobs));
  if (typeof value === 'number') return value >= FIRST_MOMENT ? 'a moment' : value;
  if (typeof value === 'string') return toComparedText(value, jobs);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => !BESIDE.includes(key));
  return Object.fromEntries(kept.map(([key, each]) => [key, toCompared(each, jobs)]));
}

function toComparedText(value: string, jobs: readonly string[]): string {
  if (jobs.includes(value)) return `job ${jobs.indexOf(value)}`;
  return MADE_UP.test(value) ? 'a name' : value;
}
