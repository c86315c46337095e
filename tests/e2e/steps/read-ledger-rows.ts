import type { ProviderCall } from '../../replica/types';
import { readDatabase } from '../../support/extension-storage';
import type { EvaluateInExtension } from '../../support/extension-storage';

/** A line of the extension's ledger, as it lies in the database. */
export interface LedgerRow {
  readonly at: number;
  readonly family: string;
  readonly provider: string;
  readonly endpoint: string;
  readonly outcome: string;
  readonly reason?: string;
  readonly requestId?: string;
  readonly cached?: string;
  readonly billed: boolean;
  readonly price?: { readonly currency: string; readonly amount: number };
}

/** The attempts that the extension has written down, in its order; answers from a cache are none. */
export async function readLedgerRows(evaluate: EvaluateInExtension): Promise<LedgerRow[]> {
  const stores = await readDatabase(evaluate, 'hongshu-companion');
  return ((stores?.['ledger'] ?? []) as LedgerRow[]).filter(({ cached }) => cached === undefined);
}

/** What the extension and the vendor both know of an attempt, in a form in which they can be compared. */
type Compared = readonly [family: string, path: string, billed: boolean, amount: number];

const inOrder = (rows: readonly Compared[]) => rows.map((row) => JSON.stringify(row)).sort();

/** TikHub does not say what questions about the account cost, so what each side takes it for is not compared. */
const isAccount = (path: string) => path.startsWith('/api/v1/tikhub/user/');

export function compareLedgerRows(rows: readonly LedgerRow[]): string[] {
  return inOrder(
    rows.map(({ family, endpoint, billed, price }) =>
      isAccount(endpoint)
        ? [family, endpoint, false, 0]
        : [family, endpoint, billed, billed ? (price?.amount ?? NaN) : 0],
    ),
  );
}

export function compareCalls(calls: readonly ProviderCall[]): string[] {
  return inOrder(
    calls.map(({ provider, path, billed, price }) =>
      isAccount(path) ? [provider, path, false, 0] : [provider, path, billed, price],
    ),
  );
}
