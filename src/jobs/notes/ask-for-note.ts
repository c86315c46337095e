import * as z from 'zod/mini';
import { omitUndefined } from '../../lib/omit-undefined';
import type { StepContext, StepResult } from '../job-kind';

/** A note to be asked for. */
export const noteWorkSchema = z.object({
  type: z.literal('note'),
  noteId: z.string(),
  xsecToken: z.optional(z.string()),
  maxAgeMs: z.optional(z.number()),
});

export type NoteWork = z.infer<typeof noteWorkSchema>;

/** A note as a provider tells it, with its counts as a point of its charts: one call. */
export async function askForNote(
  { ask, terms }: Pick<StepContext<unknown, unknown>, 'ask' | 'terms'>,
  { noteId, xsecToken, maxAgeMs }: NoteWork,
): Promise<StepResult<NoteWork>> {
  const { value, report, observation } = await ask(
    'note.detail',
    { noteId, ...omitUndefined({ xsecToken }) },
    { ...terms, ...omitUndefined({ maxAgeMs }) },
  );
  const { note } = value;
  return {
    report,
    rows: { observation, notes: [note] },
    settle: () => ({
      state: 'done',
      ...omitUndefined({ label: note.fields.title }),
      gain: { expectedRows: note.counts.comments?.value },
    }),
  };
}
