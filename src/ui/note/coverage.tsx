import { findExpectedComments, isPageAsked } from '../../model/merge/collected-word';
import { findUpperBound } from '../../model/values/count';
import type { Count } from '../../model/values/count';
import type { Collection, CommentList } from '../../model/comment';
import type { Note } from '../../model/note';
import { ProgressBar } from '../surfaces/progress-bar';
import { formatRelative } from '../format/format-time';
import { toSourceNames } from '../jobs/to-job-words';
import { useTexts } from '../text-context';

export interface CoverageProps {
  readonly note: Note;
  readonly captured: number;
  /** What is known of the list of comments itself. */
  readonly list: CommentList | undefined;
}

/** How many of the note's comments are kept, and that the site hides the others from guests where it does. */
export function Coverage({ note, captured, list }: CoverageProps) {
  const { t } = useTexts();
  return (
    <>
      <Measure total={findExpectedComments(note.counts.comments, list)} captured={captured} />
      {list?.collected && <Collected of={list.collected} />}
      {list?.endedBy === 'login-wanted' && isPageAsked(list.collected) && (
        <p class="tiny soft coverage-limit" role="status">
          {t('sign.login-wanted')}
        </p>
      )}
    </>
  );
}

/** What the last job that collected the list came to. */
function Collected({ of }: { of: Collection }) {
  const texts = useTexts();
  const { t, language } = texts;
  const when = formatRelative(of.endedAt, Date.now(), language);
  const failed = of.failedThreads.length + (of.endedBy === 'failed' ? 1 : 0);
  const source = toSourceNames(of.sources, texts) ?? t('words.unknown');
  return (
    <p class="tiny soft coverage-collected">
      {of.state !== 'short'
        ? t(`jobs.collected-${of.state}`, { when, source })
        : failed > 0
          ? t('jobs.collected-short', { when, failed })
          : t('jobs.collected-less', { when })}
    </p>
  );
}

/** The total may be approximate, unknown or never reachable. */
function Measure({ total, captured }: { total: Count | undefined; captured: number }) {
  const { t } = useTexts();
  if (!total) return <p class="small soft">{t('note.coverage-unknown', { captured })}</p>;
  const text = total.approximate
    ? t('note.coverage-about', { captured, raw: total.raw })
    : t('note.coverage-of', { captured, total: total.value });
  // "10+" may be ten or ten thousand: a bar would say what nobody knows. Of none there is nothing to measure.
  if (findUpperBound(total) === Infinity || total.value === 0) return <p class="small soft">{text}</p>;
  return (
    <div title={t('note.coverage-hint')}>
      <ProgressBar kind="measure" label={t('note.coverage')} value={captured} max={total.value} text={text} />
    </div>
  );
}
