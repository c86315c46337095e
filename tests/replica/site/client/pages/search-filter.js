import { getElement } from '../core/dom.js';

const REAL = ':not([button-hp-installed])';

/**
 * The filters chosen in the panel, as the API takes them.
 * @param {HTMLElement} filter `.filter`
 * @returns {{ tags: string[], type: string }[]}
 */
export function chosenFilters(filter) {
  return [...filter.querySelectorAll('.filters')].flatMap((group) => {
    const tag = group.querySelector(`.tags.active${REAL}`)?.getAttribute('data-tag');
    return tag ? [{ tags: [tag], type: group.getAttribute('data-filter') ?? '' }] : [];
  });
}

/**
 * The panel opens on hover; a tag or 重置 changes the choice.
 * @param {HTMLElement} filter `.filter`
 * @param {() => void} onChange
 */
export function bindFilter(filter, onChange) {
  const panel = getElement(filter, '.filter-panel');
  const show = (/** @type {boolean} */ on) => (panel.style.display = on ? '' : 'none');
  filter.addEventListener('mouseenter', () => show(true));
  filter.addEventListener('mouseleave', () => show(false));
  panel.addEventListener('click', (event) => {
    const clicked = /** @type {Element} */ (event.target).closest('.tags, .operation');
    if (!clicked || clicked.hasAttribute('button-hp-installed')) return;
    if (clicked.matches('.operation') && clicked.textContent === '收起') return show(false);
    const chosen = clicked.matches('.tags') ? clicked : undefined;
    const groups = chosen ? [chosen.closest('.filters')] : [...panel.querySelectorAll('.filters')];
    for (const group of groups) {
      const tags = [...(group?.querySelectorAll(`.tags${REAL}`) ?? [])];
      tags.forEach((tag, index) => tag.classList.toggle('active', chosen ? tag === chosen : index === 0));
    }
    onChange();
  });
}
