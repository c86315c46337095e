import { findRepeats } from '../../model/actions/find-repeats';
import { Notice } from '../surfaces/notice';
import { useTexts } from '../text-context';
import { useWrittenLately } from './state/use-written-lately';

/** Warns where one of these texts, with what was written lately, goes to many targets in the same words. */
export function RepeatNotice({ contents }: { contents: readonly string[] }) {
  const { t } = useTexts();
  const written = useWrittenLately();
  const [repeat] = findRepeats(
    contents.map((content) => ({ content })),
    written.value,
  );
  if (!repeat) return null;
  const count = repeat.indexes.length + repeat.before;
  return (
    <Notice icon="alert" tone="warn" shape="line" title={t('templates.repeat-title', { count })}>
      {t('templates.repeat-text')}
    </Notice>
  );
}
