import { escapeHtml, svgIcon } from './html.js';

/**
 * @typedef {object} ShellOptions
 * @property {boolean} loggedIn
 * @property {string} [viewerId] the logged-in person's id
 * @property {string} [viewerAvatar]
 * @property {'explore' | 'notification' | 'user' | ''} active
 * @property {string} [keyword] in the search box
 */

/** @param {ShellOptions} options */
function header(options) {
  const placeholder = options.loggedIn ? '搜索小红书' : '登录探索更多内容';
  const closeIcon = `<div class="close-icon"${options.keyword ? '' : ' style="display: none;"'}>${svgIcon('close', 16)}</div>`;
  return `<div class="header-container"><header class="mask-paper"><a href="/explore" class="active" id="link-guide" style="display:flex;"><span class="header-logo">红薯<i>replica</i></span></a><div class="input-box"><input id="search-input" value="${escapeHtml(options.keyword ?? '')}" type="text" spellcheck="false" class="search-input" placeholder="${placeholder}" autocomplete="off"><div class="input-button">${closeIcon}<div class="search-icon">${svgIcon('search', 20)}</div></div></div><div class="right"></div></header></div>`;
}

/** @param {ShellOptions} options */
function viewerEntry(options) {
  if (!options.loggedIn) {
    return '<div class="side-bar-component login-btn"><button class="reds-button-new login-btn large primary login-btn" id="login-btn" style=""><span class="reds-button-new-box"><span class="reds-button-new-text"><span class="login-btn">登录</span></span></span></button></div>';
  }
  const avatar = `<span class="reds-image-container gray responsive reds-avatar size-s" style="width:24px;"><img class="reds-img" width="24" height="24" src="${escapeHtml(options.viewerAvatar ?? '')}"></span>`;
  const active = options.active === 'user' ? ' active-channel' : '';
  return `<li class="user side-bar-component${active}"><div class="link-wrapper"><a href="/user/profile/${options.viewerId}" class="link-wrapper" title="我">${avatar}<span class="channel">我</span></a></div></li>`;
}

/** @param {ShellOptions} options */
function sideBar(options) {
  const activeClass = (/** @type {string} */ name) => (options.active === name ? ' active-channel' : '');
  return `<div class="side-bar"><ul class="channel-list"><div class="channel-list-content"><li id="explore-guide-refresh" class="${activeClass('explore').trim()}"><a href="/explore?channel_id=homefeed_recommend" class="active link-wrapper" target="_self">${svgIcon('explore', 24, 'icon-wrapper')}<span class="channel">发现</span></a></li><li class="link-wrapper bottom-channel${activeClass('notification')}"><a href="/notification" class="link-wrapper bottom-channel" title="通知"><div class="badge-container">${svgIcon('bell', 24)}</div><span class="text channel">通知</span></a></li>${viewerEntry(options)}</div></ul><div class="information-container">Replica for tests: every person and text in it is invented.</div></div>`;
}

/**
 * `#app` with header, side bar and the page inside `.main-content` (server-rendered pages, 2025-12).
 * @param {ShellOptions} options
 * @param {string} content
 * @returns {string}
 */
export function shellHtml(options, content) {
  return `<div id="app"><div id="global" data-logged="${options.loggedIn ? '1' : '0'}" class="layout limit">${header(options)}<div class="main-container">${sideBar(options)}<div class="with-side-bar main-content">${content}</div></div></div></div>`;
}
