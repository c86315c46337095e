import type { Viewer } from '../../page-contract';
import type { WorldNote } from '../../world/types';
import type { Session } from '../sessions';
import type { SiteState } from '../site-state';

/** A signed API call, its visitor known. */
export interface ApiCall {
  readonly state: SiteState;
  readonly session: Session;
  readonly viewer: Viewer;
  readonly isExpiredLogin: boolean;
  readonly query: URLSearchParams;
  /** The JSON body's members; empty for GET. */
  readonly input: Readonly<Record<string, unknown>>;
}

/** What the envelope is made of. */
export interface ApiResult {
  readonly code: number;
  readonly msg: string;
  readonly data: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Endpoint = (call: ApiCall) => ApiResult;

/** Codes and their texts (site bundle xhs-pc-web 6.12.1, 2026-05; saved note pages, 2025-12; public client code). */
export const CODE_TEXTS: Readonly<Record<number, string>> = {
  [-100]: '登录已过期',
  [-101]: '无登录信息，或登录信息为空',
  [-104]: '您当前登录的账号没有权限访问',
  [-510000]: '笔记不存在',
  [-510001]: '当前内容无法展示',
  300011: '检测到帐号异常',
  300012: '网络连接异常',
  300013: '访问频次异常',
  300031: '当前笔记暂时无法浏览',
};

export function succeed(data: unknown): ApiResult {
  return { code: 0, msg: '成功', data };
}

export function refuse(code: number): ApiResult {
  return { code, msg: CODE_TEXTS[code] ?? '', data: {} };
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The refusal for who is not logged in: an expired login is -100, none at all -101. */
export function findLoginRefusal(call: ApiCall): ApiResult | undefined {
  if (call.viewer.loggedIn) return undefined;
  return refuse(call.isExpiredLogin ? -100 : -101);
}

/** The note a call is about, or the refusal that belongs to its standing. */
export function findNote(call: ApiCall, noteId: string): { note: WorldNote } | { refusal: ApiResult } {
  const note = call.state.world.findNote(noteId);
  if (note === undefined || note.noteId !== noteId || note.standing === 'removed')
    return { refusal: refuse(-510000) };
  if (note.standing === 'under-review') return { refusal: refuse(-510001) };
  if (note.standing === 'forbidden') return { refusal: refuse(300031) };
  return { note };
}

/** As {@link findNote}, and the token has to be this note's own: wrong or none 300017, expired 300031. */
export function findNoteByToken(
  call: ApiCall,
  noteId: string,
  token: string,
): { note: WorldNote } | { refusal: ApiResult } {
  const check = call.state.tokens.check(noteId, token);
  if (check === 'expired') return { refusal: refuse(300031) };
  if (check !== 'valid') return { refusal: refuse(300017) };
  return findNote(call, noteId);
}
