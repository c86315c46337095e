import type { NoteRow } from '../../../workers/library/notes/types';
import { findUpperBound } from '../../../model/values/count';
import { formatCount } from '../../format/format-count';
import { useTexts } from '../../text-context';

/** How many of the note's comments are stored, of how many, and whether that is all. */
export function StoredCell({ row }: { row: NoteRow }) {
  const { t, language } = useTexts();
  const { stored, completeness } = row;
  const expected = row.counts.comments;
  const isMeasurable = expected && expected.value > 0 && findUpperBound(expected) !== Infinity;
  const share = isMeasurable ? Math.min(1, stored / expected.value) : undefined;
  const words = t(`library.state-${completeness}`);
  return (
    <span role="cell" class={`notes-stored notes-${completeness}`} title={words}>
      <span class="row">
        <span>
          <span class="strong">{new Intl.NumberFormat(language).format(stored)}</span>
          {expected && <span class="faint">{` / ${formatCount(expected, language)}`}</span>}
        </span>
        <span class="notes-state tiny">{words}</span>
      </span>
      {share !== undefined && (
        <span class="notes-bar" aria-hidden="true">
          <span class="notes-bar-fill" style={{ width: `${share * 100}%` }} />
        </span>
      )}
    </span>
  );
}
