import type { Language } from '../../i18n/t';

/** "a, b, and c"; "a、b和c". */
export function formatList(words: readonly string[], language: Language): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(words);
}
