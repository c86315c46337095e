import type { NoteCounts } from '../../../model/note';
import { Stat } from '../../content/stat';
import type { Trend } from '../../stores/find-trend';
import { useTexts } from '../../text-context';

/** The note's four counts, with what changed since the visit before. */
export function NoteNumbers({ counts, trend }: { counts: NoteCounts; trend: Trend | undefined }) {
  const { t } = useTexts();
  return (
    <dl class="stats">
      <Stat icon="heart" label={t('panel.likes')} count={counts.likes} delta={trend?.deltas.likes} />
      <Stat icon="star" label={t('panel.collects')} count={counts.collects} delta={trend?.deltas.collects} />
      <Stat
        icon="comment"
        label={t('panel.comments')}
        count={counts.comments}
        delta={trend?.deltas.comments}
      />
      <Stat icon="share" label={t('panel.shares')} count={counts.shares} delta={trend?.deltas.shares} />
    </dl>
  );
}
