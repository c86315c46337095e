import type { Handlers } from '../../messaging/contract';
import type { uiToBackground } from '../../messaging/ui-to-background/schemas';
import { deleteEverything } from '../forget/delete-everything';
import { forgetNote } from '../forget/forget-note';
import { forgetPerson } from '../forget/forget-person';
import { emptyTrash, listTrash, restoreTrash, trashNotes } from '../forget/trash';
import type { Services } from '../services';

type StoredHandlers = Pick<
  Handlers<typeof uiToBackground>,
  | 'note.forget'
  | 'notes.forget'
  | 'notes.restore'
  | 'trash.list'
  | 'trash.empty'
  | 'person.forget'
  | 'everything.delete'
  | 'storage.measure'
>;

/** What is stored: how much, and taking it away. */
export function createStoredHandlers(services: Services): StoredHandlers {
  return {
    'note.forget': async ({ noteId }) => ({ comments: await forgetNote(services, noteId) }),
    'notes.forget': ({ noteIds }) => trashNotes(services, noteIds),
    'notes.restore': async ({ trashId }) => ({ restored: await restoreTrash(services, trashId) }),
    'trash.list': () => listTrash(),
    'trash.empty': async () => {
      await emptyTrash(services, { all: true });
      return {};
    },
    'person.forget': ({ authorKey }) => forgetPerson(services, authorKey),
    'everything.delete': async () => {
      await deleteEverything(services);
      return {};
    },
    'storage.measure': async () => {
      const [notes, comments, authors] = await services.connection.read((database) =>
        Promise.all([database.count('notes'), database.count('comments'), database.count('authors')]),
      );
      return { notes, comments, authors, ...(await services.measureDisk()) };
    },
  };
}
