import * as z from 'zod/mini';
import { ProviderError } from '../../model/providers/provider-error';
import { defineEndpoint } from '../provider';
import { readShape } from '../rows/read-shape';

/** The only links it takes (public-api of 2026-08), wherever they stand in a share text. */
const SHORT_LINK = /https?:\/\/xhslink\.com\/[\w/-]{1,100}/i;

const linkShape = z.object({ redirect_url: z.string() });

function isOfSite(text: string): boolean {
  if (!/^https?:\/\//i.test(text) || text.length > 4_000) return false;
  try {
    return /(?:^|\.)(?:xiaohongshu|rednote)\.com$/.test(new URL(text).hostname);
  } catch {
    return false; // Not an address.
  }
}

/** Where a short link leads, with the token in it; what the address says is read by who asked. */
export const resolveLink = defineEndpoint('link.resolve', {
  path: '/api/xiaohongshu/share-url-transfer/v1',
  findGap: ({ text }) => (SHORT_LINK.test(text) ? undefined : 'short-link'),
  toQuery: ({ text }) => ({ shareUrl: SHORT_LINK.exec(text)?.[0] }),
  read: (payload) => {
    const { redirect_url: url } = readShape(linkShape, payload);
    if (!isOfSite(url)) throw new ProviderError('invalid-response', { reason: 'redirect_url' });
    return { url };
  },
});
