import { elementOf } from '../core/dom.js';
import { cardHtml, coverHeight, queryCardHtml } from '../templates/card.js';

const GAP = 20;
const MIN_COLUMN = 212;
const BUFFER = 500;
const QUERY_HEIGHT = 236;

/** @typedef {{ x: number, y: number, height: number }} Box */

/** @param {any} item @param {number} width */
function boxHeight(item, width) {
  if (item.modelType === 'rec_query') return QUERY_HEIGHT;
  const title = item.noteCard.displayTitle ?? '';
  const lines = title === '' ? 0 : Math.min(2, Math.ceil((title.length * 14.5) / (width - 24)));
  const lower = item.noteCard.cornerTagInfo?.length ? 42 : 32;
  return coverHeight(item, width) + 14 + lines * 20 + lower + 8;
}

/**
 * A waterfall of cards that keeps only what is near the screen in the document: a card that leaves gives its node to
 * the next one, so nodes change what they show (rendered pages, 2025-11).
 * @param {HTMLElement} container `.feeds-container`
 * @param {import('../templates/card.js').CardPlace} place
 */
export function createWaterfall(container, place) {
  /** @type {any[]} */
  let items = [];
  /** @type {Box[]} */
  let boxes = [];
  /** @type {number[]} */
  let heights = [];
  let columnWidth = 0;
  /** @type {Map<number, HTMLElement>} */
  const shown = new Map(
    [...container.querySelectorAll('section.note-item')].map((node) => [
      Number(node.getAttribute('data-index')),
      /** @type {HTMLElement} */ (node),
    ]),
  );

  function measure() {
    const width = container.clientWidth;
    if (width === 0) return false;
    const columns = Math.max(2, Math.floor((width + GAP) / (MIN_COLUMN + GAP)));
    const next = (width - (columns - 1) * GAP) / columns;
    if (next !== columnWidth || heights.length !== columns) {
      columnWidth = next;
      heights = Array.from({ length: columns }, () => 0);
      boxes = [];
    }
    for (const item of items.slice(boxes.length)) {
      const column = heights.indexOf(Math.min(...heights));
      const height = boxHeight(item, columnWidth);
      boxes.push({ x: column * (columnWidth + GAP), y: heights[column] ?? 0, height });
      heights[column] = (heights[column] ?? 0) + height + GAP;
    }
    container.style.height = `${Math.max(0, ...heights)}px`;
    return true;
  }

  /** @param {number} index @param {HTMLElement | undefined} node */
  function draw(index, node) {
    const item = items[index];
    const html = item.modelType === 'rec_query' ? queryCardHtml(item, index) : cardHtml(item, index, place);
    const fresh = elementOf(html);
    if (!node) {
      container.append(fresh);
      return fresh;
    }
    for (const { name, value } of [...fresh.attributes]) node.setAttribute(name, value);
    node.replaceChildren(...fresh.childNodes);
    return node;
  }

  function render() {
    if (!container.isConnected || !measure()) return;
    const top = -container.getBoundingClientRect().top;
    const near = (/** @type {Box} */ box) =>
      box.y + box.height > top - BUFFER && box.y < top + innerHeight + BUFFER;
    const wanted = new Set(boxes.flatMap((box, index) => (near(box) ? [index] : [])));
    const free = [...shown].filter(([index]) => !wanted.has(index));
    for (const [index] of free) shown.delete(index);
    for (const index of wanted) {
      const node = shown.get(index) ?? draw(index, free.pop()?.[1]);
      const box = /** @type {Box} */ (boxes[index]);
      shown.set(index, node);
      node.style.width = `${columnWidth}px`;
      node.style.transform = `translate(${box.x}px, ${box.y}px)`;
    }
    for (const [, node] of free) node.remove();
    container.classList.add('laid-out');
  }

  addEventListener('scroll', () => requestAnimationFrame(render), { passive: true });
  addEventListener('resize', () => requestAnimationFrame(render));
  return {
    /** @param {any[]} next all items; the first ones may be the same as before */
    setItems(next) {
      items = next;
      if (boxes.length > items.length) boxes = [];
      render();
    },
    /** Starts over with other items. @param {any[]} next */
    reset(next) {
      for (const node of shown.values()) node.remove();
      shown.clear();
      boxes = [];
      heights = [];
      items = next;
      render();
    },
    render,
    /** @param {Element} section @returns {any} */
    itemOf: (section) => items[Number(section.getAttribute('data-index'))],
    /** @returns {any[]} */
    items: () => items,
  };
}
