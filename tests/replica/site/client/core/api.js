import { toCamel } from './names.js';

const REDNOTE = location.host.endsWith('rednote.com');
export const API_HOST = REDNOTE ? 'https://webapi.rednote.com' : 'https://edith.xiaohongshu.com';
export const SEARCH_HOST = REDNOTE ? API_HOST : 'https://so.xiaohongshu.com';
const TIMEOUT_MS = 6000;
const IMAGE_FORMATS = ['jpg', 'webp', 'avif'];

/** Calls that also carry the header of the risk plugin (site bundle xhs-pc-web 6.12.1, 2026-05). */
const RISK_PATHS = /\/(?:homefeed|search\/notes|user_posted|feed|comment\/post)$/;

/** What an API call failed with: the business code, or the HTTP status where there was none. */
export class ApiError extends Error {
  /** @param {number} code @param {number} status @param {string} message */
  constructor(code, status, message) {
    super(message);
    this.name = 'ApiError';
    this.code = code;
    this.status = status;
  }
}

/** @type {((error: ApiError) => void)[]} */
const failureListeners = [];

/** @param {(error: ApiError) => void} listener told of every failed call */
export function onApiFailure(listener) {
  failureListeners.push(listener);
}

/** @param {number} length */
function randomHex(length) {
  return Array.from(crypto.getRandomValues(new Uint8Array(length / 2)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

/** @param {string} path @returns {Record<string, string>} */
function signatureHeaders(path) {
  const now = String(Date.now());
  return {
    'x-s': `XYS_${btoa(`${path}|${now}`)}`,
    'x-t': now,
    'x-s-common': btoa(navigator.userAgent.slice(0, 40)),
    'x-b3-traceid': randomHex(16),
    'x-xray-traceid': randomHex(32),
    ...(RISK_PATHS.test(path)
      ? { 'x-rap-param': btoa(JSON.stringify(/** @type {any} */ (window).anti__hp__ ?? {})) }
      : {}),
  };
}

/** @param {XMLHttpRequest} xhr */
function goToVerification(xhr) {
  const type = xhr.getResponseHeader('verifytype') ?? '102';
  const uuid = xhr.getResponseHeader('verifyuuid') ?? '';
  const back = encodeURIComponent(location.href);
  if (type === '301') location.href = `/login?redirectPath=${back}`;
  else if (type === '302') location.href = '/';
  else {
    location.href = `/web-login/captcha?redirectPath=${back}&callFrom=web&biz=sns_web&verifyUuid=${uuid}&verifyType=${type}&verifyBiz=${xhr.status}&appId=xhs-pc-web`;
  }
}

/**
 * @param {XMLHttpRequest} xhr
 * @returns {any} the envelope's data in camelCase
 */
function readAnswer(xhr) {
  if (xhr.status === 461 || xhr.status === 471) {
    goToVerification(xhr);
    throw new ApiError(0, xhr.status, '');
  }
  if (xhr.status < 200 || xhr.status >= 300) throw new ApiError(0, xhr.status, '网络连接异常');
  let body;
  try {
    body = JSON.parse(xhr.responseText);
  } catch {
    // Whatever came is no answer of the API; the page knows only that the call failed.
    throw new ApiError(0, xhr.status, '网络连接异常');
  }
  if (body.code !== 0 && body.code !== 1000) throw new ApiError(body.code, xhr.status, body.msg ?? '');
  const pinned = xhr.getResponseHeader('x-replica-pinned');
  return { ...toCamel(body.data ?? {}), ...(pinned ? { pinnedIds: pinned.split(',') } : {}) };
}

/**
 * A signed call by XMLHttpRequest, as the site's axios makes it.
 * @param {'GET' | 'POST'} method
 * @param {string} url
 * @param {object} [body]
 * @returns {Promise<any>} data in camelCase
 */
function call(method, url, body) {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    const failWith = (/** @type {unknown} */ error) => {
      if (error instanceof ApiError) for (const listener of failureListeners) listener(error);
      reject(error);
    };
    xhr.open(method, url, true);
    xhr.timeout = TIMEOUT_MS;
    xhr.withCredentials = true;
    xhr.setRequestHeader('Accept', 'application/json, text/plain, */*');
    if (body) xhr.setRequestHeader('Content-Type', 'application/json;charset=UTF-8');
    for (const [name, value] of Object.entries(signatureHeaders(new URL(url).pathname)))
      xhr.setRequestHeader(name, value);
    xhr.onloadend = () => {
      if (xhr.status === 0) return failWith(new ApiError(0, 0, '网络连接异常'));
      try {
        resolve(readAnswer(xhr));
      } catch (error) {
        failWith(error);
      }
    };
    xhr.send(body ? JSON.stringify(body) : null);
  });
}

/**
 * @param {string} path
 * @param {Record<string, string | number>} params
 */
export function getFromApi(path, params) {
  return call(
    'GET',
    `${API_HOST}${path}?${new URLSearchParams(Object.entries(params).map(([key, value]) => [key, String(value)]))}`,
  );
}

/** @param {string} path @param {object} body @param {string} [host] */
export function postToApi(path, body, host = API_HOST) {
  return call('POST', `${host}${path}`, body);
}

/**
 * The note itself, for overlays: a direct page has it in its state and does not ask.
 * @param {string} noteId @param {string} xsecToken @param {string} xsecSource
 * @returns {Promise<{ note: any, currentTime: number } | undefined>} undefined: not available
 */
export async function fetchNote(noteId, xsecToken, xsecSource) {
  const answer = await postToApi('/api/sns/web/v1/feed', {
    source_note_id: noteId,
    image_formats: IMAGE_FORMATS,
    extra: { need_body_topic: '1' },
    xsec_source: xsecSource,
    xsec_token: xsecToken,
  });
  const note = answer.items?.[0]?.noteCard;
  return note ? { note: { ...note, xsecToken }, currentTime: answer.currentTime } : undefined;
}

/** @param {string} noteId @param {string} cursor @param {string} xsecToken */
export function fetchComments(noteId, cursor, xsecToken) {
  return getFromApi('/api/sns/web/v2/comment/page', {
    note_id: noteId,
    cursor,
    top_comment_id: '',
    image_formats: IMAGE_FORMATS.join(','),
    xsec_token: xsecToken,
  });
}

/** @param {{ noteId: string, id: string, subCommentCursor: string }} root @param {string} xsecToken */
export function fetchReplies(root, xsecToken) {
  return getFromApi('/api/sns/web/v2/comment/sub/page', {
    note_id: root.noteId,
    root_comment_id: root.id,
    num: 10,
    cursor: root.subCommentCursor ?? '',
    image_formats: IMAGE_FORMATS.join(','),
    top_comment_id: '',
    xsec_token: xsecToken,
  });
}

/**
 * Calls the site's page makes by `fetch` are answered the same way; a failed one leaves the page as it is.
 * @param {string} path
 * @returns {Promise<any>} data in camelCase, undefined when it failed
 */
export async function fetchQuietly(path) {
  const response = await fetch(`${API_HOST}${path}`, {
    credentials: 'include',
    headers: signatureHeaders(path),
  });
  if (!response.ok) return undefined;
  const body = await response.json();
  return body.code === 0 ? toCamel(body.data ?? {}) : undefined;
}
