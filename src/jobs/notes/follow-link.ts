import { AppError } from '../../model/errors';
import type { PageRef } from '../../model/page-ref';
import type { StepContext, StepResult } from '../job-kind';
import type { CommentWork } from '../comments/comment-work';
import type { ListedNote, PastedLink } from './listed-note';
import { toListedItem } from './listed-note';
import { readBehindLink } from './read-behind-link';

type Following = Pick<StepContext<unknown, unknown>, 'ask' | 'terms' | 'reach' | 'item'>;
type Work = PastedLink | ListedNote | CommentWork;

/**
 * From a pasted line to the note it means: most lines say it themselves. Behind a short link is read at once where
 * somebody can be asked who takes one; else it is looked up first, which is a call of its own. `link-not-recognised` for
 * a line without a link of the site, `nothing-found` where it leads elsewhere.
 */
export async function followLink(context: Following, work: PastedLink): Promise<StepResult<Work>> {
  const { ask, terms, reach } = context;
  const { text, details, comments, onlyNew } = work;
  const become = (ref: PageRef | undefined): StepResult<Work>['settle'] => {
    if (ref?.kind !== 'note') throw new AppError('nothing-found', { details: { reason: 'not-a-note' } });
    const { noteId, xsecToken } = ref;
    const note = { noteId, xsecToken, details, comments, onlyNew, isCounted: false, pasted: text };
    return () => ({ state: 'open', becomes: toListedItem(note) });
  };
  const ref = reach.readLink(text);
  if (!ref) throw new AppError('link-not-recognised');
  if (ref.kind !== 'short-link') return { settle: become(ref) };
  const read = await readBehindLink(context, work, ref.url);
  if (read) return read;
  const { value, report } = await ask('link.resolve', { text }, terms);
  return { report, settle: become(reach.readLed(value)) };
}
