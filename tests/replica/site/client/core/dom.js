/**
 * The nodes an HTML text of the page's own templates describes; every text of people in it is escaped.
 * @param {string} html
 * @returns {Node[]}
 */
export function nodesOf(html) {
  const parsed = new DOMParser().parseFromString(html.trim(), 'text/html');
  return [...parsed.body.childNodes].map((node) => document.importNode(node, true));
}

/**
 * The element an HTML text describes.
 * @param {string} html
 * @returns {HTMLElement}
 */
export function elementOf(html) {
  const element = nodesOf(html)[0];
  if (!(element instanceof HTMLElement)) throw new Error('not an element');
  return element;
}

/**
 * The first match inside, which must be there.
 * @param {ParentNode} root
 * @param {string} selector
 * @returns {HTMLElement}
 */
export function getElement(root, selector) {
  const element = root.querySelector(selector);
  if (!(element instanceof HTMLElement)) throw new Error(`no ${selector}`);
  return element;
}

/**
 * The page's own elements only: its decoys carry the same classes.
 * @param {ParentNode} root
 * @param {string} selector
 * @returns {HTMLElement | null}
 */
export function findReal(root, selector) {
  return root.querySelector(`${selector}:not([button-hp-installed])`);
}

/**
 * Points an icon to another symbol.
 * @param {ParentNode} root
 * @param {string} selector of the svg
 * @param {string} symbol
 */
export function setIcon(root, selector, symbol) {
  root
    .querySelector(`${selector} use`)
    ?.setAttributeNS('http://www.w3.org/1999/xlink', 'xlink:href', `#${symbol}`);
}

/**
 * Calls back, in an animation frame, each time the element comes into view; hidden tabs have no frames and so starve.
 * @param {Element} element
 * @param {Element | null} root the scroller
 * @param {() => Promise<boolean>} load true while there is more
 * @returns {() => void} stops watching
 */
export function watchSentinel(element, root, load) {
  const observer = new IntersectionObserver(onSeen, { root, rootMargin: '0px 0px 240px 0px' });
  observer.observe(element);
  /** @param {IntersectionObserverEntry[]} entries */
  function onSeen(entries) {
    if (!entries.at(-1)?.isIntersecting) return;
    observer.unobserve(element);
    requestAnimationFrame(() => {
      void load().then((more) => {
        if (more) observer.observe(element);
      });
    });
  }
  return () => observer.disconnect();
}
