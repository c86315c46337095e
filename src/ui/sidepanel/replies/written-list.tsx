import { useEffect } from 'preact/hooks';
import { useSignal } from '@preact/signals';
import { Virtualizer } from 'virtua';
import { toReplyKey } from '../../../model/replies/reply-plan';
import { Button } from '../../controls/button';
import { ReplyBox } from '../../replies/reply-box';
import { ReplyStatus } from '../../replies/reply-status';
import type { RepliesStore } from '../../replies/state/create-replies-store';
import { useSave } from '../../shell/use-save';
import { useTexts } from '../../text-context';
import { CommentGlance } from './comment-glance';
import type { QueueStore } from './state/create-queue-store';
import type { WrittenLine } from './state/sort-out';

const USUAL_HEIGHT = 120;

/** What was written: what is ready to go out, and how each order stands. */
export function WrittenList({
  queue,
  replies,
}: {
  readonly queue: QueueStore;
  readonly replies: RepliesStore;
}) {
  const { t } = useTexts();
  const lines = queue.sorted.value.written;
  return (
    <div class="queue-list" role="feed" aria-label={t('replies.face-written')}>
      <Virtualizer data={{ length: lines.length }} itemSize={USUAL_HEIGHT} bufferSize={300}>
        {(_: unknown, index: number) => {
          const line = lines[index];
          return line ? (
            <Line
              key={`${line.plan ? 'ready' : 'order'}/${toReplyKey(line)}`}
              {...{ line, queue, replies }}
            />
          ) : (
            <div />
          );
        }}
      </Virtualizer>
    </div>
  );
}

interface LineProps {
  readonly line: WrittenLine;
  readonly queue: QueueStore;
  readonly replies: RepliesStore;
}

function Line({ line, queue, replies }: LineProps) {
  const isEditing = useSignal(false);
  useEffect(() => queue.need([line]), [line.commentId]);
  const comment = queue.commentOf(line);
  const note = queue.notes.value.get(line.noteId);
  const edit = () => (isEditing.value = true);
  const close = () => (isEditing.value = false);
  return (
    <CommentGlance comment={comment} note={note}>
      {line.attempt && <ReplyStatus attempt={line.attempt} note={note} store={replies} onEdit={edit} />}
      {line.plan && !isEditing.value && <ReadyDraft line={line} replies={replies} onEdit={edit} />}
      {comment && isEditing.value && (
        <ReplyBox comment={comment} note={note} store={replies} onSent={close} onLeave={close} />
      )}
    </CommentGlance>
  );
}

function ReadyDraft({
  line,
  replies,
  onEdit,
}: Pick<LineProps, 'line' | 'replies'> & { readonly onEdit: () => void }) {
  const { t } = useTexts();
  const save = useSave();
  return (
    <div class="reply-status reply-status-accent" data-reply-state="prepared">
      <div class="grow">
        <p class="small">{t('replies.state-prepared')}</p>
        <p class="tiny soft cut-2 reply-words">{line.plan?.draft}</p>
        <div class="row wrap reply-ways">
          <Button kind="ghost" size="small" onClick={onEdit}>
            {t('replies.edit')}
          </Button>
          <Button
            kind="ghost"
            size="small"
            icon="undo"
            onClick={() => void save(replies.prepare(line, false))}
          >
            {t('replies.unprepare')}
          </Button>
        </div>
      </div>
    </div>
  );
}
