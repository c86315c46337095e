import { elementOf } from './dom.js';

const SHOWN_MS = 2500;

/**
 * A short message in the middle of the page.
 * @param {string} text
 */
export function showToast(text) {
  document.querySelector('.reds-toast')?.remove();
  const toast = elementOf('<div class="reds-toast" role="status"></div>');
  toast.textContent = text;
  document.body.append(toast);
  setTimeout(() => toast.remove(), SHOWN_MS);
}
