type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

export const clone = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown;

/** Every way of spoiling one value of a body: left out, null, another kind. */
export function* spoilEach(body: unknown): Generator<{ readonly what: string; readonly body: unknown }> {
  for (const path of listPaths(body)) {
    const where = path.join('.');
    yield { what: `${where} left out`, body: change(body, path, (at, key) => void delete at[key]) };
    for (const instead of [null, 7, 'word', [null], {}]) {
      const what = `${where} = ${JSON.stringify(instead)}`;
      yield { what, body: change(body, path, (at, key) => void (at[key] = instead)) };
    }
  }
}

/** A copy in which the value at a dotted path is another. */
export function replaceAt(body: unknown, path: string, make: (value: unknown) => unknown): unknown {
  return change(body, path.split('.'), (at, key) => void (at[key] = make(at[key])));
}

/** A copy in which the key at a dotted path has another name. */
export function renameAt(body: unknown, path: string): unknown {
  return change(body, path.split('.'), (at, key) => {
    at[`${key}_renamed`] = at[key];
    delete at[key];
  });
}

function listPaths(value: unknown, path: readonly string[] = []): string[][] {
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    [...path, key],
    ...listPaths(inner, [...path, key]),
  ]);
}

function change(body: unknown, path: readonly string[], edit: (at: Json, key: string) => void): unknown {
  const copy = clone(body);
  const parent = path.slice(0, -1).reduce<unknown>((at, key) => (at as Json)[key], copy);
  const key = path.at(-1) ?? '';
  if (!isObject(parent) || !(key in parent)) throw new Error(`nothing at ${path.join('.')}`);
  edit(parent, key);
  return copy;
}
