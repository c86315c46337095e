import { Notice } from '../../surfaces/notice';
import { useTexts } from '../../text-context';
import type { ListQuestion } from './state/list-question';

const TEXTS = {
  'search.notes': ['providers.nothing-title', 'providers.nothing-text'],
  'search.authors': ['providers.nothing-title', 'explore.nobody-text'],
  'author.notes': ['explore.no-notes-title', 'explore.no-notes-text'],
  'author.faved': ['explore.no-faved-title', 'explore.no-faved-text'],
  'topic.notes': ['explore.no-topic-notes-title', 'explore.no-topic-notes-text'],
} as const;

/** A list without rows: what that means for what was asked. */
export function NothingFound({ operation }: { operation: ListQuestion['operation'] }) {
  const { t } = useTexts();
  const [title, text] = TEXTS[operation];
  return (
    <Notice icon="search" title={t(title)}>
      {t(text)}
    </Notice>
  );
}
