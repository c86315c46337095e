import type { OperationInput } from '../../../../model/providers/operation';

/** A list that can be asked for, page by page. */
export type ListQuestion =
  | { readonly operation: 'search.notes'; readonly input: OperationInput<'search.notes'> }
  | { readonly operation: 'author.notes'; readonly input: OperationInput<'author.notes'> }
  | { readonly operation: 'author.faved'; readonly input: OperationInput<'author.faved'> }
  | { readonly operation: 'topic.notes'; readonly input: OperationInput<'topic.notes'> }
  | { readonly operation: 'search.authors'; readonly input: OperationInput<'search.authors'> };

/** The same list, from where the page before ended. */
export function toNextPage(question: ListQuestion, cursor: string): ListQuestion {
  return { ...question, input: { ...question.input, cursor } } as ListQuestion;
}
