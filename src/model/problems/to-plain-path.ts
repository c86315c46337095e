const MAX_PATH = 160;
/** Names of fields and places; an index in a list. */
const PLAIN = /^(?:__INITIAL_STATE__|h26\d|av1|\d{1,3}|[A-Za-z][A-Za-z_-]{0,39})$/;
const LOOKS_LIKE_ID = /^[0-9a-f]{16,}$/i;

/**
 * The place in a response or a state, as names of fields. The names are those of our own shapes; where a page could have
 * put a name there itself (an id as key; the streams of a video) it becomes `*`. What is no such place at all is `*`.
 */
export function toPlainPath(path: string): string {
  if (!/^[\w.[\]-]{1,2000}$/.test(path)) return '*';
  return path
    .replace(/(^|\.)stream\..*$/, (_whole, before: string) => `${before}stream.*`)
    .split(/([.[\]]+)/)
    .map((part, index) => (index % 2 === 1 || part === '' || isPlain(part) ? part : '*'))
    .join('')
    .slice(0, MAX_PATH);
}

const isPlain = (part: string) => PLAIN.test(part) && !LOOKS_LIKE_ID.test(part);
