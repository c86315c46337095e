import * as z from 'zod/mini';
import { templateSchema, templateWordsSchema } from '../../model/templates/template';

const one = z.object({ templateId: z.string() });
const change = z.extend(templateWordsSchema, { templateId: z.optional(z.string()) });

/** Templates of texts; they are read in the database. */
export const templateCalls = {
  /**
   * Writes templates down, all or none: each in place of the one it names, or as a new one. `name-taken` where a name is
   * another one's; `nothing-found` where the one to be changed is gone.
   */
  'templates.save': {
    input: z.object({ templates: z.array(change).check(z.minLength(1)) }),
    output: z.array(templateSchema),
    once: true,
  },
  'template.remove': { input: one, output: z.object({}) },
  /** Notes that it was put into a box just now. */
  'template.use': { input: one, output: z.object({}) },
} as const;
