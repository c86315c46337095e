import { AppError } from '../../model/errors';
import type { PageRef } from '../../model/page-ref';
import type { StepContext, StepResult } from '../job-kind';
import type { ListedNote, PastedLink } from './listed-note';
import { toListedItem } from './listed-note';

type Following = Pick<StepContext<unknown, unknown>, 'ask' | 'terms' | 'reach'>;

/**
 * From a pasted line to the note it means: most lines say it themselves, a short link is looked up by a provider, which
 * is one call. `link-not-recognised` for a line without a link of the site, `nothing-found` where it leads elsewhere.
 */
export async function followLink(
  { ask, terms, reach }: Following,
  { text, details, comments }: PastedLink,
): Promise<StepResult<ListedNote>> {
  const become = (ref: PageRef | undefined): StepResult<ListedNote>['settle'] => {
    if (ref?.kind !== 'note') throw new AppError('nothing-found', { details: { reason: 'not-a-note' } });
    const { noteId, xsecToken } = ref;
    const note = { noteId, xsecToken, details, comments, isCounted: false };
    return () => ({ state: 'open', becomes: toListedItem(note) });
  };
  const ref = reach.readLink(text);
  if (!ref) throw new AppError('link-not-recognised');
  if (ref.kind !== 'short-link') return { settle: become(ref) };
  const { value, report } = await ask('link.resolve', { text }, terms);
  return { report, settle: become(reach.readLed(value)) };
}
