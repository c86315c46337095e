import { parseLooseJson } from '../lib/parse-loose-json';
import { AppError } from '../model/errors';

/** `window.__INITIAL_STATE__=` and an object literal, alone in an inline script (server-rendered note pages, 2025-12). */
const ASSIGNMENT = /^\s*window\.__INITIAL_STATE__\s*=\s*/;

/** The site's own states are below 1 MB; more than this is not one. */
const MAX_LENGTH = 16_000_000;

/**
 * The page's first state, from the text of its script (with or without the assignment in front). Nothing is evaluated:
 * bare `undefined` becomes absent, numbers too large for a double stay text. Throws `page-changed` when the text is no
 * such state; `details.reason` says what is wrong with it, without quoting it.
 */
export function parseInitialState(text: string): unknown {
  if (text.length > MAX_LENGTH) throw changed(`state of ${String(text.length)} characters`);
  const literal = text.replace(ASSIGNMENT, '').replace(/;\s*$/, '');
  let state: unknown;
  try {
    state = parseLooseJson(literal);
  } catch (cause) {
    // The engine's message may quote the text: only where it stopped is told.
    const position = /position (\d+)/.exec(cause instanceof Error ? cause.message : '')?.[1];
    throw changed(position === undefined ? 'no object literal' : `no object literal at ${position}`);
  }
  if (typeof state !== 'object' || state === null || Array.isArray(state)) throw changed('no object');
  return state;
}

function changed(reason: string): AppError {
  return new AppError('page-changed', { details: { missing: '__INITIAL_STATE__', reason } });
}
