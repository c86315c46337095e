import { useSignal } from '@preact/signals';
import { Segmented } from '../../controls/segmented';
import type { RepliesStore } from '../../replies/state/create-replies-store';
import { AsyncView } from '../../surfaces/async-view';
import { Notice } from '../../surfaces/notice';
import { useTexts } from '../../text-context';
import { AsideList } from './aside-list';
import type { QueueStore } from './state/create-queue-store';
import { OpenList } from './open-list';
import { PreparedBar } from './prepared-bar';
import { QueueMotion } from './queue-motion';
import { QueueToolbar } from './queue-toolbar';
import { WrittenList } from './written-list';
import './replies-screen.css';

/** What is looked at: what waits, what was written, what was set aside. */
export type QueueFace = 'open' | 'written' | 'aside';

/** The queue of unanswered comments: answer, put off, skip, and see what became of it. */
export function RepliesScreen({
  queue,
  replies,
  hasNote,
}: {
  readonly queue: QueueStore;
  readonly replies: RepliesStore;
  /** Whether one note can be chosen: the one that the panel shows. */
  readonly hasNote: boolean;
}) {
  const { t } = useTexts();
  const face = useSignal<QueueFace>('open');
  const { open, written, aside, unsure } = queue.sorted.value;
  const counts = { open: open.length, written: written.length, aside: aside.length };
  return (
    <div class="queue">
      <QueueToolbar queue={queue} hasNote={hasNote} />
      <div class="queue-faces">
        <Segmented
          label={t('replies.faces')}
          value={face.value}
          options={(['open', 'written', 'aside'] as const).map((one) => ({
            value: one,
            label: `${t(`replies.face-${one}`)} ${counts[one]}`,
          }))}
          onChange={(next) => (face.value = next)}
        />
      </div>
      <QueueMotion queue={queue} replies={replies} />
      {face.value === 'open' && unsure > 0 && (
        <p class="queue-unsure tiny soft" role="status">
          {t('replies.unsure-count', { count: unsure })}
        </p>
      )}
      <AsyncView of={queue.found.value} empty={null} lines={6} onRetry={() => void queue.refresh()}>
        {() =>
          counts[face.value] === 0 ? (
            <Nothing face={face.value} queue={queue} />
          ) : face.value === 'open' ? (
            <OpenList queue={queue} replies={replies} />
          ) : face.value === 'written' ? (
            <WrittenList queue={queue} replies={replies} />
          ) : (
            <AsideList queue={queue} replies={replies} />
          )
        }
      </AsyncView>
      <PreparedBar queue={queue} replies={replies} onSent={() => (face.value = 'written')} />
    </div>
  );
}

/** Why a face is empty, and what to do. */
function Nothing({ face, queue }: { readonly face: QueueFace; readonly queue: QueueStore }) {
  const { t } = useTexts();
  const found = queue.found.value;
  const read = found.state === 'ready' ? found.value.read : 0;
  const isNobody = queue.scope.value === 'mine' && queue.viewerId.value === undefined;
  if (face !== 'open')
    return (
      <div class="panel-scroll">
        <Notice icon={face === 'aside' ? 'clock' : 'send'} title={t(`replies.none-${face}`)} />
      </div>
    );
  return (
    <div class="panel-scroll">
      {isNobody ? (
        <Notice icon="user" title={t('replies.nobody')}>
          {t('replies.nobody-hint')}
        </Notice>
      ) : read === 0 ? (
        <Notice icon="comment" title={t('replies.nothing-read')}>
          {t('replies.nothing-read-hint')}
        </Notice>
      ) : (
        <Notice icon="check" tone="good" title={t('replies.all-done')}>
          {t('replies.all-done-hint', { count: read })}
        </Notice>
      )}
    </div>
  );
}
