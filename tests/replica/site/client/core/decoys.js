/**
 * The site's decoys (site bundle xhs-pc-web 6.12.1, 2026-05; rendered profile page, 2026-05): copies of some controls
 * are put before the real ones. Who touches a copy, or clicks a real one by script, is noted on `window.anti__hp__`.
 * The replica reports each such event to its server as well.
 */

/** @type {Record<string, number>} */
const flags = {};
/** @type {any} */ (window).anti__hp__ = flags;

/** @param {string} name */
function report(name) {
  flags[name] = 1;
  navigator.sendBeacon('/__decoy', name);
}

/** @param {string} kind @param {HTMLElement} real */
function cloneOf(kind, real) {
  const clone = /** @type {HTMLElement} */ (real.cloneNode(true));
  for (const part of [clone, ...clone.querySelectorAll('[id]')]) part.removeAttribute('id');
  clone.setAttribute('button-hp-installed', '1');
  clone.setAttribute('data-hp-kind', kind);
  clone.setAttribute('aria-hidden', 'true');
  clone.setAttribute('tabindex', '-1');
  clone.style.cssText = 'position:absolute; opacity:1e-05; z-index:-1';
  return clone;
}

/** @param {HTMLElement} clone @param {HTMLInputElement} real */
function trapValue(clone, real) {
  const own = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
  Object.defineProperty(clone, 'value', {
    configurable: true,
    get: () => own?.get?.call(clone),
    set: (/** @type {string} */ value) => {
      report('__hp_input_hit');
      own?.set?.call(clone, value);
      real.value = value;
    },
  });
  for (const type of ['input', 'change']) clone.addEventListener(type, () => report('__hp_input_hit'));
}

/**
 * Puts a decoy before a control and watches the control itself.
 * @param {'close' | 'search' | 'input' | 'channel' | 'filter'} kind
 * @param {HTMLElement | null} real
 */
export function installDecoy(kind, real) {
  if (!real || real.hasAttribute('data-hp-bound')) return;
  const clone = cloneOf(kind, real);
  clone.addEventListener(
    'click',
    (event) => {
      event.stopPropagation();
      report(`__hp_${kind}_hit`);
    },
    true,
  );
  real.setAttribute('data-hp-bound', '1');
  real.parentElement?.setAttribute('data-hp-container-rel', '1');
  real.addEventListener(
    'click',
    (event) => {
      if (!event.isTrusted) report(`__hp__${kind}_is_not_trust`);
    },
    true,
  );
  if (real instanceof HTMLInputElement) trapValue(clone, real);
  real.before(clone);
}

/** Decoys for what stands on every page, and for the search page's tabs and filters. */
export function installDecoys() {
  const header = document.querySelector('div.input-box');
  if (header) {
    installDecoy('input', header.querySelector('input.search-input'));
    installDecoy('search', header.querySelector('.search-icon'));
    installDecoy('close', header.querySelector('div.input-button .close-icon'));
  }
  for (const id of ['image', 'video', 'user'])
    installDecoy('channel', document.querySelector(`#${id}.channel`));
  for (const control of document.querySelectorAll('.filter-panel .tags, .filter-panel .operation')) {
    installDecoy('filter', /** @type {HTMLElement} */ (control));
  }
}

/** A bait that ad blockers hide; when it is gone after a second, that is reported too. */
export function installBait() {
  const bait = document.createElement('div');
  bait.className = 'ad-wrap';
  bait.style.cssText = 'position:absolute;left:-1px;top:0;width:1px;height:1px';
  document.body.append(bait);
  setTimeout(() => {
    if (!bait.isConnected || getComputedStyle(bait).display === 'none') report('plugin_block');
  }, 1000);
}
