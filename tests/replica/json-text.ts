const MARK = '\u0000int:';

/**
 * JSON text in which a `bigint` is written as a bare number with all its digits, as the site does for `videoId`
 * (above 2^53; saved note pages, 2025-12).
 */
export function toJsonText(value: unknown): string {
  const text = JSON.stringify(value, (_key, member: unknown) =>
    typeof member === 'bigint' ? `${MARK}${member.toString()}` : member,
  );
  return text.replaceAll(/"\\u0000int:(\d+)"/g, '$1');
}
