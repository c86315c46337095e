import { createQueue } from '../lib/create-queue';
import { EMPTY_MEMORY, providerMemorySchema } from '../model/providers/kept/provider-memory';
import type { ProviderMemory } from '../model/providers/kept/provider-memory';
import { readArea, rememberRead, removeFromArea, writeArea } from '../platform/storage-area';

/**
 * What is remembered of providers: who is out or rests until when, what failed last, balances, prices that vendors said.
 * In `storage.local`, one record.
 * Written by: the gateway, the options through the background, everything.delete. Read by: the gateway. Bounded by: the
 * number of series and endpoints.
 */
const KEY = 'provider-memory';
const queue = createQueue();

/** What cannot be understood (another version wrote it) counts as nothing remembered. */
export async function readProviderMemory(): Promise<ProviderMemory> {
  const parsed = providerMemorySchema.safeParse(await readArea('local', KEY));
  return parsed.success ? parsed.data : EMPTY_MEMORY;
}

/** The same, for the background: what it has not changed itself since is not read again. */
export const createMemoryReader = (): (() => Promise<ProviderMemory>) =>
  rememberRead(readProviderMemory, [KEY]);

/** One change after the other. Answers whether anything was changed: the same object back writes nothing. */
export function changeProviderMemory(make: (before: ProviderMemory) => ProviderMemory): Promise<boolean> {
  return queue(async () => {
    const before = await readProviderMemory();
    const after = make(before);
    if (after === before) return false;
    await writeArea('local', KEY, after);
    return true;
  });
}

export function dropProviderMemory(): Promise<void> {
  return queue(() => removeFromArea('local', KEY));
}
