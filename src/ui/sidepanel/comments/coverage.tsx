import type { Note } from '../../../model/note';
import { formatCount } from '../../format/format-count';
import { ProgressBar } from '../../surfaces/progress-bar';
import { useTexts } from '../../text-context';

/** How many of the note's comments are here; the site's own total may be approximate, unknown or never reachable. */
export function Coverage({ note, captured }: { note: Note; captured: number }) {
  const { t, language } = useTexts();
  const total = note.counts.comments;
  const text = !total
    ? t('comments.coverage-unknown', { captured })
    : total.approximate
      ? t('comments.coverage-approximate', { captured, total: formatCount(total, language) })
      : t('comments.coverage', { captured, total: total.value });
  return (
    <div title={t('comments.coverage-hint')}>
      <ProgressBar
        kind="measure"
        label={t('panel.tab-comments')}
        value={captured}
        max={total && total.value > 0 ? total.value : undefined}
        text={text}
      />
    </div>
  );
}
