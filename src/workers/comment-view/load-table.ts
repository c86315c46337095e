import type { Comment } from '../../model/comment';
import type { CommentTable } from './comment-table';
import { createCommentTable } from './comment-table';

/** What a view reads from the database. */
export interface CommentSource {
  /** All comments and replies of a note, in batches, in ascending order of their ids. */
  readComments(noteId: string): AsyncIterable<readonly Comment[]>;
  listCommentIds(noteId: string): Promise<readonly string[]>;
  findComments(noteId: string, commentIds: readonly string[]): Promise<readonly (Comment | undefined)[]>;
}

/** A table that is being filled. */
export interface LoadingTable {
  readonly table: CommentTable;
  readonly isComplete: boolean;
  /** Resolves when there are at least `rows`, or all; rejects when reading has failed. */
  grown(rows: number): Promise<void>;
  /** Reads no further. */
  stop(): void;
}

/** Begins to read all comments of a note; the table grows meanwhile. */
export function loadTable(source: CommentSource, noteId: string): LoadingTable {
  const table = createCommentTable();
  let isComplete = false;
  let isStopped = false;
  let failure: { readonly thrown: unknown } | undefined;
  let waiting: (() => void)[] = [];
  const wake = () => {
    const woken = waiting;
    waiting = [];
    for (const tell of woken) tell();
  };
  const read = async () => {
    for await (const batch of source.readComments(noteId)) {
      if (isStopped) break;
      for (const comment of batch) table.add(comment);
      wake();
    }
    isComplete = true;
  };
  void read()
    .catch((thrown: unknown) => {
      failure = { thrown };
    })
    .finally(wake);
  return {
    table,
    get isComplete() {
      return isComplete;
    },
    async grown(rows) {
      while (!isComplete && !failure && table.size < rows)
        await new Promise<void>((tell) => waiting.push(tell));
      if (failure) throw failure.thrown;
    },
    stop() {
      isStopped = true;
    },
  };
}
