import * as z from 'zod/mini';
import { omitUndefined } from '../../lib/omit-undefined';
import type { JobInput } from '../../model/jobs/job-inputs';
import type { NewItem } from '../job-kind';

/** One row of a list of people. */
export const listedPersonWorkSchema = z.object({
  type: z.literal('person'),
  /** Its place in the list, from 0, and its cells as they came. */
  row: z.number(),
  cells: z.array(z.string()),
  /** Who it is, once that is known. */
  userId: z.optional(z.string()),
  /** A link or share text, where the row has no id. */
  text: z.optional(z.string()),
  /** Its link told nobody that can be asked for: it is looked up first. */
  looksUp: z.optional(z.boolean()),
  /** The row above that names the same person: they are asked for there. */
  sameAs: z.optional(z.string()),
});

export type ListedPersonWork = z.infer<typeof listedPersonWorkSchema>;

/** An item for each row; those that name somebody again come behind all others, and wait for the first. */
export function planPeople({ rows }: JobInput<'enrich-authors'>): NewItem<ListedPersonWork>[] {
  const first = new Map<string, string>();
  const asked: NewItem<ListedPersonWork>[] = [];
  const repeated: NewItem<ListedPersonWork>[] = [];
  for (const [row, { cells, userId, text }] of rows.entries()) {
    const name = (userId ?? text ?? '').trim();
    const key = name.toLowerCase();
    const sameAs = first.get(key);
    const itemId = `row/${row}`;
    const work = { type: 'person' as const, row, cells, ...omitUndefined({ userId, text, sameAs }) };
    (sameAs === undefined ? asked : repeated).push({ itemId, label: name.slice(0, 80), work });
    if (name !== '' && sameAs === undefined) first.set(key, itemId);
  }
  return [...asked, ...repeated];
}
