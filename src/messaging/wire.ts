import type { ErrorReport } from '../model/errors';

/** One call on the wire. `to` keeps the directions apart: every context answers only its own. */
export interface WireCall {
  readonly to:
    'background' | 'background-from-content' | 'background-from-offscreen' | 'content' | 'offscreen';
  readonly name: string;
  readonly input: unknown;
}

/** The answer. Errors travel as values: Error objects do not survive the way. */
export type WireAnswer =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: ErrorReport };
