import type { Question } from './call';

/**
 * One text for one question, whoever is asked: the operation, what is asked, and whose answer is not wanted. The token
 * opens a note and says nothing of what is in it, so it is left out; that a note is one of pictures asks for the same as
 * not to know its kind, and is learned from the first answer.
 */
export function toCanonicalKey({
  operation,
  input,
  terms,
}: Pick<Question, 'operation' | 'input' | 'terms'>): string {
  const asked = Object.entries(input)
    .filter(
      ([name, value]) => name !== 'xsecToken' && value !== undefined && !isAssumed(operation, name, value),
    )
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([operation, asked, [...(terms.without ?? [])].sort()]);
}

const isAssumed = (operation: Question['operation'], name: string, value: unknown) =>
  operation === 'note.detail' && name === 'type' && value === 'normal';
