import type { PageAnswer, PageContext, PageRequest } from '../../page-contract';
import { escapeHtml } from '../client/templates/html.js';
import { renderDocument } from '../document';
import { createBaseState } from '../state/create-base-state';

/** What stands where a page may not be seen (site bundle xhs-pc-web 6.12.1, 2026-05). */
export function accessHtml(title: string): string {
  return `<div class="access-container"><div class="access-wrapper"><div class="title">${escapeHtml(title)}</div><div class="desc">请打开小红书App扫码查看</div><div class="qrcode-img"></div><div class="feedback-btn">反馈</div></div></div>`;
}

function captchaHtml(query: URLSearchParams): string {
  return `<div class="captcha-page"><div id="red-captcha-${escapeHtml(query.get('verifyUuid') ?? '0')}" class="red-captcha"><div class="title">安全验证</div><div class="desc">请通过验证后继续访问</div></div></div>`;
}

/** The site's stop pages: /404, /login, /website-login/error, /website-login/captcha, /web-login/captcha, /browseSearch/notFound. */
export function renderPlainPage(request: PageRequest, context: PageContext): PageAnswer {
  const { path, query } = request;
  const state = createBaseState(context.viewer, Date.now());
  if (path.endsWith('/captcha')) {
    return renderDocument({ title: '安全验证', active: '', content: captchaHtml(query), state }, context);
  }
  if (path === '/login') {
    return renderDocument(
      { title: '小红书 - 你的生活兴趣社区', active: '', content: '<div class="login-page"></div>', state },
      context,
    );
  }
  if (path.startsWith('/404') || path.startsWith('/browseSearch')) {
    const content = accessHtml(query.get('error_msg') ?? '当前笔记暂时无法浏览');
    return renderDocument({ title: '小红书 - 你访问的页面不见了', active: '', content, state }, context);
  }
  const content = accessHtml(query.get('error_msg') ?? query.get('verifyMsg') ?? '安全限制');
  return renderDocument({ title: '安全限制', active: '', content, state }, context);
}
