import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { omitUndefined } from '../../../lib/omit-undefined';
import { findUsableToken } from '../../../model/merge/note-tokens';
import type { Note } from '../../../model/note';
import type { StoredNotification } from '../../../model/records';
import { Button } from '../../controls/button';
import { useSave } from '../../shell/use-save';
import { useUi } from '../../shell/ui-context';
import type { Ports } from '../../shell/ports';
import { TemplateButton, TemplatePicker } from '../../templates/template-picker';
import { useTemplateFacts } from '../../templates/state/use-template-facts';
import { RepeatNotice } from '../../templates/repeat-notice';
import { useTexts } from '../../text-context';

export interface NotificationReplyProps {
  readonly message: StoredNotification;
  readonly target: { readonly noteId: string; readonly commentId: string };
  readonly note: Note | undefined;
  readonly onClose: () => void;
}

/** Answers the comment of a message, by its id: put into the page for the user to send, or sent. */
export function NotificationReply({ message, target, note, onClose }: NotificationReplyProps) {
  const { ports, toasts } = useUi();
  const { t } = useTexts();
  const save = useSave();
  const text = useSignal('');
  const open = useSignal(false);
  const busy = useSignal(false);
  const box = useRef<HTMLDivElement>(null);
  const stored = useTemplateFacts(target.noteId, target.commentId);
  const { nickname } = message.from ?? {};
  const facts = { ...omitUndefined({ nickname }), ...stored.value };
  useLayoutEffect(() => box.current?.querySelector('textarea')?.focus(), []);
  const send = async (mode: 'assist' | 'send') => {
    if (busy.value || text.value.trim() === '') return;
    busy.value = true;
    const isSent = await save(order(ports, message, { ...target, content: text.value.trim(), mode }));
    busy.value = false;
    if (!isSent) return;
    toasts.show(t('notices.reply-begun'));
    onClose();
  };
  const isEmpty = text.value.trim() === '';
  return (
    <div
      class="notice-reply"
      role="group"
      aria-label={t('notices.reply-to', { name: nickname ?? t('notices.somebody') })}
      ref={box}
      onKeyDown={(event) => {
        if (event.isComposing || event.defaultPrevented) return;
        if (event.key === 'Escape') onClose();
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send('assist');
      }}
    >
      <textarea
        class="template-text notice-reply-text"
        aria-label={t('notices.reply-text')}
        placeholder={t('notices.reply-to', { name: nickname ?? t('notices.somebody') })}
        rows={2}
        dir="auto"
        value={text.value}
        onInput={(event) => (text.value = event.currentTarget.value)}
      />
      <TemplatePicker
        open={open}
        box={box}
        facts={facts}
        onInsert={(filled) => (text.value = text.value + filled.text)}
      />
      {!(note && findUsableToken(note.tokens)) && <p class="tiny soft">{t('notices.reply-needs-note')}</p>}
      {!isEmpty && <RepeatNotice contents={[text.value]} />}
      <div class="row wrap">
        <TemplateButton open={open} />
        <span class="tiny faint grow">{t('act.length', { count: [...text.value].length })}</span>
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
  reply: { noteId: string; commentId: string; content: string; mode: 'assist' | 'send' },
): Promise<void> {
  const asked = [reply.commentId, ...(targetCommentId === undefined ? [] : [targetCommentId])];
  const [comment, answered] = await readers.findCommentsByKey(asked.map((id) => [reply.noteId, id]));
  const rootCommentId = comment ? comment.rootCommentId : (answered?.rootCommentId ?? targetCommentId);
  await client('comment.reply', { ...reply, ...omitUndefined({ rootCommentId }) });
}
