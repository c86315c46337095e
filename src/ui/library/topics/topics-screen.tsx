import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { StoredTopic } from '../../../model/providers/topic-page';
import { Moment } from '../../content/moment';
import { Button } from '../../controls/button';
import { Icon } from '../../icons/icon';
import { CollectButton } from '../../jobs/collect/collect-button';
import { useSave } from '../../shell/use-save';
import { useUi } from '../../shell/ui-context';
import { toSourceWords } from '../../sidepanel/details/to-source-words';
import { EMPTY, LOADING, toFailed, type Async } from '../../stores/async';
import { createRefresher } from '../../stores/create-refresher';
import { AsyncView } from '../../surfaces/async-view';
import { Notice } from '../../surfaces/notice';
import { useTexts } from '../../text-context';
import { TopicCard } from '../explore/results/topic-card';

const MOST_LISTED = 1_000;

/** Topics whose page was saved. */
export function TopicsScreen() {
  const { t } = useTexts();
  const { topics, refresh } = useKeptTopics();
  return (
    <>
      <div class="screen-head">
        <div>
          <h2>{t('topics.title')}</h2>
          <p>{t('topics.intro')}</p>
        </div>
      </div>
      <AsyncView
        of={topics}
        onRetry={() => void refresh()}
        lines={6}
        empty={
          <Notice
            icon="hash"
            title={t('topics.none-title')}
            actions={
              <Button icon="compass" onClick={() => (location.hash = '#explore')}>
                {t('people.none-explore')}
              </Button>
            }
          >
            {t('topics.none-text')}
          </Notice>
        }
      >
        {(kept) => <Topics kept={kept} />}
      </AsyncView>
    </>
  );
}

function useKeptTopics() {
  const { ports } = useUi();
  const topics = useSignal<Async<readonly StoredTopic[]>>(LOADING);
  const refresh = useMemo(
    () =>
      createRefresher(async (isStale) => {
        let next: Async<readonly StoredTopic[]>;
        try {
          const list = await ports.readers.listTopics(MOST_LISTED);
          next = list.length === 0 ? EMPTY : { state: 'ready', value: list };
        } catch (thrown) {
          next = toFailed(thrown);
        }
        if (!isStale()) topics.value = next;
      }),
    [ports],
  );
  useEffect(() => {
    const left = new AbortController();
    ports.onEvent('topic.changed', () => void refresh(), left.signal);
    ports.onEvent('stored.removed', () => void refresh(), left.signal);
    void refresh();
    return () => left.abort();
  }, [refresh]);
  return { topics: topics.value, refresh };
}

function Topics({ kept }: { kept: readonly StoredTopic[] }) {
  const { ports, toasts } = useUi();
  const { t } = useTexts();
  const save = useSave();
  const hidden = useSignal<ReadonlySet<string>>(new Set());
  const shown = kept.filter(({ topicId }) => !hidden.value.has(topicId));
  const show = (topicId: string) => {
    hidden.value = new Set([...hidden.value].filter((one) => one !== topicId));
  };
  const forget = ({ topicId, name }: StoredTopic) => {
    hidden.value = new Set([...hidden.value, topicId]);
    const commit = async () => {
      if (!(await save(ports.client('topic.forget', { topicId })))) show(topicId);
    };
    toasts.showUndo(
      t('topics.forgetting', { name: name ?? topicId }),
      () => void commit(),
      () => show(topicId),
    );
  };
  return (
    <div class="stack">
      <p class="results-count" role="status">
        {t('topics.count', { count: shown.length })}
      </p>
      <ul class="found-people" aria-label={t('topics.list')}>
        {shown.map((topic) => (
          <li key={topic.topicId}>
            <TopicCard topic={topic}>
              <TopicWays topic={topic} onForget={() => forget(topic)} />
            </TopicCard>
          </li>
        ))}
      </ul>
    </div>
  );
}

function TopicWays({ topic, onForget }: { topic: StoredTopic; onForget: () => void }) {
  const { t } = useTexts();
  const name = topic.name ?? topic.topicId;
  return (
    <div class="row wrap found-ways">
      <p class="row wrap tiny faint">
        <span>{toSourceWords(topic.observed, t)}</span>
        <Moment at={topic.lastSeenAt} />
      </p>
      <a
        class="button button-plain button-small"
        href={`#explore/topic/${encodeURIComponent(topic.topicId)}`}
        aria-label={t('topics.show-notes-of', { name })}
      >
        <Icon name="book" size={15} />
        {t('explore.notes-of')}
      </a>
      <CollectButton subject={{ kind: 'topic', topicId: topic.topicId, name }} kind="ghost" />
      <Button kind="ghost" size="small" icon="trash" onClick={onForget}>
        {t('people.forget')}
        <span class="unseen"> {name}</span>
      </Button>
    </div>
  );
}
