import type { StateObject, StateValue } from './serialize-state';

/**
 * The state's form of a piece of an API body: the same fields with camelCase names, all the way down
 * (saved note pages and bodies, 2024-06 to 2025-12).
 */
export function toCamelKeys(body: object): StateObject {
  return Object.fromEntries(
    Object.entries(body).map(([key, value]: [string, unknown]) => [
      key.replace(/_([a-z0-9])/g, (_match, letter: string) => letter.toUpperCase()),
      toCamelValue(value),
    ]),
  );
}

function toCamelValue(value: unknown): StateValue {
  if (Array.isArray(value)) return value.map(toCamelValue);
  if (value === null) return null;
  switch (typeof value) {
    case 'object':
      return toCamelKeys(value);
    case 'string':
    case 'number':
    case 'boolean':
    case 'bigint':
    case 'undefined':
      return value;
    default:
      throw new Error(`A page's state cannot hold a ${typeof value}`);
  }
}
