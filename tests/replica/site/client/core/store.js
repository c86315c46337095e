/**
 * The page's live state. The site starts its stores from `window.__INITIAL_STATE__` itself, so that object is the live
 * store from then on: fields made with `ref()` become wrappers, fields made with `reactive()` stay plain
 * (site bundle xhs-pc-web 6.12.1, 2026-05; hydrated states, 2025-07 and 2025-11).
 */

/** What a wrapper's readers hang on; it leads back to itself, so `JSON.stringify` of a wrapper throws. */
class Dep {
  /** @param {RefImpl} ref */
  constructor(ref) {
    this.version = 0;
    this.activeLink = undefined;
    this.subs = { dep: this, sub: { ref, flags: 0 } };
    this.map = undefined;
    this.key = undefined;
    this.sc = 1;
  }
}

class RefImpl {
  /** @param {unknown} value */
  constructor(value) {
    this.dep = new Dep(this);
    this.__v_isRef = true;
    this.__v_isShallow = false;
    this._rawValue = value;
    this._value = toReactive(value);
  }

  get value() {
    return this._value;
  }

  set value(value) {
    this._rawValue = value;
    this._value = toReactive(value);
    this.dep.version += 1;
  }
}

/** @type {WeakMap<object, object>} */
const proxies = new WeakMap();

/**
 * Objects in a wrapper are proxies all the way down, which the structured clone refuses.
 * @param {unknown} value
 * @returns {any}
 */
function toReactive(value) {
  if (typeof value !== 'object' || value === null) return value;
  const known = proxies.get(value);
  if (known) return known;
  const proxy = new Proxy(value, {
    get: (target, key, receiver) => toReactive(Reflect.get(target, key, receiver)),
  });
  proxies.set(value, proxy);
  return proxy;
}

/** Names of the fields that become wrappers; a list of the others where nearly all do. */
const REF_FIELDS = {
  note: {
    only: 'prevRoute commentTarget isImgFullscreen gotoPage firstNoteId autoOpenNote topCommentId serverRequestInfo volume videoFeedType rate currentNoteId forceScrollToComment mediaWidth noteHeight'.split(
      ' ',
    ),
  },
  user: { except: [] },
  feed: { except: ['query', 'unreadInfo'] },
  search: { except: ['searchContext', 'searchUserContext'] },
  board: { only: ['boardDetails', 'boardFeedsMap'] },
  notification: { except: ['notificationCount', 'notificationMap'] },
};

/** @type {any} */
export const state = /** @type {any} */ (window).__INITIAL_STATE__ ?? {};

/** Turns the inline state into the live store, in place. */
export function hydrateState() {
  for (const [storeName, rule] of Object.entries(REF_FIELDS)) {
    const store = state[storeName];
    if (!store) continue;
    const names =
      'only' in rule ? rule.only : Object.keys(store).filter((name) => !rule.except.includes(name));
    for (const name of names) store[name] = new RefImpl(store[name]);
  }
}

/**
 * Reads a field of the store, wrapped or not.
 * @param {string} storeName
 * @param {string} field
 * @returns {any}
 */
export function readState(storeName, field) {
  const value = state[storeName]?.[field];
  return value instanceof RefImpl ? value._rawValue : value;
}

/**
 * @param {string} storeName
 * @param {string} field
 * @param {unknown} value
 */
export function writeState(storeName, field, value) {
  const store = state[storeName];
  if (!store) return;
  if (store[field] instanceof RefImpl) store[field].value = value;
  else store[field] = value;
}

/** @returns {boolean} */
export function isLoggedIn() {
  return readState('user', 'loggedIn') === true;
}

/** @returns {string} id of the person looking, '' for guests */
export function viewerId() {
  return readState('user', 'userInfo')?.userId ?? '';
}

/**
 * Puts a fetched note into the live store with no comments yet.
 * @param {any} note camelCase
 * @param {number} currentTime
 * @returns {any} the entry
 */
export function putNote(note, currentTime) {
  const comments = { list: [], cursor: '', hasMore: true, loading: false, firstRequestFinish: false };
  const entry = { comments, currentTime, note };
  state.note.noteDetailMap ??= {};
  state.note.noteDetailMap[note.noteId] = entry;
  return entry;
}
