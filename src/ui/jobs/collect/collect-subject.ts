/** Whose notes are to be collected. */
export type CollectSubject =
  | {
      readonly kind: 'listed';
      readonly notes: readonly { readonly noteId: string; readonly xsecToken?: string }[];
      /** They are kept already: also only what is new may be wanted of them. */
      readonly isKept?: boolean;
    }
  | { readonly kind: 'author'; readonly userId: string; readonly name: string }
  | {
      readonly kind: 'topic';
      readonly topicId: string;
      readonly sort?: 'trend' | 'hot' | 'newest';
      readonly name: string;
    };

/** What is wanted of each note. */
export type CollectDepth = 'details' | 'comments' | 'new';

/** The input of a job `collect-notes`. */
export function toCollectInput(subject: CollectSubject, most: number, depth: CollectDepth) {
  return {
    from: toSource(subject),
    most,
    details: true,
    comments: depth !== 'details',
    ...(depth === 'new' ? { onlyNew: true } : {}),
  };
}

function toSource(subject: CollectSubject) {
  switch (subject.kind) {
    case 'listed':
      return { kind: 'listed', notes: subject.notes };
    case 'author':
      return { kind: 'author', userId: subject.userId };
    case 'topic': {
      const { topicId, sort } = subject;
      return {
        kind: 'topic',
        input: { topicId, ...(sort === undefined || sort === 'trend' ? {} : { sort }) },
      };
    }
  }
}
