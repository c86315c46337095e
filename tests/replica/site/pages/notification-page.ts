import type { PageAnswer, PageContext } from '../../page-contract';
import { renderDocument } from '../document';
import { createBaseState } from '../state/create-base-state';

/** Tabs of the notification page (DOM observers, mid-2026). */
const TABS = ['评论和@', '赞和收藏', '新增关注'];

/** `/notification`: tabs come rendered, messages from the `you/*` API. */
export function renderNotificationPage(context: PageContext): PageAnswer {
  const tabs = TABS.map(
    (name, index) =>
      `<div class="reds-tab-item tab-item${index === 0 ? ' active' : ''}"><span>${name}</span></div>`,
  ).join('');
  const content = `<div class="notification-page"><div class="reds-tabs-list">${tabs}</div><div class="tabs-content-container"></div><div class="feeds-loading"></div></div>`;
  const state = createBaseState(context.viewer, Date.now());
  return renderDocument({ title: '小红书 - 通知', active: 'notification', content, state }, context);
}
