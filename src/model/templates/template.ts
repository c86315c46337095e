import * as z from 'zod/mini';

/** Long enough for what anybody writes under a note, and short enough to be read before it is sent. */
export const LONGEST_TEMPLATE = 2_000;
export const LONGEST_TEMPLATE_NAME = 60;

const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(LONGEST_TEMPLATE_NAME));
const text = z.string().check(z.trim(), z.minLength(1), z.maxLength(LONGEST_TEMPLATE));

/** What a template says, as it is written down and as it stands in a file. */
export const templateWordsSchema = z.object({ name, text });

export type TemplateWords = z.infer<typeof templateWordsSchema>;

/** A text that is used again and again, with variables in it; see `template-variables.catalog`. */
export const templateSchema = z.extend(templateWordsSchema, {
  templateId: z.string(),
  createdAt: z.number(),
  changedAt: z.number(),
  /** When it was last put into a box; absent: never. */
  usedAt: z.optional(z.number()),
});

export type Template = z.infer<typeof templateSchema>;

/** Names are told apart as people read them: case and blanks at the ends do not count. */
export const toNameKey = (of: string): string => of.normalize('NFKC').trim().toLowerCase();
