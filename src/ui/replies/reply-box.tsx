import { useSignal } from '@preact/signals';
import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Comment } from '../../model/comment';
import type { Note } from '../../model/note';
import { toTemplateFacts } from '../../model/templates/to-template-facts';
import { Button } from '../controls/button';
import { IconButton } from '../controls/icon-button';
import { useSave } from '../shell/use-save';
import { useTexts } from '../text-context';
import { TemplateButton } from '../templates/template-picker';
import { EmojiPicker } from './emoji-picker';
import { MOD_KEY, ReplyKeys } from './reply-keys';
import type { ShownKey } from './reply-keys';
import { ReplyAccount } from './reply-account';
import { ReplyTarget } from './reply-target';
import { ReplyTemplates } from './reply-templates';
import type { RepliesStore, ReplySubject } from './state/create-replies-store';
import './replies.css';

/** What is known of a comment that is answered: its ids, and as much of the rest as was seen. */
export type AnsweredComment = ReplySubject & Pick<Comment, 'author' | 'content' | 'mentions' | 'place'>;

export interface ReplyBoxProps {
  readonly comment: AnsweredComment;
  readonly note: Pick<Note, 'noteId' | 'title' | 'text' | 'host' | 'author'> | undefined;
  readonly store: RepliesStore;
  /** It has become an order, or a part of the next queue. */
  readonly onSent: () => void;
  /** The user leaves it, with what stands in it. */
  readonly onLeave: () => void;
  /** Whether it can wait for the next queue: the comment is among those that one can be made of. */
  readonly mayPrepare?: boolean;
  /** Further keys that work in the box, in words; they are heard by whoever is around it. */
  readonly keys?: readonly ShownKey[];
  /** What else is to be known before it is sent. */
  readonly children?: ComponentChildren;
}

/** Where a comment is answered. What stands in it is kept; the same box under the same comment has it again. */
export function ReplyBox(props: ReplyBoxProps) {
  const { comment, note, store, onSent, onLeave, mayPrepare = true, keys = [], children } = props;
  const { t } = useTexts();
  const save = useSave();
  const box = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const busy = useSignal(false);
  const picks = useSignal(false);
  const usesTemplate = useSignal(false);
  const text = store.textOf(comment);
  const isEmpty = text.trim() === '';
  useGrowth(field, text);
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  const order = async (how: 'send' | 'assist' | 'prepare') => {
    if (busy.value || isEmpty || (how === 'prepare' && !mayPrepare)) return;
    busy.value = true;
    const isDone = await save(how === 'prepare' ? store.prepare(comment, true) : store.send(comment, how));
    busy.value = false;
    if (isDone) onSent();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // The first Enter and Escape belong to whoever composes characters.
    if (event.isComposing) return;
    if (event.key === 'Escape') onLeave();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
      void order(event.shiftKey ? 'prepare' : 'send');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const insert = (words: string) => {
    picks.value = false;
    insertAt(field.current, words, (next) => store.write(comment, next));
  };
  return (
    <div ref={box} class="reply-box" role="group" aria-label={t('replies.box')} onKeyDown={onKeyDown}>
      <ReplyTarget comment={comment} note={note} />
      <ReplyAccount comment={comment} store={store} />
      <textarea
        ref={field}
        class="reply-text"
        rows={2}
        dir="auto"
        aria-label={t('replies.text')}
        placeholder={t('replies.placeholder')}
        value={text}
        readOnly={busy.value}
        onInput={(event) => store.write(comment, event.currentTarget.value)}
      />
      <div class="row row-between reply-tools">
        <div class="row">
          <IconButton
            icon="smile"
            label={t('replies.emoji')}
            pressed={picks.value}
            onClick={() => (picks.value = !picks.value)}
          />
          <TemplateButton open={usesTemplate} />
        </div>
        <span class="tiny faint" title={t('replies.no-limit')}>
          {t('act.length', { count: [...text].length })}
          <span class="unseen">{t('replies.no-limit')}</span>
        </span>
      </div>
      {picks.value && (
        <EmojiPicker
          onChoose={insert}
          onClose={() => {
            picks.value = false;
            field.current?.focus();
          }}
        />
      )}
      <ReplyTemplates
        open={usesTemplate}
        box={box}
        facts={toTemplateFacts(note, comment)}
        text={text}
        onInsert={insert}
      />
      {text.trim().includes('\n') && <p class="tiny soft">{t('replies.one-line')}</p>}
      {children}
      <Ways
        isEmpty={isEmpty}
        isBusy={busy.value}
        mayPrepare={mayPrepare}
        onOrder={(how) => void order(how)}
        onLeave={onLeave}
      />
      <ReplyKeys
        keys={[
          { keys: [MOD_KEY, '\u21b5'], label: t('replies.send') },
          ...(mayPrepare ? [{ keys: [MOD_KEY, '\u21e7', '\u21b5'], label: t('replies.prepare') }] : []),
          { keys: ['Alt', 'T'], label: t('replies.key-template') },
          { keys: ['Esc'], label: t('replies.leave') },
          ...keys,
        ]}
      />
    </div>
  );
}

interface WaysProps {
  readonly isEmpty: boolean;
  readonly isBusy: boolean;
  readonly mayPrepare: boolean;
  readonly onOrder: (how: 'send' | 'assist' | 'prepare') => void;
  readonly onLeave: () => void;
}

/** Send it, have it put into the page's own box, keep it for the next queue, or leave it. */
function Ways({ isEmpty, isBusy, mayPrepare, onOrder, onLeave }: WaysProps) {
  const { t } = useTexts();
  return (
    <div class="row wrap reply-actions">
      <Button
        kind="primary"
        size="small"
        icon="send"
        busy={isBusy}
        disabled={isEmpty}
        onClick={() => onOrder('send')}
      >
        {t('replies.send')}
      </Button>
      <Button size="small" disabled={isEmpty} onClick={() => onOrder('assist')}>
        {t('replies.assist')}
      </Button>
      {mayPrepare && (
        <Button size="small" disabled={isEmpty} onClick={() => onOrder('prepare')}>
          {t('replies.prepare')}
        </Button>
      )}
      <Button kind="ghost" size="small" onClick={onLeave}>
        {t('replies.leave')}
      </Button>
    </div>
  );
}

/** As high as what stands in it, up to what the sheet allows. */
function useGrowth(field: RefObject<HTMLTextAreaElement | null>, text: string): void {
  useLayoutEffect(() => {
    const { current } = field;
    if (!current) return;
    current.style.height = 'auto';
    current.style.height = `${current.scrollHeight + 2}px`;
  }, [text]);
}

/** Puts words where the caret is, in place of what is chosen, and the caret behind them. */
function insertAt(field: HTMLTextAreaElement | null, words: string, write: (text: string) => void): void {
  if (!field) return;
  field.setRangeText(words, field.selectionStart, field.selectionEnd, 'end');
  write(field.value);
  field.focus();
}
