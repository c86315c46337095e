import { toNameKey } from './template';
import type { Template } from './template';

/** Those that hold every word of the search, in name or text; the one used last first, then by name. */
export function findTemplates(templates: readonly Template[], search: string): readonly Template[] {
  const words = toNameKey(search).split(/\s+/u).filter(Boolean);
  const collator = new Intl.Collator();
  return templates
    .filter(({ name, text }) => {
      const all = toNameKey(`${name}\n${text}`);
      return words.every((word) => all.includes(word));
    })
    .sort((a, b) => (b.usedAt ?? 0) - (a.usedAt ?? 0) || collator.compare(a.name, b.name));
}
