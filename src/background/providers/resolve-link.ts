import { AppError } from '../../model/errors';
import type { PageRef } from '../../model/page-ref';
import type { LinkRead } from '../../model/providers/operation-output';
import type { RunReport } from '../../model/providers/run';
import { parsePageRef } from '../../site/routes';
import type { Observation } from '../../model/values/observation';
import { demandStoring, mayKeep, storeSeen } from '../gate';
import type { Services } from '../services';

/**
 * Asks a provider where a link leads, without opening it. The token that came with a note's id is kept with the note, for
 * those who answer for a note only with its token. `nothing-found` when that is neither a note nor a person;
 * `consent-missing` or `paused` before anything is asked, since the answer itself is kept; else as `Gateway.call`.
 */
export async function resolveLink(
  services: Services,
  text: string,
  terms: { readonly agreed: boolean },
): Promise<{ ref: PageRef; run: RunReport }> {
  demandStoring(await services.settings());
  const { value, report, observation } = await services.providers.gateway.call(
    'link.resolve',
    { text },
    { runId: crypto.randomUUID(), ...terms },
  );
  const ref = toLedRef(value);
  if (!ref) throw new AppError('nothing-found');
  await keepToken(services, ref, observation);
  return { ref, run: report };
}

async function keepToken(services: Services, ref: PageRef, observation: Observation): Promise<void> {
  if (ref.kind !== 'note' || ref.xsecToken === undefined) return;
  const { noteId, xsecToken, xsecSource } = ref;
  const token = { xsecToken, ...(xsecSource === undefined ? {} : { xsecSource }) };
  const isKept = await storeSeen(services, async (stores, settings) => {
    if (!mayKeep(settings, 'notes')) return false;
    await stores.notes.merge({ noteId, fields: {}, counts: {}, token }, observation);
    return true;
  });
  if (isKept) await services.emit('note.changed', { noteId });
}

/** Where a link leads that a provider has followed: some give the address, others what it names. */
export function toLedRef({ noteId, userId, xsecToken, url }: LinkRead): PageRef | undefined {
  const read = url === undefined ? undefined : parsePageRef(url);
  if (read?.kind === 'note' || read?.kind === 'author') return read;
  const opened = { host: 'www.xiaohongshu.com', ...(xsecToken === undefined ? {} : { xsecToken }) } as const;
  if (noteId !== undefined) return { kind: 'note', noteId, via: 'explore', ...opened };
  return userId === undefined ? undefined : { kind: 'author', userId, ...opened };
}
