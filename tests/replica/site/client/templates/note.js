import { noteDateLine } from './format.js';
import { escapeHtml, profileHref, svgIcon } from './html.js';
import { richText } from './rich-text.js';

/** @param {any} user */
function authorHtml(user, followed) {
  const href = profileHref(user.userId, user.xsecToken, 'pc_note', 'web_note_detail_r10');
  const text = followed ? '已关注' : '关注';
  return `<div class="author-wrapper"><div class="info"><a href="${href}" class="" target="_blank"><span class="avatar-item no-avatar" style="width:40px;height:40px;background-image:url(${escapeHtml(user.avatar)})"></span></a><a href="${href}" class="name" target="_blank"><span class="username">${escapeHtml(user.nickname)}</span></a></div><div class="note-detail-follow-btn"><button class="reds-button-new follow-button large primary follow-button" style=""><span class="reds-button-new-box"><span class="reds-button-new-text">${text}</span></span></button></div></div>`;
}

/** @param {number} index @param {any} image @param {boolean} [copy] */
function slideHtml(index, image, copy = false) {
  const classes = copy ? 'swiper-slide swiper-slide-duplicate' : 'swiper-slide';
  const live = image.livePhoto ? `<div class="live-icon">${svgIcon('live', 14)}LIVE</div>` : '';
  return `<div class="${classes}" data-swiper-slide-index="${index}" data-index="${index}" style=""><div class="img-container"><img class="note-slider-img" loading="${index === 0 ? 'eager' : 'lazy'}" src="${escapeHtml(image.urlDefault)}"></div>${live}</div>`;
}

/** @param {any} note */
function sliderHtml(note) {
  const images = note.imageList;
  const last = images.length - 1;
  const slides = images
    .map((/** @type {any} */ image, /** @type {number} */ index) => slideHtml(index, image))
    .join('');
  const ring = images.length > 1 ? slideHtml(last, images[last], true) : '';
  const ringEnd = images.length > 1 ? slideHtml(0, images[0], true) : '';
  const dots = images
    .map((/** @type {any} */ _image, /** @type {number} */ index) => {
      return `<div class="pagination-item"><div class="${index === 0 ? 'active dot' : 'dot'}"></div></div>`;
    })
    .join('');
  const controls =
    images.length > 1
      ? `<div class="fraction">1/${images.length}</div><div class="arrow-controller left forbidden"><div class="btn-wrapper">${svgIcon('arrow-left', 18)}</div></div><div class="arrow-controller right"><div class="btn-wrapper">${svgIcon('arrow-right', 18)}</div></div><div class="slider-pagination-container pagination-media-container"><div class="pagination-list">${dots}</div></div>`
      : '';
  return `<div class="cover slider-zoom-in xhs-slider-container"><div class="swiper note-slider"><div class="swiper-wrapper">${ring}${slides}${ringEnd}</div></div>${controls}</div>`;
}

/** @param {any} note */
function mediaHtml(note) {
  const first = note.imageList[0];
  if (note.type === 'video') {
    const poster = escapeHtml(first?.urlDefault ?? '');
    return `<div class="video-player-media media-container"><div class="render-ssr-image player-container" elementtiming="note-cover" style="background-image:url(${poster});background-repeat:no-repeat;background-position:center;background-size:contain;" data-load-player-time="-1" data-load-poster-time="-1"><div class="player-el"></div></div></div>`;
  }
  return `<div class="media-container"><div class="xhs-slider-container">${first ? sliderHtml(note) : ''}</div></div>`;
}

/**
 * The text of a note with its topics, mentions and emoji.
 * @param {any} note
 * @param {Record<string, string>} [emoji]
 * @returns {string}
 */
export function noteTextHtml(note, emoji) {
  return richText(note.desc, { mentions: note.atUserList, ...(emoji ? { emoji } : {}) });
}

/**
 * `#noteContainer` as the server renders it: no comments and no engage bar in it yet (server-rendered pages, 2025-12).
 * Without a title there is no `#detail-title`.
 * @param {any} note state object of a note, camelCase
 * @param {number} now epoch ms
 * @returns {string}
 */
export function noteContainerHtml(note, now) {
  const author = authorHtml(note.user, note.interactInfo.followed);
  const title = note.title ? `<div id="detail-title" class="title">${escapeHtml(note.title)}</div>` : '';
  const desc = note.desc
    ? `<div id="detail-desc" class="desc"><span class="note-text">${noteTextHtml(note)}</span></div>`
    : '';
  const date = `<div class="bottom-container"><span class="date" selected-disabled-search="">${escapeHtml(noteDateLine(note, now))}</span></div>`;
  const comments = `<div class="divider interaction-divider"></div><div class="comments-el" style=""><div class="loading"><div class="animate" style="width:20px;height:20px;"></div> 加载中 </div></div>`;
  const scroller = `<div class="note-scroller"><div class="note-content">${title}${desc}${date}</div>${comments}</div>`;
  const bar = '<div class="interactions engage-bar"><div class="engage-bar-container"><!----></div></div>';
  return `<div id="noteContainer" style="" class="note-container" data-type="${note.type}" data-render-status="7" data-css-flag="0" data-video-style="default"><div class="author">${author}</div>${mediaHtml(note)}<div class="interaction-container"><div class="author-container">${author}</div>${scroller}${bar}</div></div>`;
}

/** What closes a note, on overlays and on direct pages alike. */
export const CLOSE_HTML = `<div class="close-circle"><div class="close close-mask-dark" title="关闭 Esc">${svgIcon('close', 18)}</div></div><div class="close-box">${svgIcon('close', 18)}</div>`;
