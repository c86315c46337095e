import type { KeptAnswer, KeptAnswers } from '../../providers/policies/cached';
import { storeSeen } from '../gate';
import type { Services } from '../services';

/** Answers on the disk. They hold what strangers wrote, so they are kept only while anything may be stored. */
export function createKeptAnswers(services: Pick<Services, 'connection' | 'settings'>): KeptAnswers {
  return {
    find: async (key) => {
      const kept = await services.connection.read((database) => database.get('responses', key));
      return kept && ({ ...kept, value: kept.value } as KeptAnswer);
    },
    keep: async (key, { value, at, provider, endpoint, cacheUrl }) => {
      const bytes = JSON.stringify(value ?? null).length;
      await storeSeen(services, ({ responses }) =>
        responses.put({
          key,
          value,
          at,
          provider,
          endpoint,
          bytes,
          ...(cacheUrl === undefined ? {} : { cacheUrl }),
        }),
      );
    },
  };
}
