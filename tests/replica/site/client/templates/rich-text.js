import { escapeHtml, profileHref } from './html.js';

/** @typedef {{ userId: string, nickname: string, xsecToken?: string }} Mention */
/** @typedef {{ emoji?: Record<string, string>, mentions?: readonly Mention[], token?: string }} RichTextOptions */

const PARTS = /(#[^#\n]{1,40}\[话题\]#|\[[^[\]\n]{1,8}\])/u;

/**
 * A topic in a text is `#name[话题]#`; its link carries the keyword encoded twice (server-rendered pages, 2025-12).
 * @param {string} part
 */
function topicLink(part) {
  const name = part.slice(1, -'[话题]#'.length);
  const keyword = encodeURIComponent(encodeURIComponent(name));
  const href = `/search_result?keyword=${keyword}&amp;type=54&amp;source=web_note_detail_r10`;
  return `<a id="hash-tag" target="_blank" class="tag" href="${href}">#${escapeHtml(name)}</a>`;
}

/**
 * @param {string} text
 * @param {readonly Mention[]} mentions
 * @returns {string}
 */
function withMentions(text, mentions) {
  const mention = mentions.find((candidate) => text.includes(`@${candidate.nickname}`));
  if (!mention) return text === '' ? '' : `<span>${escapeHtml(text)}</span>`;
  const mark = `@${mention.nickname}`;
  const at = text.indexOf(mark);
  const href = profileHref(mention.userId, mention.xsecToken, 'pc_note', 'web_note_detail_r10');
  const link = `<a class="note-content-user" target="_blank" href="${href}">${escapeHtml(mark)}</a>`;
  const before = text.slice(0, at);
  return `${before === '' ? '' : `<span>${escapeHtml(before)}</span>`}${link}${withMentions(text.slice(at + mark.length), mentions)}`;
}

/**
 * Text of a note or comment as the page shows it. Emoji codes stay text until the emoji map is there: so it is in
 * server-rendered pages (2025-12); afterwards they are pictures without a text of their own.
 * @param {string} text
 * @param {RichTextOptions} [options]
 * @returns {string} HTML
 */
export function richText(text, options = {}) {
  const emoji = options.emoji ?? {};
  return text
    .split(PARTS)
    .map((part) => {
      if (part.endsWith('[话题]#')) return topicLink(part);
      const picture = Object.hasOwn(emoji, part) ? emoji[part] : undefined;
      if (picture)
        return `<img class="note-content-emoji" crossorigin="anonymous" src="${escapeHtml(picture)}">`;
      return withMentions(part, options.mentions ?? []);
    })
    .join('');
}
