/**
 * Characters that a file name cannot hold somewhere (Windows: `\ / : * ? " < > |`; Chromium also refuses what begins
 * with a dot or a tilde), and those that show nothing or turn the reading direction, which would disguise the ending.
 */
const UNWRITABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\\/:*?"<>|~%]/gu;

const LONGEST_TITLE = 40;
const LONGEST_AUTHOR = 24;
/** Bytes: file systems allow 255, and the ending and a number of the browser's own come behind it. */
const LONGEST_NAME = 200;
/** Names that Windows keeps for itself, whatever comes behind a dot ("Naming Files, Paths, and Namespaces", Microsoft, 2024). */
const RESERVED = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|conin\$|conout\$|clock\$)(?=\s*(?:\.|$))/i;

/** What can stand in a pattern, in braces. */
export const NAME_TOKENS = ['title', 'author', 'noteId', 'date', 'time', 'format', 'count'] as const;
export type NameToken = (typeof NAME_TOKENS)[number];

export const DEFAULT_NAME_PATTERN = '{title}-{noteId}-comments-{date}-{time}';

export interface FileNameParts {
  readonly title: string | undefined;
  readonly author?: string | undefined;
  readonly noteId: string;
  /** `2025-05-01 11:04:05` */
  readonly localTime: string;
  readonly format?: string | undefined;
  /** Rows; not known before they are written. */
  readonly count?: number | undefined;
}

/**
 * A file's name without its ending, from a pattern such as `{title}-{date}`: everything is cleaned and cut. What is not
 * known is left out together with the sign that stands behind it. Words in braces that mean nothing stay as they are.
 */
export function createFileName(parts: FileNameParts, pattern: string = DEFAULT_NAME_PATTERN): string {
  const name = joinPieces(pattern.split(/(\{[^{}]*\})/), parts);
  const cut = cutBytes(name, LONGEST_NAME).replace(/^[\s.]+|[\s.]+$/g, '');
  if (cut === '') return 'comments';
  return cut.replace(RESERVED, '$&_');
}

function joinPieces(pieces: readonly string[], parts: FileNameParts): string {
  let name = '';
  let isLeftOut = false;
  for (const piece of pieces) {
    const token = NAME_TOKENS.find((one) => piece === `{${one}}`);
    if (token === undefined) {
      const literal = piece.replace(UNWRITABLE, '');
      name += isLeftOut ? literal.replace(/^[-_ ]/, '') : literal;
      if (piece !== '') isLeftOut = false;
      continue;
    }
    const value = toValue(token, parts);
    isLeftOut = value === '';
    name += value;
  }
  return isLeftOut ? name.replace(/[-_ ]$/, '') : name;
}

function toValue(token: NameToken, parts: FileNameParts): string {
  const [date = '', time = ''] = parts.localTime.replace(/[^\d ]/g, '').split(' ');
  return {
    title: () => clean(parts.title ?? '', LONGEST_TITLE),
    author: () => clean(parts.author ?? '', LONGEST_AUTHOR),
    noteId: () => parts.noteId.replace(/[^\w-]/g, '').slice(0, LONGEST_TITLE),
    date: () => date,
    time: () => time,
    format: () => clean(parts.format ?? '', LONGEST_AUTHOR),
    count: () => (parts.count === undefined ? '' : String(parts.count)),
  }[token]();
}

function clean(text: string, most: number): string {
  const cleaned = text.replace(/\s+/g, ' ').replace(UNWRITABLE, '').trim();
  return [...cleaned]
    .slice(0, most)
    .join('')
    .replace(/^[\s.]+|[\s.]+$/g, '');
}

/** Never within a character. */
function cutBytes(name: string, most: number): string {
  const encoder = new TextEncoder();
  let left = most;
  let cut = '';
  for (const character of name) {
    left -= encoder.encode(character).length;
    if (left < 0) break;
    cut += character;
  }
  return cut;
}
