import { createHash } from 'node:crypto';

/**
 * The id under which upstreams without a login name a person: 29 characters, `a` and 28 hex digits, always the same
 * for the same person, and no way back to the site's id (real bodies of TikHub's old web series, 2026-02, and of
 * JustOneAPI's comments V4, 2026). `red_id` stands beside it in both worlds.
 */
export function toMaskedId(userId: string): string {
  return `a${createHash('sha256').update(`masked ${userId}`).digest('hex').slice(0, 28)}`;
}
