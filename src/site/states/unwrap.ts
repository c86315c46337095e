const MAX_DEPTH = 40;

/** Keys of Vue's wrappers, and what could change a prototype when copied. */
const isForeign = (key: string) =>
  key === 'dep' || key === 'effect' || key === '_rawValue' || key.startsWith('__');

function read(owner: object, key: string): unknown {
  try {
    return (owner as Record<string, unknown>)[key];
  } catch {
    return undefined; // A getter that throws is as good as absent.
  }
}

/** The value inside of Vue's `ref` (`__v_isRef`, `_value`; hydrated states, 2025-11), or the value itself. */
export function unref(value: unknown): unknown {
  let inner = value;
  for (let i = 0; i < 4 && typeof inner === 'object' && inner !== null; i++) {
    if (read(inner, '__v_isRef') !== true) return inner;
    inner = read(inner, '_value') ?? read(inner, 'value');
  }
  return inner;
}

/**
 * A plain copy of a state: wrappers opened, the wrappers' own keys, functions and cycles left out, no deeper than 40
 * levels. What a state says of prototypes is dropped.
 */
export function unwrap(raw: unknown, parents: readonly object[] = []): unknown {
  const value = unref(raw);
  if (typeof value === 'function') return undefined;
  if (typeof value !== 'object' || value === null) return value;
  if (parents.length >= MAX_DEPTH || parents.includes(value)) return undefined;
  const path = [...parents, value];
  if (Array.isArray(value)) return value.map((item: unknown) => unwrap(item, path));
  const plain: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    if (!isForeign(key)) plain[key] = unwrap(read(value, key), path);
  }
  return plain;
}

/** The value under own keys, wrappers opened on the way; `undefined` where the way ends. */
export function findIn(state: unknown, ...keys: readonly string[]): unknown {
  let value = unref(state);
  for (const key of keys) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = unref(read(value, key));
  }
  return value;
}
