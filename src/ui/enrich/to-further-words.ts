import { findNoteGaps } from '../../model/enrich/note-gaps';
import type { Note } from '../../model/note';
import type { Settings } from '../../model/settings';
import type { Texts } from '../text-context';

/** What a press may cost beside the first call, where the settings allow further ones; `undefined`: nothing. */
export function toFurtherWords(
  note: Note | undefined,
  settings: Settings | undefined,
  { t }: Texts,
): string | undefined {
  if (!settings?.providers.fillFromNext || findNoteGaps(note).length === 0) return undefined;
  const isOfUnknownKind = note?.type === undefined;
  return [isOfUnknownKind && t('enrich.then-video'), t('enrich.then-next')].filter(Boolean).join(' ');
}
