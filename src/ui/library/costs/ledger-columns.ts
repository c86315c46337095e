import type { LedgerEntry } from '../../../model/providers/ledger';
import type { ListColumn } from '../lists/list-column';
import { toIso } from '../explore/rows/note-columns';

/** Everything an attempt tells, flat: the columns of the ledger's files. The ledger holds no key and no content. */
export const LEDGER_COLUMNS = [
  { id: 'entry_id', cell: (entry) => entry.entryId },
  { id: 'at', cell: (entry) => toIso(entry.at) },
  { id: 'run_id', cell: (entry) => entry.runId },
  { id: 'job_id', cell: (entry) => entry.jobId },
  { id: 'family', cell: (entry) => entry.family },
  { id: 'provider', cell: (entry) => entry.provider },
  { id: 'operation', cell: (entry) => entry.operation },
  { id: 'endpoint', cell: (entry) => entry.endpoint },
  { id: 'duration_ms', cell: (entry) => entry.durationMs },
  { id: 'status', cell: (entry) => entry.status },
  { id: 'outcome', cell: (entry) => entry.outcome },
  { id: 'reason', cell: (entry) => entry.reason },
  { id: 'request_id', cell: (entry) => entry.requestId },
  { id: 'cached', cell: (entry) => entry.cached },
  { id: 'billed', cell: (entry) => entry.billed },
  { id: 'price', cell: (entry) => entry.price?.amount },
  { id: 'currency', cell: (entry) => entry.price?.currency },
] as const satisfies readonly ListColumn<LedgerEntry>[];
