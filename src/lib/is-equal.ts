/**
 * Whether two plain values (as JSON could hold them) say the same. The order of keys does not count, and a key that is
 * absent is as good as one that is `undefined`: storage areas give both back otherwise than they took them (measured,
 * Chromium 156).
 */
export function isEqual(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [first, second] = [one as Record<string, unknown>, other as Record<string, unknown>];
  if (Array.isArray(one) && Array.isArray(other) && one.length !== other.length) return false;
  return [...new Set([...Object.keys(first), ...Object.keys(second)])].every((key) =>
    isEqual(first[key], second[key]),
  );
}
