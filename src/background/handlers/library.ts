import type { Handlers } from '../../messaging/contract';
import type { providerCalls } from '../../messaging/ui-to-background/provider-calls';
import type { uiToBackground } from '../../messaging/ui-to-background/schemas';
import { toAuthorKey } from '../../model/author';
import { AppError } from '../../model/errors';
import { PROVIDER_IDS } from '../../model/providers/provider.catalog';
import { createRepositories } from '../../storage/repositories/create-repositories';
import { demandStoring, storeSeen } from '../gate';
import { keepFromTrash } from '../forget/trash';
import type { Services } from '../services';

const SOURCES: ReadonlySet<string> = new Set(PROVIDER_IDS);

/** What was found and is kept: notes, people, a topic. */
export function createLibraryHandlers(services: Services): {
  'library.save': Handlers<typeof providerCalls>['library.save'];
  'topic.forget': Handlers<typeof uiToBackground>['topic.forget'];
} {
  return {
    'library.save': async ({ notes = [], authors = [], topic, observation }) => {
      demandStoring(await services.settings());
      const { source, via } = observation;
      if (!SOURCES.has(source)) throw new AppError('invalid-input', { details: { reason: 'source' } });
      const seen = { source, via, at: Math.min(observation.at, services.now()) };
      const saved = await storeSeen(services, async (stores) => {
        for (const note of notes) await stores.notes.merge(note, seen);
        for (const author of authors) await stores.authors.merge(author, seen);
        if (topic) await stores.topics.merge(topic, seen);
        return notes.length + authors.length + (topic ? 1 : 0);
      });
      if (saved === undefined) return { saved: 0 };
      await keepFromTrash(
        services,
        notes.map(({ noteId }) => noteId),
      );
      for (const { noteId } of notes) await services.emit('note.changed', { noteId });
      for (const { id } of authors) await services.emit('author.changed', { authorKey: toAuthorKey(id) });
      if (topic) await services.emit('topic.changed', { topicId: topic.topicId });
      return { saved };
    },
    'topic.forget': async ({ topicId }) => {
      await services.connection.write((transaction) =>
        createRepositories(transaction).topics.remove(topicId),
      );
      await services.emit('stored.removed', {});
      return {};
    },
  };
}
