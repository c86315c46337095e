import { postToApi } from '../core/api.js';
import { setIcon } from '../core/dom.js';
import { showLoginModal } from '../core/login-modal.js';
import { isLoggedIn } from '../core/store.js';
import { stepCount } from '../comments/bind-comment.js';
import { openNote } from '../note/open-note.js';
import { cardSource } from '../templates/card.js';
import { countLabel } from '../templates/format.js';

/** @typedef {ReturnType<typeof import('./waterfall.js').createWaterfall>} Waterfall */

/** @param {Element} section @param {any} item */
async function toggleLike(section, item) {
  if (!isLoggedIn()) return showLoginModal('登录即可点赞该笔记');
  const interact = item.noteCard.interactInfo;
  const on = !interact.liked;
  const show = (/** @type {boolean} */ value) => {
    interact.liked = value;
    interact.likedCount = stepCount(interact.likedCount, value ? 1 : -1);
    setIcon(section, '.like-icon', value ? 'liked' : 'like');
    const count = section.querySelector('.count');
    if (count) count.textContent = countLabel(interact.likedCount, '赞');
  };
  show(on);
  try {
    await postToApi(`/api/sns/web/v1/note/${on ? 'like' : 'dislike'}`, { note_oid: item.id });
  } catch {
    // What went wrong is told by the failure listener.
    show(!on);
  }
}

/**
 * Where a note of the list opens, with its neighbours in the list.
 * @param {Waterfall} waterfall
 * @param {any} item
 * @param {import('../templates/card.js').CardPlace} place
 * @returns {import('../note/open-note.js').NoteTarget}
 */
function targetOf(waterfall, item, place) {
  const notes = waterfall.items().filter((entry) => entry.modelType !== 'rec_query');
  const index = notes.indexOf(item);
  return {
    noteId: item.id,
    xsecToken: item.xsecToken,
    xsecSource: cardSource(place),
    neighbour: (step) => {
      const next = notes[index + step];
      return next ? targetOf(waterfall, next, place) : undefined;
    },
  };
}

/**
 * Opens notes from cards; clicks with a modifier or another button go the browser's way.
 * @param {HTMLElement} container
 * @param {Waterfall} waterfall
 * @param {() => import('../templates/card.js').CardPlace} placeNow
 */
export function bindCards(container, waterfall, placeNow) {
  container.addEventListener('click', (event) => {
    const clicked = /** @type {Element} */ (event.target);
    const section = clicked.closest('section.note-item');
    const item = section ? waterfall.itemOf(section) : undefined;
    if (!section || !item || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    if (clicked.closest('.like-wrapper')) return void toggleLike(section, item);
    if (!clicked.closest('a.cover, a.title')) return;
    event.preventDefault();
    openNote(targetOf(waterfall, item, placeNow()));
  });
}
