import { randomBytes, randomUUID } from 'node:crypto';
import type { PageContext } from '../../page-contract';
import { renderSitePage } from '../../site/render-page';
import { CODE_TEXTS } from '../api/api-call';
import { type Answer, type Exchange, redirect } from '../exchange';
import { createGuestCookies, createLoginCookie, createViewer } from '../sessions';
import type { SiteState } from '../site-state';
import { findNoteIdInPath } from './note-paths';
import type { SamplePages } from './sample-pages';

/** A page of one of the two site hosts: redirects first (captcha, token, standing), then what the page renderer makes. */
export function answerPage(exchange: Exchange, state: SiteState, samples: SamplePages): Answer {
  exchange.kind = 'page';
  const noteId = findNoteIdInPath(exchange.path);
  const sample = noteId === undefined ? undefined : samples.find(noteId);
  if (sample !== undefined)
    return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: sample };
  const detour = noteId === undefined ? undefined : findDetour(exchange, state, noteId);
  if (detour !== undefined) return detour;
  const rendered = renderSitePage(
    { host: exchange.host, path: exchange.path, query: exchange.query, cookies: exchange.cookies },
    createPageContext(exchange, state),
  );
  if (rendered === undefined)
    return {
      status: 404,
      headers: { 'content-type': 'text/html; charset=utf-8' },
      body: '<!doctype html><title>404</title>',
    };
  const isFirstVisit = !exchange.cookies.has('a1');
  return {
    status: rendered.status,
    headers: {
      ...rendered.headers,
      ...(isFirstVisit ? { 'set-cookie': createGuestCookies(exchange.host) } : renewLogin(exchange, state)),
    },
    body: rendered.html,
  };
}

/** The login that comes with a page, where they are renewed. */
function renewLogin(exchange: Exchange, { faults, sessions }: SiteState): Record<string, readonly string[]> {
  const { session } = sessions.identify(exchange.cookies);
  if (!faults.renewsLogins || session.author === undefined) return {};
  return { 'set-cookie': [createLoginCookie(exchange.host, sessions.renew(session))] };
}

/**
 * Where a note navigation is sent instead: to the captcha page, or for a missing, foreign or expired token and a note
 * that may not be seen, to `/404` with code 300031 (site bundle xhs-pc-web 6.12.1, 2026-05). A note that is not there
 * any more or under review is rendered whatever the token says: these pages were saved with state and error code.
 */
function findDetour(exchange: Exchange, state: SiteState, noteId: string): Answer | undefined {
  if (state.faults.captchaRedirect) return redirect(`/website-login/captcha?${captchaQuery(exchange)}`);
  const note = state.world.findNote(noteId);
  if (note?.noteId !== noteId || note.standing === 'removed' || note.standing === 'under-review')
    return undefined;
  const isAllowed =
    opensFromNotice(exchange, state) ||
    state.tokens.check(noteId, exchange.query.get('xsec_token') ?? undefined) === 'valid';
  if (isAllowed && note.standing === 'public') return undefined;
  const query = new URLSearchParams({
    source: `/404/sec_${randomBytes(4).toString('hex')}`,
    error_code: '300031',
    error_msg: CODE_TEXTS[300031] ?? '',
    uuid: randomUUID(),
    redirectPath: fullUrl(exchange),
  });
  return redirect(`/404?${query.toString()}`);
}

/** The notification page knows no token for its notes: its link bears the source `pc_notice` alone. */
function opensFromNotice(exchange: Exchange, state: SiteState): boolean {
  return (
    exchange.path.startsWith('/notification/') &&
    !exchange.query.has('xsec_token') &&
    state.sessions.identify(exchange.cookies).session.author !== undefined
  );
}

function captchaQuery(exchange: Exchange): string {
  return new URLSearchParams({
    redirectPath: fullUrl(exchange),
    callFrom: 'web',
    biz: 'sns_web',
    verifyUuid: randomUUID(),
    verifyType: '102',
    verifyBiz: '461',
    verifyMsg: '',
    appId: 'xhs-pc-web',
  }).toString();
}

function fullUrl(exchange: Exchange): string {
  return `https://${exchange.host}${exchange.path}${exchange.queryText}`;
}

function createPageContext(exchange: Exchange, state: SiteState): PageContext {
  const { session } = state.sessions.identify(exchange.cookies);
  return {
    world: state.world,
    viewer: createViewer(session),
    faults: state.faults,
    nonce: randomBytes(16).toString('base64'),
    issueToken: (id, source) => state.tokens.issue(id, source),
    checkToken: (id, token) => state.tokens.check(id, token),
    likesOf: (note) => state.likesOf(note),
    collectsOf: (note) => state.collectsOf(note),
    commentsOf: (note) => state.comments.listOf(note),
  };
}
