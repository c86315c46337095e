import type { ExportMark } from '../../../model/exports/export-mark';
import { createRepositories } from '../../../storage/repositories/create-repositories';
import type { DatabaseConnection } from '../../../storage/database';

/** Remembers up to where notes have been exported, so that the next file may hold only what came later. */
export interface MarkBook {
  /** Note id → when the last whole export in this format began, epoch ms; without those never exported. */
  find(noteIds: readonly string[], format: string): Promise<Record<string, number>>;
  /** Keeps marks of notes that are still stored: one that was forgotten meanwhile stays forgotten. */
  save(marks: readonly ExportMark[]): Promise<void>;
}

export function createMarkBook(connection: Pick<DatabaseConnection, 'read' | 'write'>): MarkBook {
  return {
    find: (noteIds, format) =>
      connection.read(async (database) => {
        const marks = await Promise.all(
          noteIds.map((noteId) => database.get('exportMarks', [noteId, format])),
        );
        return Object.fromEntries(marks.flatMap((mark) => (mark ? [[mark.noteId, mark.exportedAt]] : [])));
      }),
    save: (marks) =>
      connection.write(async (transaction) => {
        const { exportMarks } = createRepositories(transaction);
        const notes = transaction.objectStore('notes');
        for (const mark of marks) if (await notes.getKey(mark.noteId)) await exportMarks.put(mark);
      }),
  };
}
