import { useSignal } from '@preact/signals';
import { TOPIC_SORTS } from '../../../../model/providers/operation';
import type { RunReport } from '../../../../model/providers/run';
import type { TopicPage } from '../../../../model/providers/topic-page';
import { Button } from '../../../controls/button';
import { Segmented } from '../../../controls/segmented';
import { CollectButton } from '../../../jobs/collect/collect-button';
import { toCostWords } from '../../../providers/cost-note';
import { ProviderProblem } from '../../../providers/provider-problem';
import { usePricedPress } from '../../../providers/state/use-priced-press';
import { useEstimate } from '../../../providers/state/use-estimate';
import { useUi } from '../../../shell/ui-context';
import { Skeleton } from '../../../surfaces/async-view';
import { useTexts } from '../../../text-context';
import { TopicCard } from '../results/topic-card';
import { FoundOne } from './found-one';
import type { ListQuestion } from '../state/list-question';
import { findTopicId } from './find-target';
import type { QueryProps } from './notes-query';
import { QueryLine } from './query-line';
import { useOne } from './use-one';

/** A topic's notes, and what stands above them, named by its link or id. */
export function TopicQuery({ isBusy, onAsk, startWith }: QueryProps & { startWith: string }) {
  const { ports } = useUi();
  const texts = useTexts();
  const { t } = texts;
  const text = useSignal(startWith);
  const sort = useSignal<(typeof TOPIC_SORTS)[number]>('trend');
  const { one, ask, askAgain, clear } = useOne<{ topic: TopicPage; run: RunReport }>();
  const topicId = findTopicId(text.value);
  const found = one.value?.state === 'ready' ? one.value.value.topic : undefined;
  const name = found?.name ?? topicId ?? '';
  const detailCost = useEstimate(
    topicId === undefined ? undefined : { operation: 'topic.detail', input: { topicId } },
  );
  const aboutPress = usePricedPress(
    detailCost,
    topicId,
    (agreed) =>
      topicId !== undefined &&
      void ask((agreedNow) => ports.client('explore.topic', { topicId, agreed: agreedNow }), agreed),
  );
  const question: ListQuestion | undefined =
    topicId === undefined
      ? undefined
      : {
          operation: 'topic.notes',
          input: { topicId, ...(sort.value === 'trend' ? {} : { sort: sort.value }) },
        };
  return (
    <div class="stack">
      <QueryLine
        label={t('explore.topic')}
        icon="hash"
        text={text.value}
        onText={(value) => {
          text.value = value;
          clear();
        }}
        problem={text.value.trim() !== '' && topicId === undefined ? t('explore.topic-wrong') : undefined}
        question={question}
        button={t('explore.show')}
        isBusy={isBusy}
        onAsk={(agreed) => question && onAsk(question, agreed)}
      >
        <div class="query-filters">
          <Segmented
            label={t('explore.sort')}
            value={sort.value}
            options={TOPIC_SORTS.map((name) => ({ value: name, label: t(`explore.topic-sort-${name}`) }))}
            onChange={(name) => (sort.value = name)}
          />
          {topicId !== undefined && (
            <CollectButton subject={{ kind: 'topic', topicId, sort: sort.value, name }} kind="ghost" />
          )}
          {topicId !== undefined && (
            <Button
              kind="ghost"
              size="small"
              icon="hash"
              busy={one.value?.state === 'loading' || aboutPress.isWaiting}
              onClick={aboutPress.press}
            >
              {t('explore.topic-about')}
              {detailCost.value && <span class="query-price"> {toCostWords(detailCost.value, texts)}</span>}
            </Button>
          )}
        </div>
      </QueryLine>
      {one.value?.state === 'loading' && <Skeleton lines={2} />}
      {one.value?.state === 'failed' && <ProviderProblem error={one.value.error} onRetry={askAgain} />}
      {one.value?.state === 'ready' && (
        <>
          <TopicCard topic={one.value.value.topic} />
          <FoundOne run={one.value.value.run} found={{ topic: one.value.value.topic }} />
        </>
      )}
    </div>
  );
}
