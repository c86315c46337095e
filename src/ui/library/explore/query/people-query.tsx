import { useSignal } from '@preact/signals';
import { useTexts } from '../../../text-context';
import type { ListQuestion } from '../state/list-question';
import type { QueryProps } from './notes-query';
import { QueryLine } from './query-line';

/** A search for people. */
export function PeopleQuery({ isBusy, onAsk }: QueryProps) {
  const { t } = useTexts();
  const keyword = useSignal('');
  const words = keyword.value.trim();
  const question: ListQuestion | undefined =
    words === '' ? undefined : { operation: 'search.authors', input: { keyword: words } };
  return (
    <QueryLine
      label={t('explore.keyword-people')}
      icon="user"
      text={keyword.value}
      onText={(value) => (keyword.value = value)}
      question={question}
      button={t('explore.search')}
      isBusy={isBusy}
      onAsk={(agreed) => question && onAsk(question, agreed)}
    />
  );
}
