/** A copy without one of its entries. */
export function withoutKey<Of extends object, Key extends keyof Of>(of: Of, key: Key): Omit<Of, Key> {
  const rest = { ...of };
  delete rest[key];
  return rest;
}
