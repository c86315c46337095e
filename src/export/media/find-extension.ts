/** As many bytes of the beginning of a file as `findExtension` looks at. */
export const HEAD_BYTES = 16;

/** The ending by the type that the server names (IANA media types). */
const BY_TYPE: Readonly<Record<string, string>> = {
  'image/avif': 'avif',
  'image/gif': 'gif',
  'image/heic': 'heic',
  'image/heif': 'heif',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'video/mp4': 'mp4',
  'video/quicktime': 'mov',
  'video/webm': 'webm',
};

/** The ending by the brand of an ISO base media file (ISO/IEC 14496-12; registered brands, mp4ra.org); others are MP4. */
const BY_BRAND: Readonly<Record<string, string>> = {
  avif: 'avif',
  avis: 'avif',
  heic: 'heic',
  heix: 'heic',
  hevc: 'heic',
  mif1: 'heif',
  msf1: 'heif',
  'qt  ': 'mov',
};

/**
 * The ending that a picture or video should have: by its first bytes (patterns of the MIME Sniffing Standard, WHATWG),
 * else by the type the server names. The names in addresses are no help: a style called webp may give another format.
 * `undefined`: it is neither, as far as can be told.
 */
export function findExtension(head: Uint8Array, contentType: string | null): string | undefined {
  const text = String.fromCharCode(...head.subarray(0, HEAD_BYTES));
  if (text.startsWith('\xff\xd8\xff')) return 'jpg';
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (/^GIF8[79]a/.test(text)) return 'gif';
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'webp';
  if (text.startsWith('\x1aE\xdf\xa3')) return 'webm';
  if (text.slice(4, 8) === 'ftyp') return BY_BRAND[text.slice(8, 12)] ?? 'mp4';
  return BY_TYPE[(contentType ?? '').split(';')[0]?.trim().toLowerCase() ?? ''];
}
