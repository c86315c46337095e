import { useSignal, type Signal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { Segmented } from '../../controls/segmented';
import { readScreenParam } from '../../navigation/use-screen';
import { NoProvider } from '../../providers/no-provider';
import { ProviderProblem } from '../../providers/provider-problem';
import { useProviders } from '../../providers/state/use-providers';
import { useUi } from '../../shell/ui-context';
import { findValue } from '../../stores/async';
import { Skeleton } from '../../surfaces/async-view';
import { Notice } from '../../surfaces/notice';
import { useTexts } from '../../text-context';
import { AuthorQuery } from './query/author-query';
import { NotesQuery } from './query/notes-query';
import { PeopleQuery } from './query/people-query';
import { TopicQuery } from './query/topic-query';
import { NothingFound } from './nothing-found';
import { Results, type ResultsView } from './results/results';
import { createExploreStore, type ExploreStore } from './state/create-explore-store';
import type { ListQuestion } from './state/list-question';
import './explore.css';

const MODES = ['notes', 'people', 'author', 'topic'] as const;
type Mode = (typeof MODES)[number];

/** Looks for notes and people through providers, without opening the site. */
export function ExploreScreen() {
  const { ports } = useUi();
  const { t } = useTexts();
  const store = useMemo(() => createExploreStore(ports), [ports]);
  const topicId = useMemo(() => readScreenParam('topic') ?? '', []);
  const userId = useSignal(readScreenParam('author') ?? '');
  const mode = useSignal<Mode>(userId.value !== '' ? 'author' : topicId !== '' ? 'topic' : 'notes');
  const view = useSignal<ResultsView>('cards');
  const isBusy = store.found.value.state === 'loading';
  const query = {
    isBusy,
    onAsk: (question: ListQuestion, agreed: boolean) => void store.ask(question, agreed),
  };
  return (
    <>
      <div class="screen-head">
        <div>
          <h2>{t('explore.title')}</h2>
          <p>{t('explore.intro')}</p>
        </div>
      </div>
      <div class="card query">
        <Segmented
          label={t('explore.modes')}
          value={mode.value}
          options={MODES.map((name) => ({ value: name, label: t(`explore.mode-${name}`) }))}
          onChange={(name) => (mode.value = name)}
        />
        {mode.value === 'notes' && <NotesQuery {...query} />}
        {mode.value === 'people' && <PeopleQuery {...query} />}
        {mode.value === 'author' && <AuthorQuery key={userId.value} startWith={userId.value} {...query} />}
        {mode.value === 'topic' && <TopicQuery startWith={topicId} {...query} />}
      </div>
      <FoundView
        store={store}
        view={view}
        onShowNotes={(id) => {
          userId.value = id;
          mode.value = 'author';
          scrollTo(0, 0);
        }}
      />
    </>
  );
}

interface FoundViewProps {
  readonly store: ExploreStore;
  readonly view: Signal<ResultsView>;
  readonly onShowNotes: (userId: string) => void;
}

function FoundView({ store, view, onShowNotes }: FoundViewProps) {
  const { t } = useTexts();
  const found = store.found.value;
  switch (found.state) {
    case 'empty':
      return <StartView />;
    case 'loading':
      return (
        <div class="found-waiting">
          <p class="small soft" role="status">
            {t('explore.asking')}
          </p>
          <Skeleton lines={6} />
        </div>
      );
    case 'failed':
      return <ProviderProblem error={found.error} onRetry={(agreed) => void store.askAgain(agreed)} />;
    case 'ready':
      if (found.value.rows.length === 0) return <NothingFound operation={found.value.question.operation} />;
      return <Results found={found.value} store={store} view={view} onShowNotes={onShowNotes} />;
  }
}

/** Before anything was asked: what can be done here, or, without any key, the way to one. */
function StartView() {
  const { t } = useTexts();
  const families = findValue(useProviders().families.value);
  const hasNoKey = families?.every((family) => family.state === 'none') ?? false;
  if (hasNoKey) return <NoProvider hasKey={false} />;
  return (
    <Notice icon="compass" title={t('explore.start-title')}>
      {t('explore.start-text')}
    </Notice>
  );
}
