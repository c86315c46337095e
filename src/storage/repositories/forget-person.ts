import { toAuthorKey } from '../../model/author';
import type { Person } from '../../model/author';
import type { Comment } from '../../model/comment';
import type { Note } from '../../model/note';

/**
 * The comment with this person taken out: `undefined` when it is theirs, itself when they are not in it, else a copy
 * without the mention of them and without their name as the one who is answered.
 */
export function withoutPerson(comment: Comment, authorKey: string): Comment | undefined {
  const isPerson = (person: Person | undefined) =>
    person !== undefined && toAuthorKey(person.id) === authorKey;
  if (isPerson(comment.author)) return undefined;
  const isAnswered = isPerson(comment.replyTo?.author);
  const isMentioned = comment.mentions?.some(isPerson) ?? false;
  if (!isAnswered && !isMentioned) return comment;
  const { replyTo, mentions, ...rest } = comment;
  const names = [replyTo?.author, ...(mentions ?? [])]
    .filter(isPerson)
    .flatMap((person) => person?.nickname ?? []);
  return {
    ...rest,
    ...(rest.content === undefined ? {} : { content: cutNames(rest.content, names) }),
    ...(replyTo ? { replyTo: isAnswered ? withoutAuthor(replyTo) : replyTo } : {}),
    ...(mentions ? { mentions: mentions.filter((person) => !isPerson(person)) } : {}),
  };
}

/** The note without mentions of this person, in its list and its text; itself when they are not mentioned. */
export function withoutMentions(note: Note, authorKey: string): Note {
  const isPerson = (person: Person) => toAuthorKey(person.id) === authorKey;
  const mentioned = (note.mentions ?? []).filter(isPerson);
  if (mentioned.length === 0) return note;
  const names = mentioned.flatMap((person) => person.nickname ?? []);
  return {
    ...note,
    ...(note.title === undefined ? {} : { title: cutNames(note.title, names) }),
    ...(note.text === undefined ? {} : { text: cutNames(note.text, names) }),
    mentions: (note.mentions ?? []).filter((person) => !isPerson(person)),
  };
}

function withoutAuthor(target: NonNullable<Comment['replyTo']>): NonNullable<Comment['replyTo']> {
  return target.commentId === undefined ? {} : { commentId: target.commentId };
}

/** `@name` in the text stays an `@`, without the name. */
function cutNames(content: string, names: readonly string[]): string {
  return names.filter(Boolean).reduce((text, name) => text.replaceAll(`@${name}`, '@'), content);
}
