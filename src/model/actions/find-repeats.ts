/** A text that is about to be written, or was. */
export interface WrittenText {
  readonly content: string;
}

/** The same words for several targets. */
export interface Repeat {
  /** As it stands at the first of them. */
  readonly content: string;
  /** Which of the texts that are about to be written they are, by their index. */
  readonly indexes: readonly number[];
  /** How often it was written before. */
  readonly before: number;
}

/** From so many on it is no coincidence any more. Ours: nothing the site says tells where it begins to mind. */
export const MANY_TARGETS = 3;

/**
 * Texts that go to many targets in the same words: the site takes accounts that write them for machines. `planned`: what is
 * about to be written; `written`: what was written lately. What differs in blanks, punctuation, emoji or mentions only is
 * the same. The most frequent first.
 */
export function findRepeats(
  planned: readonly WrittenText[],
  written: readonly WrittenText[] = [],
): readonly Repeat[] {
  const before = new Map<string, number>();
  for (const { content } of written) {
    const words = toSameWords(content);
    before.set(words, (before.get(words) ?? 0) + 1);
  }
  const groups = new Map<string, number[]>();
  planned.forEach(({ content }, index) => {
    const words = toSameWords(content);
    if (words !== '') groups.set(words, [...(groups.get(words) ?? []), index]);
  });
  return [...groups]
    .map(([words, indexes]) => ({
      content: planned[indexes[0] ?? 0]?.content ?? '',
      indexes,
      before: before.get(words) ?? 0,
    }))
    .filter(({ indexes, before: earlier }) => indexes.length + earlier >= MANY_TARGETS)
    .sort((a, b) => b.indexes.length + b.before - (a.indexes.length + a.before));
}

/** What two texts have in common that say the same; a text of nothing but signs is taken as it is. */
function toSameWords(content: string): string {
  const plain = content.normalize('NFKC').toLowerCase().trim();
  const words = plain.replace(/\[[^[\]\s]{1,12}\]|@\S+/gu, '').replace(/[^\p{L}\p{N}]/gu, '');
  return words === '' ? plain : words;
}
