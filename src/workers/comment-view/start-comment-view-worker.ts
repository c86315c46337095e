import { toAppError, toErrorReport } from '../../model/errors';
import { findComments } from '../../storage/readers/find-comments';
import { listCommentIds } from '../../storage/readers/list-comment-ids';
import { openReader, readStored } from '../../storage/readers/open-reader';
import { readComments } from '../../storage/readers/read-comments';
import type { ViewAnswer, ViewCall } from './calls';
import { createLocalView } from './create-local-view';
import type { CommentSource } from './load-table';
import type { CommentView } from './types';

/** Makes this dedicated worker the view of one panel; it ends when the panel ends it. */
export function startCommentViewWorker(): void {
  const view = createLocalView(createStoredSource());
  self.addEventListener('message', (event: MessageEvent<ViewCall>) => {
    void answerCall(view, event.data).then((answer) => self.postMessage(answer));
  });
}

/** A source that reads what is stored; also what the view is measured with. */
export function createStoredSource(): CommentSource {
  return {
    async *readComments(noteId) {
      yield* readComments(await openReader(), noteId);
    },
    listCommentIds: (noteId) => readStored((database) => listCommentIds(database, noteId)),
    findComments: (noteId, ids) => readStored((database) => findComments(database, noteId, ids)),
  };
}

async function answerCall(view: CommentView, call: ViewCall): Promise<ViewAnswer> {
  try {
    return { id: call.id, ok: true, value: await runCall(view, call) };
  } catch (thrown) {
    return { id: call.id, ok: false, error: toErrorReport(toAppError(thrown)) };
  }
}

function runCall(view: CommentView, call: ViewCall): Promise<unknown> {
  switch (call.name) {
    case 'open':
      return view.open(...call.args);
    case 'refresh':
      return view.refresh();
    case 'setQuery':
      return view.setQuery(...call.args);
    case 'setCollapsed':
      return view.setCollapsed(...call.args);
    case 'rows':
      return view.rows(...call.args);
  }
}
