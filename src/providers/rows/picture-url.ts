import { parseMediaUrl } from '../../site/values/media';

/**
 * The address of a picture over https, in a format that browsers show: the app's API asks the CDN for HEIF, which they
 * do not, and the CDN gives JPEG under the same signature (measured by other clients, 2026-09). `undefined` for what is
 * no address of the site's media hosts.
 */
export function parsePictureUrl(raw: unknown): string | undefined {
  return parseMediaUrl(raw)?.replaceAll('/format/heif', '/format/jpg');
}

/** The first of several addresses that is one; empty ones occur (`url_size_large`, real calls, 2026-08). */
export function pickPictureUrl(...raws: readonly unknown[]): string | undefined {
  for (const raw of raws) {
    const url = parsePictureUrl(raw);
    if (url !== undefined) return url;
  }
  return undefined;
}
