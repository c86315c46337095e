import { QUEUE_SORTS } from '../../../insights/unanswered/rank-unanswered';
import { Segmented } from '../../controls/segmented';
import { Icon } from '../../icons/icon';
import { useTexts } from '../../text-context';
import type { QueueStore } from './state/create-queue-store';

/** Whose comments, and in which order; how many of them ask something. */
export function QueueToolbar({ queue, hasNote }: { readonly queue: QueueStore; readonly hasNote: boolean }) {
  const { t } = useTexts();
  const { questions } = queue.sorted.value;
  return (
    <div class="queue-toolbar stack">
      <div class="row row-between">
        <Segmented
          label={t('replies.scope')}
          value={queue.scope.value}
          options={[
            ...(hasNote ? [{ value: 'note' as const, label: t('replies.scope-note') }] : []),
            { value: 'mine', label: t('replies.scope-mine') },
          ]}
          onChange={(scope) => queue.setScope(scope)}
        />
        <label class="sort-field">
          <Icon name="sort" size={15} />
          <select
            aria-label={t('replies.sort')}
            value={queue.sort.value}
            onChange={(event) => {
              const sort = QUEUE_SORTS.find((one) => one === event.currentTarget.value);
              if (sort) queue.setSort(sort);
            }}
          >
            {QUEUE_SORTS.map((sort) => (
              <option key={sort} value={sort} selected={sort === queue.sort.value}>
                {t(`comments.sort-${sort}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      {questions > 0 && <p class="tiny soft">{t('replies.questions-first', { count: questions })}</p>}
    </div>
  );
}
