import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { omitUndefined } from '../../../lib/omit-undefined';
import { findUsableToken } from '../../../model/merge/note-tokens';
import type { Note } from '../../../model/note';
import type { StoredNotification } from '../../../model/records';
import { Button } from '../../controls/button';
import { ReplyTemplates } from '../../replies/reply-templates';
import type { RepliesStore, ReplySubject } from '../../replies/state/create-replies-store';
import { useSave } from '../../shell/use-save';
import { useUi } from '../../shell/ui-context';
import type { Ports } from '../../shell/ports';
import { useTemplateFacts } from '../../templates/state/use-template-facts';
import { TemplateButton } from '../../templates/template-picker';
import { useTexts } from '../../text-context';

export interface NotificationReplyProps {
  readonly message: StoredNotification;
  readonly subject: ReplySubject;
  readonly note: Note | undefined;
  /** Drafts of replies: what stands in the box is kept there. */
  readonly replies: RepliesStore;
  readonly onClose: () => void;
}

/** Answers the comment of a message, by its id: put into the page for the user to send, or sent. */
export function NotificationReply({ message, subject, note, replies, onClose }: NotificationReplyProps) {
  const { ports, toasts } = useUi();
  const { t } = useTexts();
  const save = useSave();
  const open = useSignal(false);
  const busy = useSignal(false);
  const box = useRef<HTMLDivElement>(null);
  const text = replies.textOf(subject);
  const stored = useTemplateFacts(subject.noteId, subject.commentId);
  const { nickname } = message.from ?? {};
  const facts = { ...omitUndefined({ nickname }), ...stored.value };
  const isEmpty = text.trim() === '';
  const name = nickname ?? t('notices.somebody');
  useLayoutEffect(() => box.current?.querySelector('textarea')?.focus(), []);
  const send = async (mode: 'assist' | 'send') => {
    if (busy.value || isEmpty) return;
    busy.value = true;
    const isSent = await save(order(ports, message, { ...subject, content: text.trim(), mode }));
    busy.value = false;
    if (!isSent) return;
    replies.write(subject, '');
    toasts.show(t('notices.reply-begun'));
    onClose();
  };
  return (
    <div
      class="notice-reply"
      role="group"
      aria-label={t('notices.reply-to', { name })}
      ref={box}
      onKeyDown={(event) => {
        if (event.isComposing || event.defaultPrevented) return;
        if (event.key === 'Escape') onClose();
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send('assist');
      }}
    >
      <textarea
        class="text-area notice-reply-text"
        aria-label={t('notices.reply-text')}
        placeholder={t('notices.reply-to', { name })}
        rows={2}
        dir="auto"
        value={text}
        onInput={(event) => replies.write(subject, event.currentTarget.value)}
      />
      <ReplyTemplates
        open={open}
        box={box}
        facts={facts}
        text={text}
        onInsert={(words) => replies.write(subject, text + words)}
      />
      {!(note && findUsableToken(note.tokens)) && <p class="tiny soft">{t('notices.reply-needs-note')}</p>}
      <div class="row wrap">
        <TemplateButton open={open} />
        <span class="tiny faint grow">{t('act.length', { count: [...text].length })}</span>
        <Button size="small" kind="ghost" onClick={onClose}>
          {t('words.cancel')}
        </Button>
      </div>
      <div class="row wrap notice-reply-ways">
        <Button size="small" disabled={isEmpty} busy={busy.value} onClick={() => void send('send')}>
          {t('notices.reply-send')}
        </Button>
        <Button
          size="small"
          kind="primary"
          disabled={isEmpty}
          busy={busy.value}
          onClick={() => void send('assist')}
        >
          {t('notices.reply-assist')}
        </Button>
      </div>
    </div>
  );
}

/** Orders the reply in the thread that is known: of the comment itself, else of the one it answers. */
async function order(
  { client, readers }: Ports,
  { targetCommentId }: StoredNotification,
  reply: ReplySubject & { readonly content: string; readonly mode: 'assist' | 'send' },
): Promise<void> {
  const asked = [reply.commentId, ...(targetCommentId === undefined ? [] : [targetCommentId])];
  const [comment, answered] = await readers.findCommentsByKey(asked.map((id) => [reply.noteId, id]));
  const rootCommentId = comment ? comment.rootCommentId : (answered?.rootCommentId ?? targetCommentId);
  const { noteId, commentId, content, mode } = reply;
  await client('comment.reply', { noteId, commentId, content, mode, ...omitUndefined({ rootCommentId }) });
}
