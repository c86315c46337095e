import { getFromApi } from '../core/api.js';
import { getElement, watchSentinel } from '../core/dom.js';
import { readState, writeState } from '../core/store.js';
import { bindCards } from './card-clicks.js';
import { createWaterfall } from './waterfall.js';

/** The API's profile notes are flat; the page keeps them as cards. @param {any} note @param {number} index */
function toCard(note, index) {
  const { noteId, xsecToken } = note;
  return { id: noteId, xsecToken, index, exposed: false, ssrRendered: false, noteCard: note };
}

/** A person's page: the first cards come rendered, further ones from `user_posted`. @param {string} userId */
export function startProfilePage(userId) {
  const container = document.querySelector('#userPostedFeeds');
  if (!(container instanceof HTMLElement)) return;
  const place = /** @type {const} */ ({ page: 'profile', ownerId: userId, tab: 'note' });
  const waterfall = createWaterfall(container, place);
  waterfall.setItems(readState('user', 'notes')?.[0] ?? []);
  bindCards(container, waterfall, () => place);
  const query = readState('user', 'noteQueries')?.[0];
  if (!query?.hasMore) return;

  watchSentinel(getElement(document, '.user-page .feeds-loading'), null, async () => {
    const answer = await getFromApi('/api/sns/web/v1/user_posted', {
      num: 30,
      cursor: query.cursor,
      user_id: userId,
      image_formats: 'jpg,webp,avif',
      xsec_token: new URLSearchParams(location.search).get('xsec_token') ?? '',
      xsec_source: 'pc_user',
    }).catch(() => undefined);
    const tabs = readState('user', 'notes');
    const cards = (answer?.notes ?? []).map((/** @type {any} */ note, /** @type {number} */ at) =>
      toCard(note, tabs[0].length + at),
    );
    writeState('user', 'notes', [[...tabs[0], ...cards], ...tabs.slice(1)]);
    Object.assign(query, {
      cursor: answer?.cursor ?? '',
      hasMore: answer?.hasMore === true,
      page: query.page + 1,
    });
    waterfall.setItems(readState('user', 'notes')[0]);
    return query.hasMore;
  });
}
