import type { PageAnswer, PageContext } from '../../page-contract';
import { cardHtml } from '../client/templates/card.js';
import { renderDocument } from '../document';
import { toFeedEntry } from '../state/card-entry';
import { createBaseState } from '../state/create-base-state';

/** Channels of the feed (rendered page, 2025-11). */
const CHANNELS: readonly (readonly [id: string, name: string])[] = [
  ['homefeed_recommend', '推荐'],
  ['homefeed.fashion_v3', '穿搭'],
  ['homefeed.food_v3', '美食'],
  ['homefeed.cosmetics_v3', '彩妆'],
  ['homefeed.movie_and_tv_v3', '影视'],
  ['homefeed.career_v3', '职场'],
  ['homefeed.love_v3', '情感'],
  ['homefeed.household_product_v3', '家居'],
  ['homefeed.gaming_v3', '游戏'],
  ['homefeed.travel_v3', '旅行'],
  ['homefeed.fitness_v3', '健身'],
];

/** The server renders 35 cards (server-rendered explore page, 2024-11). */
const RENDERED_CARDS = 35;

/** `/explore`: the recommended feed. */
export function renderExplorePage(context: PageContext): PageAnswer {
  const state = createBaseState(context.viewer, Date.now());
  const feeds = context.world.notes
    .filter((note) => note.standing === 'public')
    .slice(0, RENDERED_CARDS)
    .map((note, index) => toFeedEntry(note, index, context));
  Object.assign(state.store('feed'), {
    feeds,
    isFirstSuccessFetched: true,
    channels: { categories: CHANNELS.slice(1).map(([id, name]) => ({ id, name })) },
  });
  const noteDetailMap = {
    undefined: {
      comments: { list: [], cursor: '', hasMore: true, loading: false, firstRequestFinish: false },
      currentTime: 0,
      note: {},
    },
  };
  Object.assign(state.store('note'), { noteDetailMap });
  const channels = CHANNELS.map(
    ([id, name], index) =>
      `<div id="${id}" class="${index === 0 ? 'active channel' : 'channel'}">${name}</div>`,
  ).join('');
  const cards = feeds.map((entry, index) => cardHtml(entry, index, { page: 'explore' })).join('');
  const content = `<div id="mfContainer" class="feeds-page" data-cache-exp="unknown" data-cache-hit="0" data-render-status="5"><div class="channel-container"><div class="scroll-container channel-scroll-container" id="channel-container"><div class="content-container">${channels}</div></div></div><div id="exploreFeeds" class="feeds-container">${cards}</div><div class="feeds-loading"></div></div>`;
  return renderDocument({ title: '小红书 - 你的生活兴趣社区', active: 'explore', content, state }, context);
}
