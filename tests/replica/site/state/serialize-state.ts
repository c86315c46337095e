/** Anything the page's state may hold. `undefined` is written as such, `bigint` as a bare number with all its digits. */
export type StateValue =
  | undefined
  | null
  | boolean
  | number
  | bigint
  | string
  | readonly StateValue[]
  | { readonly [key: string]: StateValue };

export type StateObject = { [key: string]: StateValue };

const UNSAFE: Readonly<Record<string, string>> = {
  '<': '\\u003C',
  '>': '\\u003E',
  '/': '\\u002F',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};

function toSafeText(text: string): string {
  return JSON.stringify(text).replace(/[<>/\u2028\u2029]/g, (character) => UNSAFE[character] ?? character);
}

/**
 * The state as the site writes it into its inline script: JavaScript, not JSON, with bare `undefined` values and `/`
 * as `\u002F` (server-rendered pages, 2025-12).
 */
export function serializeState(value: StateValue): string {
  if (value === undefined) return 'undefined';
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'string') return toSafeText(value);
  if (value === null || typeof value !== 'object') return String(value);
  if (isList(value)) return `[${value.map(serializeState).join(',')}]`;
  const members = Object.entries(value).map(
    ([key, member]) => `${toSafeText(key)}:${serializeState(member)}`,
  );
  return `{${members.join(',')}}`;
}

function isList(value: object): value is readonly StateValue[] {
  return Array.isArray(value);
}
