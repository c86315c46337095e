import type { PageAnswer, PageContext, PageRequest } from '../../page-contract';
import { cardHtml } from '../client/templates/card.js';
import { renderDocument } from '../document';
import { toProfileEntry } from '../state/card-entry';
import { createBaseState } from '../state/create-base-state';

const BOARD_SIZE = 12;

/** `/board/<id>`: an album. Any id is an album of the replica's first notes. */
export function renderBoardPage(
  _request: PageRequest,
  context: PageContext,
  ids: readonly string[],
): PageAnswer {
  const boardId = ids[0] ?? '';
  const state = createBaseState(context.viewer, Date.now());
  const entries = context.world.notes
    .filter((note) => note.standing === 'public')
    .slice(0, BOARD_SIZE)
    .map((note, index) => toProfileEntry(note, index, context, 'pc_user'));
  Object.assign(state.store('board'), {
    boardDetails: {
      [boardId]: { id: boardId, name: '周末去处', desc: '', total: entries.length, fans: 0, privacy: 0 },
    },
    boardFeedsMap: { [boardId]: { notes: entries, cursor: '', hasMore: false } },
    boardPageStatus: 'resolved',
  });
  const cards = entries
    .map((entry, index) => cardHtml(entry, index, { page: 'board', ownerId: boardId }))
    .join('');
  const content = `<div class="board-page"><div class="board-head"><h1 class="board-name">周末去处</h1><span class="board-total">笔记・${entries.length}</span></div><div class="feeds-container">${cards}</div></div>`;
  return renderDocument({ title: '周末去处 - 小红书', active: '', content, state }, context);
}
