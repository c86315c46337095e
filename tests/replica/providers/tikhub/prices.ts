/** What a call costs before the discount of the day, in USD (TikHub guide and get_endpoint_info, 2026-08-15). */
const BASE_PRICE = 0.001;
const MAIN_PRICE = 0.01;
const MAIN_ENDPOINTS: readonly string[] = [
  'app_v2/search_notes',
  'app_v2/get_image_note_detail',
  'app_v2/get_video_note_detail',
  'app_v2/get_note_comments',
  'app_v2/get_note_sub_comments',
];

/** Discounts by calls of the day: the next call after so many costs so much less (TikHub OpenAPI V5.3.2, 2026-03). */
export const TIERS: readonly { readonly after: number; readonly discount: number }[] = [
  { after: 30_000, discount: 50 },
  { after: 20_000, discount: 40 },
  { after: 10_000, discount: 30 },
  { after: 5_000, discount: 20 },
  { after: 1_000, discount: 10 },
  { after: 0, discount: 0 },
];

/** Calls of the account that cost nothing; usage by day is billed (TikHub plugin's notes, 2026-06). */
const FREE_SERIES: readonly string[] = ['health', 'cache'];

/** Price of an endpoint (as named in the log) before discounts. */
export function basePriceOf(endpoint: string): number {
  const series = endpoint.split('/')[0] ?? '';
  if (FREE_SERIES.includes(series)) return 0;
  if (series === 'account') return endpoint === 'account/get_user_daily_usage' ? BASE_PRICE : 0;
  return MAIN_ENDPOINTS.includes(endpoint) ? MAIN_PRICE : BASE_PRICE;
}

/** Price of the next call of a day on which so many were billed. */
export function priceOf(endpoint: string, billedToday: number): number {
  const tier = TIERS.find(({ after }) => billedToday >= after);
  return basePriceOf(endpoint) * (1 - (tier?.discount ?? 0) / 100);
}
