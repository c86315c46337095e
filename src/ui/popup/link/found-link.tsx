import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { NoteRef, PageRef } from '../../../model/page-ref';
import { toDetailInput } from '../../../model/enrich/to-detail-input';
import { findUsableToken } from '../../../model/merge/note-tokens';
import { findNoteGaps } from '../../../model/enrich/note-gaps';
import type { Note } from '../../../model/note';
import type { RunReport } from '../../../model/providers/run';
import { toUrl } from '../../../site/routes';
import { NoteLine } from '../../content/note-line';
import { EnrichLine, canAsk } from '../../enrich/enrich-line';
import { toFurtherWords } from '../../enrich/to-further-words';
import { createNoteEnrichStore } from '../../enrich/state/create-enrich-stores';
import { isNoteRead } from '../../format/is-note-read';
import { Icon } from '../../icons/icon';
import { RunLine } from '../../providers/run-line';
import { useEstimate } from '../../providers/state/use-estimate';
import { useUi } from '../../shell/ui-context';
import { useTexts } from '../../text-context';

/** Where a link led that was not opened: the note as far as it is kept, or whose page it is; and the way there. */
export function FoundLink({ pageRef, run }: { pageRef: PageRef; run: RunReport }) {
  const { t } = useTexts();
  const isNote = pageRef.kind === 'note';
  return (
    <>
      <div class="row row-between">
        <p class="small strong" role="status">
          {t(isNote ? 'enrich.link-note' : 'enrich.link-author')}
        </p>
        <a
          class="button button-plain button-small"
          href={toUrl(pageRef)}
          target="_blank"
          rel="noopener noreferrer"
        >
          <Icon name="external" size={15} />
          {t('enrich.link-open')}
        </a>
      </div>
      <RunLine run={run} />
      {isNote && <FoundNote pageRef={pageRef} />}
    </>
  );
}

function FoundNote({ pageRef }: { pageRef: NoteRef }) {
  const { ports, settings } = useUi();
  const texts = useTexts();
  const { t } = texts;
  const { noteId } = pageRef;
  const shownId = useSignal(noteId);
  const note = useSignal<Note | undefined>(undefined);
  const store = useMemo(() => createNoteEnrichStore(ports, shownId), []);
  useEffect(() => {
    const gone = new AbortController();
    const read = () =>
      ports.readers.findNote(noteId).then(
        (kept) => (note.value = kept),
        () => undefined, // The link still opens, which is what it is for.
      );
    ports.onEvent('note.changed', (event) => event.noteId === noteId && void read(), gone.signal);
    void read();
    return () => gone.abort();
  }, [noteId]);
  const known = note.value;
  const hasToken = known !== undefined && findUsableToken(known.tokens) !== undefined;
  const input = useMemo(() => toDetailInput(noteId, known), [noteId, known?.type, hasToken]);
  const estimate = useEstimate({ operation: 'note.detail', input }).value;
  const isWanting = findNoteGaps(known).length > 0;
  return (
    <>
      {known && isNoteRead(known) ? (
        <ul class="note-lines">
          <NoteLine note={known} />
        </ul>
      ) : (
        <p class="small soft">{t('enrich.link-unread')}</p>
      )}
      {(store.now.value.state !== 'idle' || (isWanting && canAsk(estimate))) && (
        <EnrichLine
          store={store}
          estimate={estimate}
          kind="plain"
          label={t('enrich.start')}
          toGapWords={(gap) => t(`enrich.gap-${gap}`)}
          isShort
          furtherWords={toFurtherWords(known, settings.settings.value, texts)}
        />
      )}
    </>
  );
}
