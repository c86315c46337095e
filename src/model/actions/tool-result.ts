import * as z from 'zod/mini';
import type { ErrorCode } from '../errors';
import type { ActionEntry } from './action-entry';

/** What one account's part of a command came to, by the names of the tool set whose commands these are. */
export const toolResultSchema = z.object({
  account: z.string(),
  success: z.boolean(),
  /** What was done; absent where it was not. */
  result: z.optional(
    z.object({
      success: z.literal(true),
      action: z.string(),
      noteId: z.string(),
      commentId: z.optional(z.string()),
      /** It was so before; nothing was sent. */
      already: z.optional(z.literal(true)),
      /** All but the last gesture was made. */
      rehearsed: z.optional(z.literal(true)),
    }),
  ),
  /** Why it was not done; its text is `error.<code>`. */
  error: z.optional(z.string()),
  durationMs: z.number(),
});

export type ToolResult = z.infer<typeof toolResultSchema>;

/**
 * An attempt in the form of a command's answer. `undefined` while nobody knows what came of it. What was sent and not
 * confirmed is no success, and no failure that may be tried again: `not-confirmed`.
 */
export function toToolResult(entry: ActionEntry): ToolResult | undefined {
  const { outcome, viewerId, account = viewerId, action, noteId, at, endedAt = at } = entry;
  if (!outcome) return undefined;
  const base = { account, durationMs: Math.max(0, endedAt - at) };
  if (outcome.is === 'refused' || outcome.is === 'uncertain') {
    const error: ErrorCode = outcome.is === 'refused' ? outcome.code : 'not-confirmed';
    return { ...base, success: false, error };
  }
  const { commentId } = outcome.is === 'done' ? outcome : {};
  return {
    ...base,
    success: true,
    result: {
      success: true,
      action,
      noteId,
      ...(commentId === undefined ? {} : { commentId }),
      ...(outcome.is === 'already' ? { already: true } : {}),
      ...(outcome.is === 'rehearsed' ? { rehearsed: true } : {}),
    },
  };
}

/** One account gives the plain object, several an array, in the order in which they were asked. */
export const toToolAnswer = (
  results: readonly ToolResult[],
  isOne: boolean,
): ToolResult | readonly ToolResult[] => (isOne && results[0] ? results[0] : results);
