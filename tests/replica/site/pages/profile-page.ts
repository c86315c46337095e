import type { PageAnswer, PageContext, PageRequest } from '../../page-contract';
import { cardHtml } from '../client/templates/card.js';
import { escapeHtml, svgIcon } from '../client/templates/html.js';
import type { WorldAuthor } from '../../world/types';
import { renderDocument } from '../document';
import { toProfileEntry } from '../state/card-entry';
import { createBaseState } from '../state/create-base-state';
import { createUserPageData } from '../state/user-state';
import { accessHtml } from './plain-page';

const PAGE_SIZE = 30;

function headHtml(author: WorldAuthor, context: PageContext): string {
  const { viewer } = context;
  const counts = [
    [author.follows, '关注'],
    [author.fans, '粉丝'],
    [author.likedAndCollected, '获赞与收藏'],
  ] as const;
  const interactions = counts
    .map(
      ([count, shows]) =>
        `<div><span class="count">${viewer.countText(count)}</span><span class="shows">${shows}</span></div>`,
    )
    .join('');
  const place =
    author.ipLocation === undefined
      ? ''
      : `<span class="user-IP"> IP属地：${escapeHtml(author.ipLocation)}</span>`;
  return `<div class="user-info"><div class="avatar"><div class="avatar-wrapper"><img class="user-image" src="${escapeHtml(author.avatarUrl)}" crossorigin="anonymous"></div></div><div class="info-part"><div class="info"><div class="basic-info"><div class="user-basic"><div class="user-nickname"><div class="user-name">${escapeHtml(author.nickname)}</div></div><div class="user-content"><span class="user-redId">小红书号：${escapeHtml(author.redId)}</span>${place}</div></div></div><div class="user-desc">${escapeHtml(author.desc)}</div><div class="user-interactions">${interactions}</div></div></div></div>`;
}

/** `/user/profile/<id>`: head and first cards come rendered, with the state (saved profile pages, 2024-11 and 2026-05). */
export function renderProfilePage(
  _request: PageRequest,
  context: PageContext,
  ids: readonly string[],
): PageAnswer {
  const userId = ids[0] ?? '';
  const author =
    context.world.findAuthor(userId) ??
    (context.viewer.author?.userId === userId ? context.viewer.author : undefined);
  const state = createBaseState(context.viewer, Date.now());
  if (!author) {
    return renderDocument(
      { title: '小红书', active: '', content: accessHtml('当前内容暂时不可访问'), state },
      context,
    );
  }
  const all = context.world.notes.filter(
    (note) => note.author.userId === userId && note.standing === 'public',
  );
  const entries = all
    .slice(0, PAGE_SIZE)
    .map((note, index) => toProfileEntry(note, index, context, 'pc_user'));
  const query = {
    num: PAGE_SIZE,
    cursor: all[PAGE_SIZE - 1]?.noteId ?? '',
    userId,
    hasMore: all.length > PAGE_SIZE,
    page: 1,
  };
  const untouched = { num: PAGE_SIZE, cursor: '', userId, hasMore: true, page: 1 };
  Object.assign(state.store('user'), {
    userPageData: createUserPageData(author, context),
    notes: [entries, [], [], []],
    noteQueries: [query, untouched, untouched, untouched],
    userFetchingStatus: 'resolved',
    firstFetchNote: false,
    isOwnBoard: context.viewer.author?.userId === userId,
  });
  const cards = entries
    .map((entry, index) => cardHtml(entry, index, { page: 'profile', ownerId: userId, tab: 'note' }))
    .join('');
  const tab = (name: string, active: boolean, locked: boolean): string =>
    `<div class="reds-tab-item sub-tab-list${active ? ' active' : ''}"><span>${name}</span>${locked ? svgIcon('lock', 14, 'lock-icon') : ''}</div>`;
  const content = `<div class="user-page" id="userPageContainer">${headHtml(author, context)}<div class="reds-tabs-list">${tab('笔记', true, false)}</div><div id="userPostedFeeds" class="feeds-container">${cards}</div><div class="feeds-loading"></div></div>`;
  const active = context.viewer.author?.userId === userId ? 'user' : '';
  return renderDocument({ title: `${author.nickname} - 小红书`, active, content, state }, context);
}
