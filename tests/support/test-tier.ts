/** The tier this test process runs in; `long` is for every crash point and big sizes. */
export const testTier: 'short' | 'long' = process.env['TEST_TIER'] === 'long' ? 'long' : 'short';

/** One of two sizes, by tier. */
export function sizeByTier<T>(sizes: { readonly short: T; readonly long: T }): T {
  return sizes[testTier];
}
