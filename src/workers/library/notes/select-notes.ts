import type { NoteEntry } from './to-note-entry';
import type { NoteRow, NoteSort, NotesQuery } from './types';

/** What rows are ordered by; `undefined`: not known, which comes last in whichever direction. */
const KEYS: Readonly<Record<NoteSort, (row: NoteRow) => string | number | undefined>> = {
  seen: (row) => row.lastSeenAt,
  collected: (row) => row.collectedAt,
  published: (row) => row.publishedAt,
  stored: (row) => row.stored,
  comments: (row) => row.counts.comments?.value,
  likes: (row) => row.counts.likes?.value,
  collects: (row) => row.counts.collects?.value,
  shares: (row) => row.counts.shares?.value,
  title: (row) => row.title || row.text || undefined,
  author: (row) => row.authorName,
};

/** The rows that a query finds, in its order; equal ones by when they were seen last. */
export function selectNotes(entries: Iterable<NoteEntry>, query: NotesQuery): NoteRow[] {
  const words = query.text.toLowerCase().split(/\s+/).filter(Boolean);
  const hidden = new Set(query.hidden);
  const found: NoteRow[] = [];
  for (const entry of entries) {
    if (hidden.has(entry.row.noteId) || !isWanted(entry.row, query)) continue;
    if (words.every((word) => entry.words.includes(word))) found.push(entry.row);
  }
  return sortNotes(found, query);
}

function isWanted(row: NoteRow, query: NotesQuery): boolean {
  const { type, comments, completeness, source } = query;
  return (
    (type === undefined || row.type === type) &&
    (comments === undefined || row.stored > 0 === (comments === 'some')) &&
    (completeness === undefined || row.completeness === completeness) &&
    (source === undefined || row.sources.includes(source))
  );
}

function sortNotes(rows: NoteRow[], { sort, direction }: NotesQuery): NoteRow[] {
  const sign = direction === 'up' ? 1 : -1;
  const words = new Intl.Collator();
  const toKey = KEYS[sort];
  return rows
    .map((row) => ({ row, key: toKey(row) }))
    .sort((a, b) => {
      if (a.key === b.key) return b.row.lastSeenAt - a.row.lastSeenAt;
      if (a.key === undefined || b.key === undefined) return a.key === undefined ? 1 : -1;
      if (typeof a.key === 'number' && typeof b.key === 'number') return sign * (a.key - b.key);
      return sign * words.compare(String(a.key), String(b.key));
    })
    .map(({ row }) => row);
}
