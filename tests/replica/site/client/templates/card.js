import { clockText, countLabel } from './format.js';
import { escapeHtml, profileHref, svgIcon } from './html.js';

/**
 * @typedef {object} CardPlace
 * @property {'explore' | 'search' | 'profile' | 'board'} page
 * @property {string} [ownerId] whose profile, or which board
 * @property {string} [tab] `note`, `fav` or `liked` on a profile
 */

/**
 * Where a card's cover leads. On the feed and the search page `xsec_source` stands there empty (rendered page, 2025-11).
 * @param {any} item an entry of `feed.feeds`, `search.feeds` or `user.notes`
 * @param {CardPlace} place
 * @returns {string}
 */
export function cardHref(item, place) {
  const token = encodeURIComponent(item.xsecToken ?? '').replace(/%3D$/, '=');
  const query = (/** @type {string} */ source) => `?xsec_token=${token}&xsec_source=${source}`;
  if (place.page === 'search') return `/search_result/${item.id}${query('')}`;
  if (place.page === 'board') return `/board/${place.ownerId}/${item.id}${query('pc_user')}`;
  if (place.page === 'profile') {
    return `/user/profile/${place.ownerId}/${item.id}${query(cardSource(place))}`;
  }
  return `/explore/${item.id}${query('')}`;
}

/**
 * The source under which a note is opened from such a card (site bundle xhs-pc-web 6.12.1, 2026-05).
 * @param {CardPlace} place
 * @returns {string}
 */
export function cardSource(place) {
  if (place.page === 'search') return 'pc_search';
  if (place.page === 'board') return 'pc_user';
  if (place.page === 'profile') {
    return place.tab === 'fav' ? 'pc_collect' : place.tab === 'liked' ? 'pc_like' : 'pc_user';
  }
  return 'pc_feed';
}

/**
 * The bounded height of a cover by its picture's sides.
 * @param {any} item
 * @param {number} width px
 * @returns {number} px
 */
export function coverHeight(item, width) {
  const cover = item.noteCard.cover ?? {};
  const ratio = (cover.height || 4) / (cover.width || 3);
  return Math.round(width * Math.min(4 / 3, Math.max(3 / 4, ratio)));
}

/** @param {any} card */
function cardMarks(card) {
  const duration = card.video?.capa?.duration;
  const corner = (card.cornerTagInfo ?? []).find(
    (/** @type {any} */ tag) => tag.type === 'publish_time',
  )?.text;
  const sticky = card.interactInfo?.sticky
    ? '<div class="top-tag-area"><div class="top-wrapper">置顶</div></div>'
    : '';
  const play =
    card.type === 'video'
      ? `<span class="play-icon" title="${duration ? clockText(duration) : ''}">${svgIcon('play-s', 11)}</span>`
      : '';
  return { cover: `${sticky}${play}`, time: corner };
}

/** @param {any} card @param {string | undefined} time */
function cardFooter(card, time) {
  const user = card.user;
  const name = user.nickname ?? user.nickName ?? '';
  const href = profileHref(user.userId, user.xsecToken, 'pc_feed', 'web_explore_feed');
  const liked = card.interactInfo.liked === true;
  const count = countLabel(card.interactInfo.likedCount, '赞');
  const title = card.displayTitle
    ? `<a target="_self" class="title"><span>${escapeHtml(card.displayTitle)}</span></a>`
    : '';
  const nameAndTime = time
    ? `<div class="name-time-wrapper"><span class="name">${escapeHtml(name)}</span><span class="time">${escapeHtml(time)}</span></div>`
    : `<span class="name">${escapeHtml(name)}</span>`;
  return `<div class="footer">${title}<div class="${time ? 'card-bottom-wrapper' : 'author-wrapper'}"><a href="${href}" class="author" target="_blank"><img src="${escapeHtml(user.avatar)}" width="20" height="20" crossorigin="anonymous" loading="lazy" decoding="async" data-xhs-img="" class="author-avatar">${nameAndTime}</a><span class="like-wrapper like-active"><span class="like-lottie" style="width: 16px; height: 16px;"></span>${svgIcon(liked ? 'liked' : 'like', 16, 'like-icon')}<span class="count" selected-disabled-search="">${escapeHtml(count)}</span></span></div></div>`;
}

/**
 * A card of the waterfall (rendered page, 2025-11): hidden link first, cover, footer; `like-active` is always there.
 * @param {any} item
 * @param {number} index
 * @param {CardPlace} place
 * @returns {string}
 */
export function cardHtml(item, index, place) {
  const card = item.noteCard;
  const cover = card.cover ?? {};
  const marks = cardMarks(card);
  const href = escapeHtml(cardHref(item, place));
  return `<section class="note-item" data-width="${cover.width ?? 0}" data-height="${cover.height ?? 0}" data-index="${index}"><div><a href="/explore/${item.id}" style="display: none;"></a><a class="cover mask ld" target="_self" href="${href}" style="aspect-ratio: ${100} / ${coverHeight(item, 100)};"><img src="${escapeHtml(cover.urlDefault ?? '')}" fetchpriority="auto" loading="lazy" decoding="async" data-xhs-img="" elementtiming="card-exposed" style="width: 100%; height: 100%; object-fit: cover;">${marks.cover}</a>${cardFooter(card, marks.time)}</div></section>`;
}

/**
 * Related searches between the cards of a search (state `modelType: "rec_query"`).
 * @param {any} item
 * @param {number} index
 * @returns {string}
 */
export function queryCardHtml(item, index) {
  const words = (item.recQuery?.queries ?? [])
    .map((/** @type {any} */ query) => {
      const href = `/search_result?keyword=${encodeURIComponent(query.searchWord)}&amp;source=web_search_result_notes`;
      return `<a class="query-note-word" href="${href}">${escapeHtml(query.name)}</a>`;
    })
    .join('');
  return `<section class="note-item query-note-item" data-index="${index}"><div class="query-note-wrapper"><div class="title">${escapeHtml(item.recQuery?.title ?? '相关搜索')}</div>${words}</div></section>`;
}
