import type { ActionName } from '../../../model/actions/action.catalog';
import { ACTION_TRAITS } from '../../../model/actions/action.catalog';
import { omitUndefined } from '../../../lib/omit-undefined';
import { findLink } from '../../../site/find-link';
import type { Ports } from '../../shell/ports';

/** What stands in the form. */
export interface ActForm {
  readonly note: string;
  readonly action: ActionName;
  readonly commentId: string;
  readonly rootCommentId: string;
  readonly content: string;
  readonly mode: 'send' | 'assist' | 'rehearse';
  /** Who acts, by their ids; of several each one was confirmed. None: the browser's own login. */
  readonly chosen: readonly string[];
}

export type ActProblem = 'note' | 'comment' | 'thread' | 'content';

/** What keeps the form from being sent, field by field. */
export function findProblems(form: ActForm): readonly ActProblem[] {
  const { target, hasText } = ACTION_TRAITS[form.action];
  return [
    ...(readNote(form.note) ? [] : (['note'] as const)),
    ...(target === 'comment' && !isId(form.commentId) ? (['comment'] as const) : []),
    ...(target === 'comment' && !isEmptyOrId(form.rootCommentId) ? (['thread'] as const) : []),
    ...(hasText && form.content.trim() === '' ? (['content'] as const) : []),
  ];
}

/** Sends the command that the form stands for; it must be without problems, and a deletion have been said yes to twice. */
export function sendCommand(client: Ports['client'], form: ActForm) {
  const { action, mode } = form;
  const note = { ...readNote(form.note), mode, ...toWho(form.chosen) };
  const rootCommentId = form.rootCommentId.trim() || undefined;
  const comment = { commentId: form.commentId.trim(), ...omitUndefined({ rootCommentId }) };
  const content = form.content.trim();
  const noteId = note.noteId ?? '';
  const where = { ...note, noteId };
  switch (action) {
    case 'like':
    case 'unlike':
      return client('feed.like', { ...where, unlike: action === 'unlike' });
    case 'favorite':
    case 'unfavorite':
      return client('feed.favorite', { ...where, unfavorite: action === 'unfavorite' });
    case 'comment':
      return client('comment.post', { ...where, content });
    case 'reply':
      return client('comment.reply', { ...where, ...comment, content });
    case 'like-comment':
    case 'unlike-comment':
      return client('comment.like', { ...where, ...comment, unlike: action === 'unlike-comment' });
    case 'delete-own-comment': {
      // One account deletes what is its own.
      const [account] = form.chosen;
      const yes = mode === 'rehearse' ? {} : { confirmed: true };
      const target = { ...readNote(form.note), noteId, ...comment };
      return client('comment.delete', { ...target, mode, ...omitUndefined({ account }), ...yes });
    }
  }
}

function toWho([first, ...others]: readonly string[]) {
  if (first === undefined) return {};
  if (others.length === 0) return { account: first };
  const accounts = [first, ...others];
  return { accounts, confirmed: accounts };
}

/** The note that is named, with its token where the link has one. */
export function readNote(text: string): { readonly noteId: string; readonly xsecToken?: string } | undefined {
  const ref = findLink(text);
  if (ref?.kind !== 'note') return undefined;
  return { noteId: ref.noteId, ...(ref.xsecToken === undefined ? {} : { xsecToken: ref.xsecToken }) };
}

const isId = (text: string): boolean => /^[0-9a-f]{24}$/.test(text.trim());

const isEmptyOrId = (text: string): boolean => text.trim() === '' || isId(text);
