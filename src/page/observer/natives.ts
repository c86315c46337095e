/**
 * The browser's own functions as they were before the page's first script. Whatever the page wraps later never sees a
 * call of ours, and cannot change what we read.
 */
export const { apply } = Reflect;
export const toJson = JSON.stringify;

/** The native getter of an attribute, to be called with `read`. */
export function getterOf(prototype: object, name: string): () => unknown {
  const getter = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  if (!getter) throw new TypeError(name);
  return getter;
}

/** Reads an attribute by its native getter. */
export function read(getter: () => unknown, from: object): unknown {
  return apply(getter, from, []);
}
