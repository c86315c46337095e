const MAX_DEPTH = 40;

/**
 * The same value with the keys the site's API writes (`user_info`) as its states have them (`userInfo`), as the site's
 * own client does (site bundle 6.12.1, 2026-05). Deeper than 40 levels is left out; keys that reach for prototypes too.
 */
export function toCamel(value: unknown, depth = 0): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth > MAX_DEPTH) return undefined;
  if (Array.isArray(value)) return value.map((item: unknown) => toCamel(item, depth + 1));
  const camel: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    if (key.startsWith('__')) continue;
    camel[key.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())] = toCamel(
      inner,
      depth + 1,
    );
  }
  return camel;
}
