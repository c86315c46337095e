import { setTimeout as pause } from 'node:timers/promises';
import type { Deed, DeedName, SiteFaults } from '../../types';
import type { Answer } from '../exchange';
import { type ApiCall, type ApiResult, refuse, textOf } from './api-call';

const V1 = '/api/sns/web/v1';

/** Calls that change something, and which member of their body names what (site bundle xhs-pc-web 6.12.1, 2026-05). */
const DEEDS: Readonly<Record<string, readonly [name: DeedName, noteKey: string, commentKey?: string]>> = {
  [`${V1}/note/like`]: ['like', 'note_oid'],
  [`${V1}/note/dislike`]: ['unlike', 'note_oid'],
  [`${V1}/note/collect`]: ['collect', 'note_id'],
  [`${V1}/note/uncollect`]: ['uncollect', 'note_ids'],
  [`${V1}/comment/post`]: ['post', 'note_id', 'target_comment_id'],
  [`${V1}/comment/delete`]: ['delete', 'note_id', 'comment_id'],
  [`${V1}/comment/like`]: ['like-comment', 'note_id', 'comment_id'],
  [`${V1}/comment/dislike`]: ['unlike-comment', 'note_id', 'comment_id'],
};

export const isDeed = (path: string): boolean => Object.hasOwn(DEEDS, path);

/** What was asked for in whose name, and whether it was done; `undefined` for calls that change nothing. */
export function toDeed(path: string, call: ApiCall, result: ApiResult): Deed | undefined {
  const found = DEEDS[path];
  if (!found) return undefined;
  const [name, noteKey, commentKey] = found;
  const made = (result.data as { comment?: { id: string } } | undefined)?.comment?.id;
  return {
    name,
    userId: call.viewer.userId,
    noteId: textOf(call.input[noteKey]),
    commentId: commentKey === undefined ? '' : textOf(call.input[commentKey]),
    content: textOf(call.input['content']),
    code: result.code,
    madeId: made ?? '',
    at: Date.now(),
  };
}

/** How a deed is refused: by the risk control, before anything is looked at, or with a business code. */
export type DeedFault = { readonly stop: Answer } | { readonly result: ApiResult } | undefined;

/** The failure with which this deed is answered, where one is switched on for it; nothing is done then. */
export function takeDeedFault(path: string, { state, input, viewer }: ApiCall): DeedFault {
  const { deeds } = state.faults;
  const { code, status, noteId, only } = deeds;
  if (code === undefined && status === undefined) return undefined;
  if (noteId !== undefined && textOf(input[DEEDS[path]?.[1] ?? '']) !== noteId) return undefined;
  if (only !== undefined && only !== viewer.userId) return undefined;
  if (deeds.passes > 0) {
    deeds.passes -= 1;
    return undefined;
  }
  if (status === undefined) return { result: refuse(code ?? 0) };
  return { stop: { status, headers: { 'content-type': 'application/json' }, body: '{}' } };
}

/** Waits as long as deeds take, before and after they are done. */
export const delayDeed = ({ deeds }: SiteFaults): Promise<void> => pause(deeds.latencyMs);
