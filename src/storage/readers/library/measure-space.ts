import type { StoredDatabase } from '../../database';
import { STORE_NAMES } from '../../schema';
import type { StoreName } from '../../schema';
import { readNotes } from './read-notes';

/** Records looked at of each kind: their mean size is taken for that of all. */
const SAMPLE = 200;
const MOST_NOTES = 20;

/** How much of one kind is stored; `bytes` is an estimate. */
export interface SpaceOfKind {
  readonly store: StoreName;
  readonly rows: number;
  readonly bytes: number;
}

/** A note with its comments; `bytes` is an estimate. */
export interface SpaceOfNote {
  readonly noteId: string;
  readonly title?: string | undefined;
  readonly text?: string | undefined;
  readonly stored: number;
  readonly bytes: number;
}

export interface Space {
  readonly kinds: readonly SpaceOfKind[];
  /** The largest ones first. */
  readonly notes: readonly SpaceOfNote[];
}

/** What takes how much room: counted, times the mean size of a sample as JSON. The browser's own overhead is not in it. */
export async function measureSpace(database: StoredDatabase): Promise<Space> {
  const kinds: SpaceOfKind[] = [];
  let commentBytes = 0;
  for (const store of STORE_NAMES) {
    const rows = await database.count(store);
    const mean = await findMeanBytes(database, store);
    if (store === 'comments') commentBytes = mean;
    if (rows > 0) kinds.push({ store, rows, bytes: Math.round(rows * mean) });
  }
  const notes: SpaceOfNote[] = [];
  for await (const batch of readNotes(database)) {
    for (const { note, stored } of batch) {
      const bytes = Math.round(toBytes(note) + stored * commentBytes);
      notes.push({ noteId: note.noteId, title: note.title, text: note.text?.slice(0, 160), stored, bytes });
    }
    notes.sort((a, b) => b.bytes - a.bytes).splice(MOST_NOTES);
  }
  return { kinds: kinds.sort((a, b) => b.bytes - a.bytes), notes };
}

async function findMeanBytes(database: StoredDatabase, store: StoreName): Promise<number> {
  const rows = await database.getAll(store, null, SAMPLE);
  if (rows.length === 0) return 0;
  return rows.reduce((sum, row) => sum + toBytes(row), 0) / rows.length;
}

const encoder = new TextEncoder();

function toBytes(row: unknown): number {
  return encoder.encode(JSON.stringify(row)).length;
}
