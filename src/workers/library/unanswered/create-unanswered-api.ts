import { findUnanswered, toHeardComment } from '../../../insights/unanswered/find-unanswered';
import type { HeardComment, UnansweredEntry } from '../../../insights/unanswered/find-unanswered';
import { rankUnanswered } from '../../../insights/unanswered/rank-unanswered';
import { toAuthorKey } from '../../../model/author';
import type { Comment, CommentList } from '../../../model/comment';
import type { Note } from '../../../model/note';
import type { UnansweredApi, UnansweredQuery } from './types';

/** What is looked through. */
export interface UnansweredSource {
  /** All comments and replies of a note, in batches. */
  readComments(noteId: string): AsyncIterable<readonly Comment[]>;
  findNote(noteId: string): Promise<Note | undefined>;
  findList(noteId: string): Promise<CommentList | undefined>;
}

export function createUnansweredApi(source: UnansweredSource): UnansweredApi {
  return {
    'unanswered.find': async ({ noteIds, viewerId, sort }: UnansweredQuery) => {
      const viewerKey = viewerId === undefined ? undefined : toAuthorKey({ kind: 'site', value: viewerId });
      const entries: UnansweredEntry[] = [];
      let [read, notWhole] = [0, 0];
      for (const noteId of noteIds) {
        const [note, list] = await Promise.all([source.findNote(noteId), source.findList(noteId)]);
        const authorKey = note?.author && toAuthorKey(note.author.id);
        const heard: HeardComment[] = [];
        for await (const batch of source.readComments(noteId))
          for (const comment of batch) heard.push(toHeardComment(comment, { authorKey, viewerKey }));
        read += heard.length;
        if (!isWhole(list)) notWhole += 1;
        entries.push(...findUnanswered(noteId, heard, listOpenThreads(list)));
      }
      return { entries: rankUnanswered(entries, sort), read, notWhole };
    },
  };
}

const isWhole = (list: CommentList | undefined): boolean =>
  list?.collected?.state === 'complete' || (list?.hasMore === false && list.hasGap !== true);

const listOpenThreads = (list: CommentList | undefined): ReadonlySet<string> =>
  new Set(Object.entries(list?.threads ?? {}).flatMap(([id, { hasMore }]) => (hasMore ? [id] : [])));
