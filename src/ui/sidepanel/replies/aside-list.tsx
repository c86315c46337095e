import { useEffect } from 'preact/hooks';
import { Virtualizer } from 'virtua';
import { toReplyKey } from '../../../model/replies/reply-plan';
import type { Aside } from '../../../model/replies/reply-plan';
import { Button } from '../../controls/button';
import { formatComing } from '../../format/format-time';
import type { RepliesStore } from '../../replies/state/create-replies-store';
import { useSave } from '../../shell/use-save';
import { useTexts } from '../../text-context';
import type { Texts } from '../../text-context';
import type { QueueStore } from './state/create-queue-store';
import { CommentGlance } from './comment-glance';

const USUAL_HEIGHT = 84;

/** What was skipped, put off or dealt with otherwise; each can be put back. */
export function AsideList({
  queue,
  replies,
}: {
  readonly queue: QueueStore;
  readonly replies: RepliesStore;
}) {
  const texts = useTexts();
  const { t } = texts;
  const save = useSave();
  const entries = queue.sorted.value.aside;
  return (
    <div class="queue-list" role="feed" aria-label={t('replies.face-aside')}>
      <Virtualizer data={{ length: entries.length }} itemSize={USUAL_HEIGHT} bufferSize={300}>
        {(_: unknown, index: number) => {
          const entry = entries[index];
          if (!entry) return <div />;
          const key = toReplyKey(entry);
          return (
            <AsideLine key={key} queue={queue} entry={entry}>
              <p class="row tiny soft">
                <span>{toAsideWords(replies.plans.value.get(key)?.aside, texts)}</span>
                <Button
                  kind="ghost"
                  size="small"
                  icon="undo"
                  onClick={() => void save(replies.setAside(entry, undefined))}
                >
                  {t('replies.put-back')}
                </Button>
              </p>
            </AsideLine>
          );
        }}
      </Virtualizer>
    </div>
  );
}

function AsideLine(props: {
  readonly queue: QueueStore;
  readonly entry: QueueStore['sorted']['value']['aside'][number];
  readonly children: preact.ComponentChildren;
}) {
  const { queue, entry, children } = props;
  useEffect(() => queue.need([entry]), [entry]);
  return (
    <CommentGlance comment={queue.commentOf(entry)} note={queue.notes.value.get(entry.noteId)}>
      {children}
    </CommentGlance>
  );
}

function toAsideWords(aside: Aside | undefined, { t, language }: Texts): string {
  if (aside?.is === 'snoozed')
    return t('replies.snoozed-until', { when: formatComing(aside.until, Date.now(), language) });
  return t(aside?.is === 'done' ? 'replies.is-done' : 'replies.is-skipped');
}
