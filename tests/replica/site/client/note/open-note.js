import { fetchNote } from '../core/api.js';
import { elementOf, getElement } from '../core/dom.js';
import { putNote, writeState } from '../core/store.js';
import { showToast } from '../core/toast.js';
import { svgIcon } from '../templates/html.js';
import { CLOSE_HTML, noteContainerHtml } from '../templates/note.js';
import { startNoteView } from './note-view.js';

/**
 * @typedef {object} NoteTarget
 * @property {string} noteId
 * @property {string} xsecToken
 * @property {string} xsecSource
 * @property {(step: 1 | -1) => NoteTarget | undefined} [neighbour]
 */

/** After a failed fetch the page says so and goes back (site bundle xhs-pc-web 6.12.1, 2026-05). */
const BACK_AFTER_MS = 400;
const MODE_KEY = 'replica-note-mode';

/** @type {{ noteId: string, close(): void } | undefined} */
let open;
const pageTitle = document.title;

const asksForRoute = new URLSearchParams(location.search).get('mode') === 'route';

/**
 * Both ways in which the site opens notes: over the feed, or as a page of its own. `?mode=route` in the address the
 * page was loaded from, or `replica-note-mode` = `route` in localStorage, asks for the second.
 * @returns {boolean}
 */
function opensAsRoute() {
  return asksForRoute || localStorage.getItem(MODE_KEY) === 'route';
}

/** @param {NoteTarget} target */
function urlOf(target) {
  const query = new URLSearchParams({ xsec_token: target.xsecToken, xsec_source: target.xsecSource });
  return `/explore/${target.noteId}?${query}`;
}

/** @param {string} noteId */
function createOverlay(noteId) {
  const mask = elementOf(`<div class="note-detail-mask" note-id="${noteId}"></div>`);
  getElement(document, '#app').append(mask);
  document.documentElement.classList.add('note-open');
  return {
    root: mask,
    closeHtml: CLOSE_HTML,
    close() {
      mask.remove();
      document.documentElement.classList.remove('note-open');
    },
  };
}

/** The page below stays in the document, hidden, as the site's kept-alive pages do. */
function createRoutePage() {
  const content = getElement(document, '.main-content');
  const kept = [...content.children].filter((child) => child instanceof HTMLElement);
  const scrollTop = window.scrollY;
  const displays = kept.map((child) => child.style.display);
  for (const child of kept) child.style.display = 'none';
  const page = elementOf('<div class="outer-link-container"></div>');
  const origin = elementOf('<span id="note-detail-origin" data-origin="feeds2NotePage"></span>');
  content.append(page, origin);
  window.scrollTo(0, 0);
  return {
    root: page,
    closeHtml: '',
    close() {
      page.remove();
      origin.remove();
      kept.forEach((child, index) => (child.style.display = displays[index] ?? ''));
      window.scrollTo(0, scrollTop);
      dispatchEvent(new Event('resize'));
    },
  };
}

/** @param {HTMLElement} root @param {NoteTarget} target */
function addArrows(root, target) {
  for (const [step, name, icon] of /** @type {const} */ ([
    [-1, 'prev', 'arrow-left'],
    [1, 'next', 'arrow-right'],
  ])) {
    const next = target.neighbour?.(step);
    if (!next) continue;
    const arrow = elementOf(`<div class="note-switch ${name}">${svgIcon(icon, 22)}</div>`);
    arrow.addEventListener('click', () => switchTo(next));
    root.append(arrow);
  }
}

/** @param {NoteTarget} target */
async function show(target) {
  hide();
  const place = opensAsRoute() ? createRoutePage() : createOverlay(target.noteId);
  /** @type {{ destroy(): void } | undefined} */
  let view;
  const mine = {
    noteId: target.noteId,
    close() {
      view?.destroy();
      place.close();
      document.title = pageTitle;
    },
  };
  open = mine;
  writeState('note', 'currentNoteId', target.noteId);
  const fetched = await fetchNote(target.noteId, target.xsecToken, target.xsecSource).catch(() => undefined);
  if (open !== mine) return;
  if (!fetched) return leaveSoon(mine);
  const entry = putNote(fetched.note, fetched.currentTime);
  const container = elementOf(noteContainerHtml(fetched.note, Date.now()));
  place.root.append(container, ...elementOf(`<div>${place.closeHtml}</div>`).children);
  addArrows(place.root, target);
  document.title = `${fetched.note.title} - 小红书`;
  view = startNoteView(container, entry, target.xsecToken);
}

/** @param {object} failed */
function leaveSoon(failed) {
  showToast('该内容暂时无法查看');
  setTimeout(() => {
    if (open === failed) history.back();
  }, BACK_AFTER_MS);
}

function hide() {
  open?.close();
  open = undefined;
}

/**
 * Opens a note without loading a page: the address changes by `history.pushState` alone.
 * @param {NoteTarget} target
 */
export function openNote(target) {
  const back = location.pathname + location.search;
  const current = urlOf(target);
  remembered.set(target.noteId, target);
  history.pushState({ back, current }, '', current);
  void show(target);
}

/** The next note takes the place of the present one in the history. @param {NoteTarget} target */
function switchTo(target) {
  const current = urlOf(target);
  remembered.set(target.noteId, target);
  history.replaceState({ ...history.state, current }, '', current);
  void show(target);
}

/** @type {Map<string, NoteTarget>} */
const remembered = new Map();

function onPopState() {
  const noteId = /^\/explore\/([0-9a-f]{24})$/.exec(location.pathname)?.[1];
  if (noteId === undefined) return hide();
  const query = new URLSearchParams(location.search);
  const target = remembered.get(noteId) ?? {
    noteId,
    xsecToken: query.get('xsec_token') ?? '',
    xsecSource: query.get('xsec_source') ?? '',
  };
  if (open?.noteId !== noteId) void show(target);
}

/** Listens for the ways back: the close buttons, Esc, a click beside the note, the browser's own. */
export function startNoteHistory() {
  addEventListener('popstate', onPopState);
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && open) history.back();
  });
  document.addEventListener('click', (event) => {
    const clicked = /** @type {Element} */ (event.target);
    if (!open || !clicked.isConnected) return;
    if (
      clicked.closest('.note-detail-mask .close-circle, .note-detail-mask .close-box') ||
      clicked.matches('.note-detail-mask')
    ) {
      history.back();
    }
  });
}
