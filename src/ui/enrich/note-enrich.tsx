import { useMemo } from 'preact/hooks';
import { findNoteGaps } from '../../model/enrich/note-gaps';
import type { NoteGap } from '../../model/enrich/note-gaps';
import { toDetailInput } from '../../model/enrich/to-detail-input';
import { findUsableToken } from '../../model/merge/note-tokens';
import type { Note } from '../../model/note';
import { formatList } from '../format/format-list';
import { useEstimate } from '../providers/state/use-estimate';
import { useUi } from '../shell/ui-context';
import { findValue } from '../stores/async';
import { Card } from '../surfaces/card';
import { useTexts } from '../text-context';
import { EnrichLine, canAsk } from './enrich-line';
import { toFurtherWords } from './to-further-words';
import type { EnrichStore } from './state/create-enrich-store';

export interface NoteEnrichProps {
  readonly note: Note;
  readonly store: EnrichStore<NoteGap>;
  /** One line without a surface of its own, and only for a note of which something is missing. */
  readonly isShort?: boolean;
}

/**
 * Asks a provider for what is known of the note: in the open where the page has less, in passing elsewhere. Nothing at
 * all where there is no key. How it went is said in the same place, whatever is missing then.
 */
export function NoteEnrich({ note, store, isShort = false }: NoteEnrichProps) {
  const { settings } = useUi();
  const texts = useTexts();
  const { t, language } = texts;
  const gaps = findNoteGaps(note);
  const isWanting = gaps.length > 0;
  const isIdle = store.now.value.state === 'idle';
  const isHere = isWanting || !isIdle || !isShort;
  // Pages give new tokens all the time, and any of them opens the same door.
  const hasToken = findUsableToken(note.tokens) !== undefined;
  const input = useMemo(() => toDetailInput(note.noteId, note), [note.noteId, note.type, hasToken]);
  const estimate = useEstimate(isHere ? { operation: 'note.detail', input } : undefined).value;
  const isOut = (estimate && findValue(estimate))?.gap === 'out';
  if (!isHere || (isIdle && !canAsk(estimate) && !(isOut && isWanting))) return null;
  const furtherWords = toFurtherWords(note, settings.settings.value, texts);
  const line = (
    <EnrichLine
      store={store}
      estimate={estimate}
      kind={!isWanting ? 'ghost' : isShort ? 'plain' : 'primary'}
      label={t(isWanting ? 'enrich.start' : 'enrich.again')}
      toGapWords={(gap) => t(`enrich.gap-${gap}`)}
      isShort={isShort}
      furtherWords={isShort ? furtherWords : undefined}
    />
  );
  if (isShort || !isWanting) return line;
  return (
    <Card title={t('enrich.title')} tone={store.now.value.state === 'failed' ? 'plain' : 'accent'}>
      <div class="stack stack-tight">
        <p class="small soft">
          {t('enrich.lacks', {
            gaps: formatList(
              gaps.map((gap) => t(`enrich.gap-${gap}`)),
              language,
            ),
          })}
          {furtherWords && ` ${furtherWords}`}
        </p>
        {line}
      </div>
    </Card>
  );
}
