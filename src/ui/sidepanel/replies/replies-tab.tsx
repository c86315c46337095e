import { useEffect, useState } from 'preact/hooks';
import { createUnansweredClient } from '../../../workers/library/unanswered/create-unanswered-client';
import type { UnansweredFinder } from '../../../workers/library/unanswered/create-unanswered-client';
import { useUi } from '../../shell/ui-context';
import type { PanelStores } from '../frame/create-panel-stores';
import { createQueueStore } from './state/create-queue-store';
import { RepliesScreen } from './replies-screen';

export interface RepliesTabProps {
  readonly stores: Pick<PanelStores, 'replies' | 'noteId'>;
  readonly finder?: UnansweredFinder | undefined;
}

/** The queue for as long as it is looked at; its worker ends with it. */
export function RepliesTab({ stores, finder }: RepliesTabProps) {
  const { ports } = useUi();
  const [{ queue, gone }] = useState(() => {
    const leaving = new AbortController();
    const world = {
      ports,
      finder: finder ?? createUnansweredClient(),
      replies: stores.replies,
      noteId: stores.noteId,
    };
    return { queue: createQueueStore(world, leaving.signal), gone: leaving };
  });
  useEffect(() => () => gone.abort(), []);
  return <RepliesScreen queue={queue} replies={stores.replies} hasNote={stores.noteId.value !== undefined} />;
}
