import { countLabel, displayDate } from '../templates/format.js';
import { escapeHtml, profileHref, svgIcon } from '../templates/html.js';
import { richText } from '../templates/rich-text.js';
import { emojiMap } from '../core/emoji.js';
import { viewerId } from '../core/store.js';

/** @param {any} comment @param {string} rootId @returns {string} 「回复 x :」 where a reply answers another reply */
function targetHtml(comment, rootId) {
  const target = comment.targetComment;
  if (!target || target.id === rootId) return '';
  const user = target.userInfo ?? {};
  const href = profileHref(user.userId ?? '', user.xsecToken, 'pc_note', 'web_note_detail_r10');
  return `回复 <a class="nickname" target="_blank" href="${href}">${escapeHtml(user.nickname ?? '')}</a> : `;
}

/** @param {any} comment */
function picturesHtml(comment) {
  const pictures = comment.pictures ?? [];
  if (pictures.length === 0) return '';
  const items = pictures
    .map(
      (/** @type {any} */ picture) =>
        `<div class="comment-image-gallery__item"><img src="${escapeHtml(picture.urlDefault)}" loading="lazy"></div>`,
    )
    .join('');
  return `<div class="comment-picture comment-image-gallery">${items}</div>`;
}

/** @param {any} comment */
function infoHtml(comment) {
  const place = comment.ipLocation ? `<span class="location">${escapeHtml(comment.ipLocation)}</span>` : '';
  const like = countLabel(comment.likeCount, '赞');
  const replies = countLabel(comment.subCommentCount, '回复');
  const icon = svgIcon(comment.liked ? 'liked' : 'like', 16, 'like-icon');
  return `<div class="info"><div class="date"><span>${displayDate(comment.createTime, Date.now())}</span>${place}</div><div class="interactions"><div class="like"><span class="like-wrapper like-active"><span class="like-lottie" style="width: 16px; height: 16px;"></span>${icon}<span class="count" selected-disabled-search="">${escapeHtml(like)}</span></span></div><div class="reply icon-container">${svgIcon('chat', 16, 'reply-icon')}<span class="count">${escapeHtml(replies)}</span></div></div></div>`;
}

/**
 * One `.comment-item` (DOM observers and the stylesheet of the site's comment chunk, 2025-11 to 2026-05).
 * @param {any} comment as in the live state
 * @param {{ rootId: string, authorId: string, isPinned?: boolean }} thread `rootId` is the comment's own id for a top-level one
 * @returns {string}
 */
export function commentHtml(comment, thread) {
  const isReply = comment.id !== thread.rootId;
  const user = comment.userInfo;
  const href = profileHref(user.userId, user.xsecToken, 'pc_note', 'web_note_detail_r10');
  const isAuthor = comment.showTags?.includes('is_author') || user.userId === thread.authorId;
  const tag = isAuthor ? '<span class="tag">作者</span>' : '';
  const pinned = thread.isPinned ? '<div class="labels"><span class="top">置顶评论</span></div>' : '';
  const text = richText(comment.content, { emoji: emojiMap(), mentions: comment.atUsers ?? [] });
  const own = user.userId === viewerId() && viewerId() !== '';
  const menu = own
    ? `<div class="comment-menu${isReply ? ' comment-menu-sub' : ''}"><div class="delete-dropdown">${svgIcon('more', 16, 'more')}</div></div>`
    : '';
  return `<div id="comment-${comment.id}" class="comment-item${isReply ? ' comment-item-sub' : ''}"><div class="comment-inner-container"><div class="avatar"><a href="${href}" data-user-id="${user.userId}" target="_blank"><img class="avatar-item" crossorigin="anonymous" loading="lazy" src="${escapeHtml(user.image ?? '')}"></a></div><div class="right"><div class="author-wrapper"><div class="author"><a class="name" href="${href}" data-user-id="${user.userId}" target="_blank">${escapeHtml(user.nickname ?? '')}</a>${tag}</div>${menu}</div><div class="content">${targetHtml(comment, thread.rootId)}<span class="note-text">${text}</span></div>${picturesHtml(comment)}${pinned}${infoHtml(comment)}</div></div></div>`;
}
