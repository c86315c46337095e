import type { Note } from '../../model/note';
import type { ReplyAttempt } from '../../model/replies/reply-attempt';
import { Button } from '../controls/button';
import { CopyButton } from '../controls/copy-button';
import { formatComing } from '../format/format-time';
import { toNoteUrl } from '../format/to-note-url';
import { Icon } from '../icons/icon';
import { useSave } from '../shell/use-save';
import { useTexts } from '../text-context';
import type { Texts } from '../text-context';
import { ORDER_LOOKS } from './order-looks';
import type { RepliesStore } from './state/create-replies-store';
import './replies.css';

export interface ReplyStatusProps {
  readonly attempt: ReplyAttempt;
  readonly note: Pick<Note, 'noteId' | 'host' | 'tokens'> | undefined;
  readonly store: RepliesStore;
  /** Opens the box, in which the words stand again. */
  readonly onEdit: () => void;
}

/** How an ordered reply stands, in one line with its words, and the ways on. */
export function ReplyStatus({ attempt, note, store, onEdit }: ReplyStatusProps) {
  const texts = useTexts();
  const { icon, tone } = ORDER_LOOKS[attempt.state.is];
  return (
    <div class={`reply-status reply-status-${tone}`} role="status" data-reply-state={attempt.state.is}>
      <Icon name={icon} size={15} />
      <div class="grow">
        <p class="small">{toStateWords(attempt, texts)}</p>
        <p class="tiny soft cut-2 reply-words">{attempt.content}</p>
        {attempt.account !== undefined && (
          <p class="tiny faint cut">{texts.t('replies.said-as', { name: attempt.account })}</p>
        )}
        <div class="row wrap reply-ways">
          <Ways attempt={attempt} note={note} store={store} onEdit={onEdit} />
        </div>
      </div>
    </div>
  );
}

function Ways({ attempt, note, store, onEdit }: ReplyStatusProps) {
  const { t } = useTexts();
  const save = useSave();
  const { is } = attempt.state;
  const edit = () => {
    store.edit(attempt);
    onEdit();
  };
  const goOn = (label: string) => (
    <Button size="small" icon="play" onClick={() => void save(store.goOn(attempt))}>
      {label}
    </Button>
  );
  const editing = (
    <Button kind="ghost" size="small" onClick={edit}>
      {t('replies.edit')}
    </Button>
  );
  const showing = (at: string) =>
    note ? (
      <a class="small" href={`${toNoteUrl(note)}#comment-${at}`} target="_blank" rel="noopener noreferrer">
        {t('replies.show')}
      </a>
    ) : null;
  if (is === 'sent') return showing(attempt.state.sentId ?? attempt.commentId);
  if (is === 'queued') return <LeaveOut attempt={attempt} store={store} />;
  // Where the page does not take typed text, it is pasted by the user.
  if (is === 'sending' && attempt.mode === 'assist')
    return <CopyButton text={attempt.content} label={t('replies.copy-words')} shown={t('replies.copy')} />;
  // Its queue is over, and looking for it would begin that anew: the user looks for themselves.
  if (is === 'uncertain') return attempt.state.isOver ? showing(attempt.commentId) : goOn(t('replies.check'));
  if (is === 'rehearsed' || (is === 'cancelled' && attempt.state.isLeftOut)) return editing;
  if (is === 'stopped' || is === 'cancelled')
    return (
      <>
        {goOn(t('replies.go-on'))}
        {is === 'stopped' && !attempt.state.isBegun && <LeaveOut attempt={attempt} store={store} />}
        {is === 'cancelled' && editing}
      </>
    );
  if (is === 'failed')
    return (
      <>
        {goOn(t('replies.again'))}
        {editing}
      </>
    );
  return null;
}

/** Takes it out of its queue, alone. */
function LeaveOut({ attempt, store }: Pick<ReplyStatusProps, 'attempt' | 'store'>) {
  const { t } = useTexts();
  const save = useSave();
  return (
    <Button kind="ghost" size="small" onClick={() => void save(store.leaveOut(attempt))}>
      {t('replies.cancel')}
    </Button>
  );
}

/** The state in words; what failed or was stopped says why. */
export function toStateWords({ state, mode }: ReplyAttempt, { t, language }: Texts): string {
  switch (state.is) {
    case 'queued': {
      const now = Date.now();
      if (state.error) return t('replies.state-queued-why', { why: t(`error.${state.error.code}`) });
      if (state.notBefore === undefined || state.notBefore <= now) return t('replies.state-queued');
      return t('replies.state-queued-until', { when: formatComing(state.notBefore, now, language) });
    }
    case 'sending':
      if (mode === 'rehearse') return t('replies.state-rehearsing');
      return t(mode === 'assist' ? 'replies.state-assist' : 'replies.state-sending');
    case 'stopped':
      return state.error
        ? t('replies.state-stopped', { why: t(`error.${state.error.code}`) })
        : t('replies.state-paused');
    case 'failed':
      return t('replies.state-failed', { why: t(`error.${state.error?.code ?? 'not-done'}`) });
    default:
      return t(`replies.state-${state.is}`);
  }
}
