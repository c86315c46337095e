import { omitUndefined } from '../../lib/omit-undefined';
import { AppError } from '../../model/errors';
import type { PageRef } from '../../model/page-ref';
import type { ItemOutcome, StepContext, StepResult } from '../job-kind';
import { listedPersonWorkSchema } from './listed-person';
import type { ListedPersonWork } from './listed-person';

type Reading = StepContext<unknown, ListedPersonWork>;
type Result = StepResult<ListedPersonWork>;

/** Ids of people as the site makes them (site bundle 6.12.1, 2026-05); nobody can be asked by any other. */
const SITE_ID = /^[0-9a-f]{24}$/;
/** So soon the row above is looked at again. */
const SOON_MS = 2_000;
const MINUTE_MS = 60_000;

/**
 * A person of a list: one call for the profile. Behind a short link it is read at once where somebody can be asked who
 * takes one; else the link is looked up first, which is a call of its own. Rows that name nobody fail without a call: `invalid-input` (nothing there, or no id of the site), `link-not-recognised`,
 * `nothing-found` (a link to something else).
 */
export async function readListedPerson(context: Reading): Promise<Result> {
  const { work, reach, ask, terms } = context;
  if (work.sameAs !== undefined) return takeFromAbove(context, work.sameAs);
  const given = (work.userId ?? work.text ?? '').trim().toLowerCase();
  if (SITE_ID.test(given)) return readProfile(context, given);
  if (work.userId !== undefined || given === '') {
    throw new AppError('invalid-input', { details: { reason: given === '' ? 'empty' : 'not-an-id' } });
  }
  const text = work.text ?? '';
  const ref = reach.readLink(text);
  if (!ref) throw new AppError('link-not-recognised');
  if (ref.kind !== 'short-link') return readProfile(context, getPerson(ref));
  const read = work.looksUp ? undefined : await readBehindLink(context, ref.url);
  if (read) return read;
  const { value, report } = await ask('link.resolve', { text }, terms);
  const userId = getPerson(reach.readLed(value));
  return { report, settle: () => ({ state: 'open', work: { ...work, userId } }) };
}

function getPerson(ref: PageRef | undefined): string {
  if (ref?.kind === 'author') return ref.userId;
  throw new AppError('nothing-found', { details: { reason: 'not-a-person' } });
}

/** The profile by the link itself; `undefined` where nobody can be asked that takes one: nothing was asked then. */
async function readBehindLink(context: Reading, url: string): Promise<Result | undefined> {
  const { work, ask, terms } = context;
  try {
    const { value, report, observation } = await ask('author.profile', { shareText: url }, terms);
    const { id } = value;
    // Under a masked id nobody can be asked for, nor found again by a row that names them.
    if (id.kind !== 'site') {
      return { report, settle: () => ({ state: 'open', work: { ...work, looksUp: true } }) };
    }
    return {
      report,
      rows: { observation, authors: [value] },
      settle: () => toEnd(work, id.value, value.fields.nickname),
    };
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === 'no-provider') return undefined;
    throw thrown;
  }
}

/** Whom another row has brought already, storing tells. */
const toEnd = (
  work: ListedPersonWork,
  userId: string,
  label: string | null | undefined,
): ItemOutcome<ListedPersonWork> => ({
  state: 'done',
  label: label ?? undefined,
  work: { ...work, userId },
});

/** Kept under the id that was asked for: some providers answer with a masked one. */
async function readProfile({ work, ask, terms, job, now, reach }: Reading, userId: string): Promise<Result> {
  // Named by another link, too: what this job has asked is not asked again, however short answers are kept. In whole
  // minutes, so that two that ask at the same time ask the same.
  const age = Math.ceil((now() - job.createdAt + 1) / MINUTE_MS) * MINUTE_MS;
  const maxAge = age > (await reach.keepsForMs()) ? { maxAgeMs: age } : {};
  const { value, report, observation } = await ask('author.profile', { userId }, { ...terms, ...maxAge });
  return {
    report,
    rows: { observation, authors: [{ ...value, id: { kind: 'site', value: userId } }] },
    settle: () => toEnd(work, userId, value.fields.nickname),
  };
}

/** The row is as the one above that names the same person, as soon as that one is over; until then it stands behind it. */
async function takeFromAbove({ work, readers, job, now }: Reading, sameAs: string): Promise<Result> {
  const above = await readers.findItem(job.jobId, sameAs);
  const settle = (): ItemOutcome<ListedPersonWork> => {
    if (above?.state === 'open') {
      const notBefore = Math.max(above.notBefore ?? 0, now() + SOON_MS);
      return { state: 'open', notBefore, behind: above.order };
    }
    // Taken out of the list since.
    if (!above) return { state: 'skipped' };
    const { userId } = listedPersonWorkSchema.parse(above.work);
    const { state, label, error } = above;
    const gain = state === 'done' ? { gain: { duplicates: 1 } } : {};
    return {
      state,
      work: { ...work, ...omitUndefined({ userId }) },
      ...gain,
      ...omitUndefined({ label, error }),
    };
  };
  return { settle };
}
