import { omitUndefined } from '../../lib/omit-undefined';
import { findUsableToken } from '../merge/note-tokens';
import type { Note } from '../note';
import type { OperationInput } from '../providers/operation';

/** How a provider is asked for a note, with what is known of it: the kind names the door, the token opens it. */
export function toDetailInput(
  noteId: string,
  known: Pick<Note, 'type' | 'tokens'> | undefined,
): OperationInput<'note.detail'> {
  const xsecToken = known && findUsableToken(known.tokens)?.xsecToken;
  return omitUndefined({ noteId, type: known?.type, xsecToken });
}
