import { fetchQuietly } from './api.js';
import { state } from './store.js';

/** @type {Promise<Record<string, string>> | undefined} */
let loading;

/** @returns {Record<string, string>} code in brackets → picture, empty until loaded */
export function emojiMap() {
  return state.redMoji?.mojiData?.redmojiMap ?? {};
}

/**
 * Loads the emoji map once into the live store; without it codes stay text.
 * @returns {Promise<Record<string, string>>}
 */
export function loadEmoji() {
  loading ??= fetchQuietly('/api/im/redmoji/detail').then(
    (answer) => {
      if (answer?.redmojiMap && state.redMoji) state.redMoji.mojiData = answer;
      return emojiMap();
    },
    () => emojiMap(),
  );
  return loading;
}
