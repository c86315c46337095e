import { findUpperBound } from '../../model/values/count';
import type { Note } from '../../model/note';
import { ProgressBar } from '../surfaces/progress-bar';
import { useTexts } from '../text-context';

/** How many of the note's comments are kept; the site's own total may be approximate, unknown or never reachable. */
export function Coverage({ note, captured }: { note: Note; captured: number }) {
  const { t } = useTexts();
  const total = note.counts.comments;
  if (!total) return <p class="small soft">{t('note.coverage-unknown', { captured })}</p>;
  const text = total.approximate
    ? t('note.coverage-about', { captured, raw: total.raw })
    : t('note.coverage-of', { captured, total: total.value });
  // "10+" may be ten or ten thousand: a bar would say what nobody knows.
  if (findUpperBound(total) === Infinity) return <p class="small soft">{text}</p>;
  return (
    <div title={t('note.coverage-hint')}>
      <ProgressBar kind="measure" label={t('note.coverage')} value={captured} max={total.value} text={text} />
    </div>
  );
}
