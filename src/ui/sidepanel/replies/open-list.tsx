import { useEffect, useRef } from 'preact/hooks';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import type { UnansweredEntry } from '../../../insights/unanswered/find-unanswered';
import { toReplyKey } from '../../../model/replies/reply-plan';
import { ReplyBox } from '../../replies/reply-box';
import { ReplyKeys } from '../../replies/reply-keys';
import { ReplyStatus } from '../../replies/reply-status';
import type { RepliesStore } from '../../replies/state/create-replies-store';
import { useSave } from '../../shell/use-save';
import { useTexts } from '../../text-context';
import type { QueueStore } from './state/create-queue-store';
import { QueueItem } from './queue-item';
import { QueueWays } from './queue-ways';
import { useQueueKeys, useQueuePlace } from './state/use-queue-keys';
import type { QueueDeeds, QueuePlace } from './state/use-queue-keys';

const USUAL_HEIGHT = 84;
/** Entries around one on screen that are read with it. */
const AROUND = 20;

/** The comments that wait, worked through from the first to the last with the keyboard alone. */
export function OpenList({ queue, replies }: { readonly queue: QueueStore; readonly replies: RepliesStore }) {
  const { t } = useTexts();
  const save = useSave();
  const list = useRef<VirtualizerHandle>(null);
  const entries = queue.sorted.value.open;
  const place = useQueuePlace(entries);
  const deeds: QueueDeeds = { setAside: (entry, aside) => void save(replies.setAside(entry, aside)) };
  const onKeyDown = useQueueKeys(place, entries, deeds);
  useEffect(() => {
    if (place.index >= 0) list.current?.scrollToIndex(place.index, { align: 'nearest' });
  }, [place.index, place.isWriting.value]);
  return (
    <>
      <div class="queue-list" role="feed" aria-label={t('replies.queue')} onKeyDown={onKeyDown}>
        <Virtualizer
          ref={list}
          data={{ length: entries.length }}
          itemSize={USUAL_HEIGHT}
          bufferSize={300}
          keepMounted={place.index >= 0 ? [place.index] : []}
        >
          {(_: unknown, index: number) => {
            const entry = entries[index];
            return (
              <OpenLine
                key={entry ? toReplyKey(entry) : index}
                {...{ index, entry, entries, place, deeds, queue, replies }}
              />
            );
          }}
        </Virtualizer>
      </div>
      {!place.isWriting.value && <ListKeys />}
    </>
  );
}

interface OpenLineProps {
  readonly index: number;
  readonly entry: UnansweredEntry | undefined;
  readonly entries: readonly UnansweredEntry[];
  readonly place: QueuePlace;
  readonly deeds: QueueDeeds;
  readonly queue: QueueStore;
  readonly replies: RepliesStore;
}

function OpenLine({ index, entry, entries, place, deeds, queue, replies }: OpenLineProps) {
  const { t } = useTexts();
  useEffect(() => {
    queue.need(entries.slice(Math.max(0, index - AROUND), index + AROUND));
  }, [index, entries]);
  if (!entry) return null;
  const key = toReplyKey(entry);
  const comment = queue.commentOf(entry);
  const note = queue.notes.value.get(entry.noteId);
  const isCurrent = place.current.value === key;
  const attempt = replies.attempts.value.get(key);
  const write = () => (place.isWriting.value = true);
  const leaveBox = () => {
    place.isWriting.value = false;
    place.wantsFocus.value = true;
  };
  return (
    <QueueItem
      entry={entry}
      comment={comment}
      note={note}
      namesNote={queue.scope.value === 'mine'}
      isCurrent={isCurrent}
      place={place}
      index={index}
      onChoose={() => (place.current.value = key)}
    >
      {attempt && <ReplyStatus attempt={attempt} note={note} store={replies} onEdit={write} />}
      {isCurrent && comment && !place.isWriting.value && (
        <QueueWays
          onWrite={write}
          onAside={(aside) => {
            place.leave(entry);
            deeds.setAside(entry, aside);
          }}
        />
      )}
      {isCurrent && comment && place.isWriting.value && (
        <ReplyBox
          comment={comment}
          note={note}
          store={replies}
          onSent={() => place.leave(entry)}
          onLeave={leaveBox}
          keys={[{ keys: ['Alt', '\u2193', '\u2191'], label: t('replies.key-move') }]}
        />
      )}
    </QueueItem>
  );
}

function ListKeys() {
  const { t } = useTexts();
  return (
    <div class="queue-keys">
      <ReplyKeys
        keys={[
          { keys: ['J', 'K'], label: t('replies.key-move') },
          { keys: ['R'], label: t('replies.reply') },
          { keys: ['S'], label: t('replies.skip') },
          { keys: ['Z'], label: t('replies.snooze-tomorrow') },
          { keys: ['D'], label: t('replies.done') },
        ]}
      />
    </div>
  );
}
