import type { LedgerEntry } from '../../../model/providers/ledger';
import type { Ports } from '../../shell/ports';

const BATCH = 2_000;

/** All attempts since a moment (epoch ms), the newest first. */
export async function readSpan(
  readers: Pick<Ports['readers'], 'listLedger'>,
  { since = 0 }: { readonly since?: number },
): Promise<LedgerEntry[]> {
  const all: LedgerEntry[] = [];
  for (;;) {
    const before = all.at(-1)?.entryId;
    const batch = await readers.listLedger({ limit: BATCH, ...(before === undefined ? {} : { before }) });
    const within = batch.filter((entry) => entry.at >= since);
    all.push(...within);
    if (batch.length < BATCH || within.length < batch.length) return all;
  }
}
