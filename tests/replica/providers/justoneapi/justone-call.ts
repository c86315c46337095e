import type { WorldAuthor, WorldNote } from '../../world/types';
import type { CallFaults } from '../faults';
import type { ProviderState } from '../provider-state';

/** A call that is let in and whose parameters are in order. */
export interface JustoneCall {
  readonly state: ProviderState;
  readonly query: URLSearchParams;
  readonly faults: CallFaults;
}

/** What an endpoint has to say: a code, its data, and whether it is charged. */
export interface JustoneResult {
  readonly code: number;
  readonly data: unknown;
  readonly isBilled: boolean;
}

/** Required ones end in `*`; `sort=a|b` may only be one of these, `page:int` a whole number. */
export interface JustoneEndpoint {
  readonly params: readonly string[];
  readonly answer: (call: JustoneCall) => JustoneResult;
}

export function endpoint(params: string, answer: JustoneEndpoint['answer']): JustoneEndpoint {
  return { params: params.split(' '), answer };
}

export function give(data: unknown): JustoneResult {
  return { code: 0, data, isBilled: true };
}

/** No such thing, but looked for, and charged (guides of 2025 and 2026). */
export const NOT_THERE: JustoneResult = { code: 201, data: null, isBilled: true };

/** `noteId` is an id or a URL with `/explore/`; what is not public is not there. */
export function findAskedNote(call: JustoneCall): WorldNote | undefined {
  const given = call.query.get('noteId') ?? '';
  const noteId = /\/explore\/([0-9a-f]{24})/.exec(given)?.[1] ?? given;
  const { world } = call.state.site;
  const note = world.findNote(noteId);
  if (note === undefined || note.noteId !== noteId || note.standing !== 'public') return undefined;
  if (!call.faults.get('wrongNote')) return note;
  return world.notes.find(
    (other) => other !== note && other.standing === 'public' && other.type === note.type,
  );
}

/** `userId` is an id or the URL of a profile. */
export function findAskedUser(call: JustoneCall): WorldAuthor | undefined {
  const given = call.query.get('userId') ?? '';
  const userId = /\/profile\/([0-9a-f]{24})/.exec(given)?.[1] ?? given;
  return call.state.site.world.findAuthor(userId);
}
