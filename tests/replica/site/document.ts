import { createHash } from 'node:crypto';
import type { PageAnswer, PageContext } from '../page-contract';
import { escapeHtml } from './client/templates/html.js';
import { shellHtml } from './client/templates/shell.js';
import type { ShellOptions } from './client/templates/shell.js';
import { SPRITE_HTML } from './client/templates/sprite.js';
import type { BaseState } from './state/create-base-state';
import { serializeState } from './state/serialize-state';

const SSR_MARK = 'window.__SSR__=true';

export interface SiteDocument {
  readonly status?: number;
  readonly title: string;
  readonly active: ShellOptions['active'];
  readonly keyword?: string;
  /** What stands in `.main-content`. */
  readonly content: string;
  readonly state: BaseState;
  /** Head tags as `[name, content]`. */
  readonly meta?: readonly (readonly [string, string])[];
}

function hashOf(script: string): string {
  return `'sha256-${createHash('sha256').update(script, 'utf8').digest('base64')}'`;
}

/**
 * The policy of the page: its own scripts and its two inline scripts, nobody else's. The site's inline scripts carry
 * no nonce (server-rendered pages, 2025-12), so they are allowed by their hash.
 */
function policyFor(inlineScripts: readonly string[]): string {
  return `script-src 'self' ${inlineScripts.map(hashOf).join(' ')}; object-src 'none'; base-uri 'self'`;
}

function stateScript(document: SiteDocument, context: PageContext): string {
  const without = context.faults.stateWithout;
  if (without !== undefined) dropPath(document.state.stores, without.split('.'));
  return `window.__INITIAL_STATE__=${serializeState(document.state.stores)}`;
}

function dropPath(from: object, path: readonly string[]): void {
  const [key, ...rest] = path;
  if (key === undefined) return;
  if (rest.length === 0) Reflect.deleteProperty(from, key);
  else {
    const next: unknown = Reflect.get(from, key);
    if (typeof next === 'object' && next !== null) dropPath(next, rest);
  }
}

function shellOptionsOf(document: SiteDocument, context: PageContext): ShellOptions {
  const { viewer } = context;
  return {
    loggedIn: viewer.loggedIn,
    active: document.active,
    ...(document.keyword === undefined ? {} : { keyword: document.keyword }),
    ...(viewer.author ? { viewerId: viewer.author.userId, viewerAvatar: viewer.author.avatarUrl } : {}),
  };
}

/** A whole page: shell, content, inline state, the page's own modules. */
export function renderDocument(document: SiteDocument, context: PageContext): PageAnswer {
  const state = stateScript(document, context);
  const meta = (document.meta ?? [])
    .map(([name, content]) => `<meta name="${name}" content="${escapeHtml(content)}">`)
    .join('\n');
  const html = `<!doctype html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><link rel="icon" href="data:,"><link rel="stylesheet" href="/fe-assets/site.css"><script type="module" src="/fe-assets/main.js"></script><title>${escapeHtml(document.title)}</title>
${meta}
<meta http-equiv="Content-Security-Policy" content="upgrade-insecure-requests"></head><body>${SPRITE_HTML}${shellHtml(shellOptionsOf(document, context), document.content)}<script>${SSR_MARK}</script><script>${state}</script></body></html>`;
  return {
    status: document.status ?? 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': policyFor([SSR_MARK, state]),
    },
    html,
  };
}
