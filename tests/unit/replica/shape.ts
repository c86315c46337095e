/** Where something lies (`.` into objects, `[]` into lists) and the kinds of value seen there. */
export type Shape = ReadonlyMap<string, ReadonlySet<string>>;

/** The shape of a JSON-like value; members of all elements of a list are taken together. */
export function shapeOf(...values: readonly unknown[]): Shape {
  const shape = new Map<string, Set<string>>();
  const walk = (value: unknown, path: string): void => {
    const kinds = shape.get(path) ?? new Set<string>();
    kinds.add(kindOf(value));
    shape.set(path, kinds);
    if (Array.isArray(value)) for (const element of value) walk(element, `${path}[]`);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, member] of Object.entries(value)) walk(member, `${path}.${key}`);
    }
  };
  for (const value of values) walk(value, '');
  return shape;
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'list';
  return value === null ? 'null' : typeof value;
}

/** Paths of `wanted` that `given` has not, or has with none of the kinds seen there. */
export function missingFrom(given: Shape, wanted: Shape): readonly string[] {
  return [...wanted]
    .filter(([path, kinds]) => {
      const have = given.get(path);
      return have === undefined || ![...kinds].some((kind) => have.has(kind));
    })
    .map(([path, kinds]) => `${path}: ${[...kinds].join('|')}`);
}

/** camelCase keys to snake_case, as the site's client turns them for the wire, all the way down. */
export function toSnakeKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toSnakeKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      toSnakeKeys(member),
    ]),
  );
}
