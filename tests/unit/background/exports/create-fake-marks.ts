import type { MarkBook } from '../../../../src/background/exports/marks/create-mark-book';
import type { ExportMark } from '../../../../src/model/exports/export-mark';

/** A mark book over a list that the test looks into. */
export function createFakeMarks(marks: ExportMark[]): MarkBook {
  return {
    find: (noteIds, format) => {
      const found = marks.filter((mark) => mark.format === format && noteIds.includes(mark.noteId));
      return Promise.resolve(Object.fromEntries(found.map(({ noteId, exportedAt }) => [noteId, exportedAt])));
    },
    save: (made) => Promise.resolve(void marks.push(...made)),
  };
}
