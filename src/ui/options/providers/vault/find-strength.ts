export type Strength = 'weak' | 'fair' | 'strong';

/** Words and rows of keys that are tried first by whoever guesses. */
const USUAL = /passw|qwert|asdf|zxcv|1234|4321|abcd|iloveyou|letmein|admin|woaini|xiaohongshu|红薯|密码/i;

/**
 * How hard a passphrase is to guess, roughly: by its length, by how many different characters it has, and whether it
 * holds what everybody uses. A hint for the user, not a rule.
 */
export function findStrength(passphrase: string): Strength {
  const letters = [...passphrase];
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^\x21-\x7e]/, /[^\w\s]/].filter((kind) =>
    kind.test(passphrase),
  ).length;
  const distinct = new Set(letters).size;
  // A Chinese character is worth about two letters.
  const length = letters.reduce((sum, letter) => sum + (letter > '\u2e80' ? 2 : 1), 0);
  if (USUAL.test(passphrase) || distinct < 5 || length < 10) return 'weak';
  return length >= 20 || (length >= 14 && kinds >= 3) ? 'strong' : 'fair';
}
