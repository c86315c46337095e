import type { Note } from '../../model/note';
import { Stat } from '../content/stat';
import { formatRelative } from '../format/format-time';
import type { Trend } from '../stores/find-trend';
import { useTexts } from '../text-context';

/** The four counts of a note, with how they moved since it was last seen. */
export function NoteNumbers({ note, trend }: { note: Note; trend: Trend | undefined }) {
  const { t, language } = useTexts();
  const { counts } = note;
  const deltas = trend?.deltas ?? {};
  const isKnown = Object.keys(deltas).length > 0;
  const isMoved = Object.values(deltas).some((delta) => delta !== 0);
  const when = trend && isKnown && formatRelative(trend.since, Date.now(), language);
  return (
    <section aria-label={t('note.counts')}>
      <dl class="stats">
        <Stat icon="heart" label={t('note.likes')} count={counts.likes} delta={deltas.likes} />
        <Stat icon="star" label={t('note.collects')} count={counts.collects} delta={deltas.collects} />
        <Stat icon="comment" label={t('note.comments')} count={counts.comments} delta={deltas.comments} />
        <Stat icon="share" label={t('note.shares')} count={counts.shares} delta={deltas.shares} />
      </dl>
      {when && (
        <p class="tiny faint note-trend">{t(isMoved ? 'note.trend-since' : 'note.trend-none', { when })}</p>
      )}
    </section>
  );
}
