import type { KeptAnswer, KeptAnswers } from '../../providers/policies/cached';
import { keepAnswer } from '../gate';
import type { Services } from '../services';

/** Answers on the disk. They hold what strangers wrote, so they are kept only while anything may be stored. */
export function createKeptAnswers(services: Pick<Services, 'connection' | 'settings'>): KeptAnswers {
  const mayHave = createKeys(services);
  return {
    find: async (key) => {
      if (!(await mayHave()).has(key)) return undefined;
      const kept = await services.connection.read((database) => database.get('responses', key));
      return kept && ({ ...kept, value: kept.value } as KeptAnswer);
    },
    keep: async (key, { value, at, provider, endpoint, cacheUrl }) => {
      const bytes = JSON.stringify(value ?? null).length;
      await keepAnswer(services, ({ responses }) =>
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
      (await mayHave()).add(key);
    },
  };
}

/**
 * The questions that may have an answer here: those of the disk when they are first wanted, and since then all that were
 * kept. What was never asked, as every page of a list that is read for the first time, need not be looked for.
 */
function createKeys({ connection }: Pick<Services, 'connection'>): () => Promise<Set<string>> {
  let known: Promise<Set<string>> | undefined;
  return () => {
    if (known) return known;
    const reading = connection.read(async (database) => new Set(await database.getAllKeys('responses')));
    known = reading;
    reading.catch(() => (known = undefined));
    return reading;
  };
}
