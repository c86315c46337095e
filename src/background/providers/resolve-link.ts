import { AppError } from '../../model/errors';
import type { PageRef } from '../../model/page-ref';
import type { LinkRead } from '../../model/providers/operation-output';
import type { RunReport } from '../../model/providers/run';
import { parsePageRef } from '../../site/routes';
import { demandStoring } from '../gate';
import type { Services } from '../services';

/**
 * Asks a provider where a link leads, without opening it. `nothing-found` when that is neither a note nor a person;
 * `consent-missing` or `paused` before anything is asked, since the answer itself is kept; else as `Gateway.call`.
 */
export async function resolveLink(
  services: Services,
  text: string,
  terms: { readonly agreed: boolean },
): Promise<{ ref: PageRef; run: RunReport }> {
  demandStoring(await services.settings());
  const { value, report } = await services.providers.gateway.call(
    'link.resolve',
    { text },
    { runId: crypto.randomUUID(), ...terms },
  );
  const ref = toLedRef(value);
  if (!ref) throw new AppError('nothing-found');
  return { ref, run: report };
}

/** Where a link leads that a provider has followed: some give the address, others what it names. */
export function toLedRef({ noteId, userId, xsecToken, url }: LinkRead): PageRef | undefined {
  const read = url === undefined ? undefined : parsePageRef(url);
  if (read?.kind === 'note' || read?.kind === 'author') return read;
  const opened = { host: 'www.xiaohongshu.com', ...(xsecToken === undefined ? {} : { xsecToken }) } as const;
  if (noteId !== undefined) return { kind: 'note', noteId, via: 'explore', ...opened };
  return userId === undefined ? undefined : { kind: 'author', userId, ...opened };
}
