import { omitUndefined } from '../../lib/omit-undefined';
import type { Comment } from '../comment';
import type { Note } from '../note';
import type { TemplateFacts } from './fill-template';

/** What is known of whom a text is for: the person who commented, and the note below which it stands. */
export const toTemplateFacts = (
  note: Pick<Note, 'title' | 'author'> | undefined,
  comment: Pick<Comment, 'author' | 'place'> | undefined,
): TemplateFacts =>
  omitUndefined({
    nickname: comment?.author?.nickname,
    place: comment?.place,
    title: note?.title,
    author: note?.author?.nickname,
  });
