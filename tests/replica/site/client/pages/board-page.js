import { readState } from '../core/store.js';
import { bindCards } from './card-clicks.js';
import { createWaterfall } from './waterfall.js';

/** An album: all of its cards come rendered. @param {string} boardId */
export function startBoardPage(boardId) {
  const container = document.querySelector('.board-page .feeds-container');
  if (!(container instanceof HTMLElement)) return;
  const place = /** @type {const} */ ({ page: 'board', ownerId: boardId });
  const waterfall = createWaterfall(container, place);
  waterfall.setItems(readState('board', 'boardFeedsMap')?.[boardId]?.notes ?? []);
  bindCards(container, waterfall, () => place);
}
