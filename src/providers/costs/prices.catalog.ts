interface ListedPrice {
  readonly currency: 'USD' | 'CNY' | 'credit';
  readonly amount: number;
}

/** When the list was last held against what vendors say. */
export const PRICES_AS_OF = '2026-08-15';

/**
 * What a successful call costs, by path. TikHub: as its own `get_endpoint_info` answered on 2026-08-15; its discount by
 * volume makes calls cheaper, never dearer. Its base price of 0.001 USD is not taken for paths that are not listed: the
 * five that were asked cost ten times that. Of its account endpoints (balance, prices) nobody says what they cost, and one
 * of them, the daily usage, is said to be charged for (index of endpoints, 2026-06): they are not known to be free.
 */
export const LISTED_PRICES: Readonly<Record<string, ListedPrice>> = {
  '/api/v1/xiaohongshu/app_v2/search_notes': { currency: 'USD', amount: 0.01 },
  '/api/v1/xiaohongshu/app_v2/get_image_note_detail': { currency: 'USD', amount: 0.01 },
  '/api/v1/xiaohongshu/app_v2/get_video_note_detail': { currency: 'USD', amount: 0.01 },
  '/api/v1/xiaohongshu/app_v2/get_note_comments': { currency: 'USD', amount: 0.01 },
  '/api/v1/xiaohongshu/app_v2/get_note_sub_comments': { currency: 'USD', amount: 0.01 },
};

/** One call, one credit, whatever is asked (Parse.bot, 2026). JustOneAPI publishes no prices. */
export const FAMILY_PRICES: Readonly<Record<string, ListedPrice>> = {
  parsebot: { currency: 'credit', amount: 1 },
};
