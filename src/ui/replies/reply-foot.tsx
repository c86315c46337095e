import { useComputed, useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Comment } from '../../model/comment';
import type { Note } from '../../model/note';
import { isPending } from '../../model/replies/reply-attempt';
import { toReplyKey } from '../../model/replies/reply-plan';
import { Button } from '../controls/button';
import { useTexts } from '../text-context';
import { ReplyBox } from './reply-box';
import { ReplyStatus } from './reply-status';
import type { RepliesStore } from './state/create-replies-store';

/** Under a comment of the list: answer it, the draft that waits there, or how the answer stands. */
export function ReplyFoot({
  comment,
  note,
  store,
}: {
  readonly comment: Comment;
  readonly note: Note;
  readonly store: RepliesStore;
}) {
  const { t } = useTexts();
  const box = useRef<HTMLDivElement>(null);
  const isOpen = useSignal(false);
  const key = toReplyKey(comment);
  const attempt = useComputed(() => store.attempts.value.get(key)).value;
  const plan = useComputed(() => store.plans.value.get(key)).value;
  const mayReply = comment.goneAt === undefined && !(attempt && isPending(attempt.state));
  const open = () => (isOpen.value = true);
  const close = () => {
    isOpen.value = false;
    box.current?.closest<HTMLElement>('.comment-slot')?.focus({ preventScroll: true });
  };
  return (
    <div ref={box} class="reply-foot">
      {attempt && <ReplyStatus attempt={attempt} note={note} store={store} onEdit={open} />}
      {mayReply && !isOpen.value && (
        <Button kind="ghost" size="small" icon="reply" onClick={open}>
          {t(plan?.isPrepared ? 'replies.prepared' : plan?.draft ? 'replies.draft' : 'replies.reply')}
        </Button>
      )}
      {mayReply && isOpen.value && (
        <ReplyBox comment={comment} note={note} store={store} onSent={close} onLeave={close} />
      )}
    </div>
  );
}
