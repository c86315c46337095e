import type { Handlers } from '../../messaging/contract';
import type { providerCalls } from '../../messaging/ui-to-background/provider-calls';
import { AppError } from '../../model/errors';
import { operationInputs } from '../../model/providers/operation';
import type { OperationInput, OperationName } from '../../model/providers/operation';
import { demandStoring } from '../gate';
import { enrichAuthor } from '../providers/enrich-author';
import { enrichNote } from '../providers/enrich-note';
import { resolveLink } from '../providers/resolve-link';
import type { Services } from '../services';
import { createCredentialHandlers, createVaultHandlers } from './credentials';

/** Everything that pages may ask of providers. */
export function createProviderHandlers(
  services: Services,
): Omit<Handlers<typeof providerCalls>, 'library.save'> {
  return {
    ...createCredentialHandlers(services),
    ...createVaultHandlers(services),
    ...createExploreHandlers(services),
    'operation.estimate': ({ operation, input, calls }) => {
      const parsed = operationInputs[operation].safeParse(input);
      if (!parsed.success) throw new AppError('invalid-input', { details: { reason: 'shape', operation } });
      return services.providers.gateway.estimate(operation, parsed.data, { calls });
    },
    'note.enrich': async ({ noteId, agreed }) => ({ runs: await enrichNote(services, noteId, { agreed }) }),
    'author.enrich': async ({ authorId, agreed }) => ({
      runs: await enrichAuthor(services, authorId, { agreed }),
    }),
    'link.resolve': ({ text, agreed }) => resolveLink(services, text, { agreed }),
  };
}

type ExploreHandlers = Pick<
  Handlers<typeof providerCalls>,
  'explore.notes' | 'explore.authors' | 'explore.author' | 'explore.topic'
>;

/**
 * Looking around at providers. Nothing of it is stored but the answer itself, for the time of the cache; before consent
 * and while paused not even that may be, so nothing is asked.
 */
function createExploreHandlers(services: Services): ExploreHandlers {
  const ask = async <Name extends OperationName>(
    operation: Name,
    input: OperationInput<Name>,
    agreed: boolean,
  ) => {
    demandStoring(await services.settings());
    return services.providers.gateway.call(operation, input, { runId: crypto.randomUUID(), agreed });
  };
  return {
    'explore.notes': async ({ wanted, agreed }) => {
      const { value, report } = await ask(wanted.operation, wanted.input, agreed);
      return { ...value, notes: [...value.notes], run: report };
    },
    'explore.authors': async ({ agreed, ...input }) => {
      const { value, report } = await ask('search.authors', input, agreed);
      return { ...value, authors: [...value.authors], run: report };
    },
    'explore.author': async ({ agreed, ...input }) => {
      const { value, report } = await ask('author.profile', input, agreed);
      return { author: value, run: report };
    },
    'explore.topic': async ({ agreed, ...input }) => {
      const { value, report } = await ask('topic.detail', input, agreed);
      return { topic: value, run: report };
    },
  };
}
