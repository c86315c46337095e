import { postToApi } from '../core/api.js';
import { getElement, watchSentinel } from '../core/dom.js';
import { readState, state, writeState } from '../core/store.js';
import { bindCards } from './card-clicks.js';
import { createWaterfall } from './waterfall.js';

/** The feed: rendered cards first, further ones from the API as the end comes near. */
export function startExplorePage() {
  const page = getElement(document, '#mfContainer');
  const container = getElement(page, '#exploreFeeds');
  const waterfall = createWaterfall(container, { page: 'explore' });
  let cursorScore = '';
  let channel = 'homefeed_recommend';
  let run = 0;
  waterfall.setItems(readState('feed', 'feeds') ?? []);
  bindCards(container, waterfall, () => ({ page: 'explore' }));
  const loading = getElement(page, '.feeds-loading');

  async function loadMore() {
    const mine = run;
    const known = readState('feed', 'feeds');
    const answer = await postToApi('/api/sns/web/v1/homefeed', {
      cursor_score: cursorScore,
      num: 20,
      refresh_type: known.length === 0 ? 1 : 3,
      note_index: known.length,
      unread_begin_note_id: '',
      unread_end_note_id: '',
      unread_note_count: 0,
      category: channel,
      search_key: '',
      need_num: 10,
      image_formats: ['jpg', 'webp', 'avif'],
      need_filter_image: false,
    }).catch(() => undefined);
    if (mine !== run) return false;
    const seen = new Set(known.map((/** @type {any} */ item) => item.id));
    const items = (answer?.items ?? []).filter((/** @type {any} */ item) => !seen.has(item.id));
    cursorScore = answer?.cursorScore ?? '';
    const feeds = [
      ...known,
      ...items.map((/** @type {any} */ item, /** @type {number} */ at) => ({
        ...item,
        index: known.length + at,
        exposed: false,
        ssrRendered: false,
      })),
    ];
    writeState('feed', 'feeds', feeds);
    waterfall.setItems(feeds);
    return items.length > 0;
  }

  let stop = watchSentinel(loading, null, loadMore);
  for (const tab of page.querySelectorAll('#channel-container .channel')) {
    tab.addEventListener('click', () => {
      for (const other of page.querySelectorAll('#channel-container .channel'))
        other.classList.toggle('active', other === tab);
      run += 1;
      channel = tab.id;
      cursorScore = '';
      writeState('feed', 'currentChannel', channel);
      if (state.feed?.query) state.feed.query.category = channel;
      writeState('feed', 'feeds', []);
      waterfall.reset([]);
      stop();
      stop = watchSentinel(loading, null, loadMore);
    });
  }
}
