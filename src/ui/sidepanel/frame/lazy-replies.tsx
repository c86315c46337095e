import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import type { UnansweredFinder } from '../../../workers/library/unanswered/create-unanswered-client';
import { Skeleton } from '../../surfaces/async-view';
import type { RepliesTabProps } from '../replies/replies-tab';
import type { PanelStores } from './create-panel-stores';

/** The queue of unanswered comments, loaded when somebody looks at it: the panel opens without it. */
export function LazyReplies({
  stores,
  finder,
}: {
  readonly stores: PanelStores;
  readonly finder: UnansweredFinder | undefined;
}) {
  const loaded = useSignal<ComponentType<RepliesTabProps> | undefined>(undefined);
  useEffect(() => {
    void import('../replies/replies-tab').then(({ RepliesTab }) => (loaded.value = RepliesTab));
  }, []);
  const Tab = loaded.value;
  if (!Tab)
    return (
      <div class="panel-scroll">
        <Skeleton lines={6} />
      </div>
    );
  return <Tab stores={stores} finder={finder} />;
}
