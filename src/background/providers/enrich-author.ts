import { toAuthorKey } from '../../model/author';
import type { AuthorId } from '../../model/author';
import { AppError } from '../../model/errors';
import type { RunReport } from '../../model/providers/run';
import { demandStoring, storeSeen } from '../gate';
import type { Services } from '../services';

/**
 * Asks a provider for a person's profile and merges it under the id that was asked for: some providers answer with a
 * masked one, which never takes the place of the site's. `invalid-input` for a masked id, by which nobody can be asked;
 * `consent-missing` or `paused` before anything is asked, else as `Gateway.call`.
 */
export async function enrichAuthor(
  services: Services,
  id: AuthorId,
  terms: { readonly agreed: boolean },
): Promise<RunReport[]> {
  demandStoring(await services.settings());
  if (id.kind !== 'site') throw new AppError('invalid-input', { details: { reason: 'masked-id' } });
  const { value, observation, report } = await services.providers.gateway.call(
    'author.profile',
    { userId: id.value },
    { runId: crypto.randomUUID(), ...terms },
  );
  const isKept = await storeSeen(services, async (stores) => {
    await stores.authors.merge({ ...value, id }, observation);
    return true;
  });
  if (isKept) await services.emit('author.changed', { authorKey: toAuthorKey(id) });
  return [report];
}
