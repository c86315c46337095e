import * as z from 'zod/mini';
import { AppError } from '../errors';
import { templateWordsSchema, toNameKey } from './template';
import type { Template, TemplateWords } from './template';

/** Of which product and kind the file is. */
const PRODUCT = 'hongshu-companion';
const KIND = 'templates';
/** The form of the file; a newer one is not read. */
const FORMAT = 1;
/** More than anybody chooses from. */
export const MOST_TEMPLATES = 1_000;
/** Bytes: a thousand of the longest, with room. */
export const LARGEST_TEMPLATE_FILE = 8_000_000;

const fileSchema = z.object({
  product: z.literal(PRODUCT),
  kind: z.literal(KIND),
  format: z.number(),
  templates: z.array(z.unknown()),
});

/** Templates as a file that another browser can take in; who used them when is nobody else's. */
export function toTemplateFile(templates: readonly Template[]): string {
  const words = templates.map(({ name, text }) => ({ name, text }));
  return `${JSON.stringify({ product: PRODUCT, kind: KIND, format: FORMAT, templates: words }, undefined, 2)}\n`;
}

/**
 * The templates of a file, of each name the first. Throws `templates-damaged` for what is no JSON or has an entry that is no
 * template (`details.entry`: which, from 1), `templates-foreign` for another file, `templates-newer` for a later form.
 */
export function readTemplateFile(text: string): readonly TemplateWords[] {
  const file = fileSchema.safeParse(parse(text));
  if (!file.success) throw new AppError('templates-foreign');
  if (file.data.format > FORMAT) throw new AppError('templates-newer');
  if (file.data.templates.length > MOST_TEMPLATES)
    throw new AppError('templates-damaged', { details: { reason: 'too-many' } });
  const byName = new Map<string, TemplateWords>();
  file.data.templates.forEach((entry, index) => {
    const words = templateWordsSchema.safeParse(entry);
    if (!words.success)
      throw new AppError('templates-damaged', { details: { reason: 'entry', entry: index + 1 } });
    const key = toNameKey(words.data.name);
    if (!byName.has(key)) byName.set(key, words.data);
  });
  return [...byName.values()];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw new AppError('templates-damaged', { details: { reason: 'json' }, cause });
  }
}
