import { parseLooseJson } from '../../lib/parse-loose-json';

/** A body as JSON, whole numbers beyond 2^53 as text; `undefined` for HTML, a cut body, nothing at all. */
export function parseBody(text: string): unknown {
  try {
    return parseLooseJson(text);
  } catch {
    return undefined; // Not JSON: what that means depends on the status, which the caller knows.
  }
}

/** An object as keys and values; `undefined` for everything else, lists too. */
export function toRecord(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}
