/** The two kinds of notes the site has; any other word is unknown. */
export function toNoteType(word: string | null | undefined): 'normal' | 'video' | undefined {
  return word === 'normal' || word === 'video' ? word : undefined;
}
