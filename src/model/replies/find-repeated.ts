/** From so many targets on the same words are said to go to many. */
export const MANY_TARGETS = 3;

/** Words that go to several comments, with how many, the most first; blanks and signs at the ends do not tell them apart. */
export function findRepeated(
  texts: readonly string[],
  least = MANY_TARGETS,
): readonly { readonly text: string; readonly count: number }[] {
  const counts = new Map<string, { readonly text: string; count: number }>();
  for (const text of texts) {
    const words = toPlain(text);
    if (words === '') continue;
    const known = counts.get(words);
    if (known) known.count += 1;
    else counts.set(words, { text: text.trim(), count: 1 });
  }
  return [...counts.values()].filter(({ count }) => count >= least).sort((a, b) => b.count - a.count);
}

const toPlain = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/^[\s\p{P}\p{S}]+|[\s\p{P}\p{S}]+$/gu, '')
    .toLowerCase();
