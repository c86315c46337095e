import { toPeopleCsv } from '../../export/lists/people-csv';
import type { PersonRow } from '../../export/lists/people-csv';
import type { Language } from '../../i18n/t';
import { listedPersonWorkSchema } from '../../jobs/people/listed-person';
import { toAuthorKey } from '../../model/author';
import type { AuthorId } from '../../model/author';
import { AppError } from '../../model/errors';
import type { JobItem } from '../../model/jobs/job-item';
import { toUrl } from '../../site/routes';
import { listJobItems } from '../../storage/readers/jobs/list-job-items';
import type { StoredDatabase } from '../../storage/database';
import type { Services } from '../services';
import { parseJobInput } from './parse-job-input';

const STATES = ['open', 'done', 'short', 'failed', 'skipped'] as const;

/**
 * The list of a job `enrich-authors` with what is known of its people now, as CSV in the order in which it came;
 * `nothing-found` where there is no such job.
 */
export function exportPeople(
  services: Pick<Services, 'connection'>,
  jobId: string,
  language: Language,
): Promise<{ text: string; rows: number }> {
  return services.connection.read(async (database) => {
    const job = await database.get('jobs', jobId);
    if (job?.kind !== 'enrich-authors') throw new AppError('nothing-found', { details: { reason: 'job' } });
    const { columns } = parseJobInput('enrich-authors', job.input);
    const lists = await Promise.all(STATES.map((state) => listJobItems(database, { jobId, state })));
    const items = lists.flat().map((item) => ({ item, work: listedPersonWorkSchema.parse(item.work) }));
    items.sort((a, b) => a.work.row - b.work.row);
    const rows: PersonRow[] = [];
    for (const { item, work } of items) {
      rows.push({ cells: work.cells, ...toResult(item), ...(await findPerson(database, work.userId)) });
    }
    return { text: toPeopleCsv({ columns, rows }, language), rows: rows.length };
  });
}

function toResult({ state, error }: JobItem): Pick<PersonRow, 'result' | 'reason'> {
  const result = state === 'done' || state === 'open' ? state : 'failed';
  return { result, reason: result === 'failed' ? error?.code : undefined };
}

async function findPerson(
  database: StoredDatabase,
  value: string | undefined,
): Promise<Pick<PersonRow, 'author' | 'url'>> {
  if (value === undefined) return {};
  const id: AuthorId = { kind: 'site', value };
  const author = await database.get('authors', toAuthorKey(id));
  const token = author?.xsecToken === undefined ? {} : { xsecToken: author.xsecToken };
  return {
    author,
    url: author && toUrl({ kind: 'author', host: 'www.xiaohongshu.com', userId: value, ...token }),
  };
}
