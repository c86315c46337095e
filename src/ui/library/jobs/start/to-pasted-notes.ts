/** So many notes one job takes at most. */
export const MOST_PASTED = 500;

/** A line of a pasted list, as `model/jobs/job-inputs` takes it. */
export interface PastedNote {
  readonly noteId?: string;
  readonly text?: string;
}

const NOTE_ID = /^[0-9a-f]{24}$/;

/** The lines of a text that may name a note: an id that stands alone, or a link or share text. Each line once. */
export function toPastedNotes(text: string): readonly PastedNote[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const named = lines.filter((line) => NOTE_ID.test(line) || /https?:\/\/|xhslink\./.test(line));
  return [...new Set(named)].map((line) => (NOTE_ID.test(line) ? { noteId: line } : { text: line }));
}
