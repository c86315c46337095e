/**
 * Text as it may stand between tags or inside a double-quoted attribute.
 * @param {string} text
 * @returns {string}
 */
export function escapeHtml(text) {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/**
 * An icon of the page's sprite, as the site draws all of its icons (rendered page, 2025-11).
 * @param {string} symbol
 * @param {number} size
 * @param {string} [className]
 * @returns {string}
 */
export function svgIcon(symbol, size, className = '') {
  const classes = `reds-icon ${className}`.trim();
  return `<svg class="${classes}" width="${size}" height="${size}"><use xlink:href="#${symbol}"></use></svg>`;
}

/**
 * A link to a person's page (server-rendered pages, 2025-12).
 * @param {string} userId
 * @param {string | undefined} xsecToken
 * @param {string} xsecSource
 * @param {string} channel
 * @returns {string} escaped for an attribute
 */
export function profileHref(userId, xsecToken, xsecSource, channel) {
  const token = encodeURIComponent(xsecToken ?? '');
  const query = `channel_type=${channel}&parent_page_channel_type=web_profile_board&xsec_token=${token}&xsec_source=${xsecSource}`;
  return escapeHtml(`/user/profile/${userId}?${query}`);
}
