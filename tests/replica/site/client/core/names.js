/**
 * The site's client turns the API's snake_case into camelCase (site bundle xhs-pc-web 6.12.1, 2026-05).
 * @param {unknown} value
 * @returns {any}
 */
export function toCamel(value) {
  if (Array.isArray(value)) return value.map(toCamel);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      key.replace(/_([a-z0-9])/g, (_match, letter) => letter.toUpperCase()),
      toCamel(member),
    ]),
  );
}
