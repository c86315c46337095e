import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { listEmoji } from '../../site/emoji';
import { useTexts } from '../text-context';

const EMOJI = listEmoji();
/** Codes in a row, as the sheet draws them: arrow keys go up and down by so many. */
const COLUMNS = 8;

/** The site's own codes. Arrows move, Enter puts one into the text, Escape closes. */
export function EmojiPicker({
  onChoose,
  onClose,
}: {
  readonly onChoose: (code: string) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTexts();
  const box = useRef<HTMLDivElement>(null);
  const at = useSignal(0);
  const focus = (index: number) => {
    at.value = Math.min(Math.max(index, 0), EMOJI.length - 1);
    box.current?.querySelectorAll<HTMLElement>('button')[at.value]?.focus();
  };
  useLayoutEffect(() => focus(0), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      onClose();
      return;
    }
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: COLUMNS, ArrowUp: -COLUMNS }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    focus(at.value + step);
  };
  return (
    <div ref={box} class="emoji-picker" role="group" aria-label={t('replies.emoji')} onKeyDown={onKeyDown}>
      {EMOJI.map(({ code, symbol }, index) => (
        <button
          type="button"
          key={code}
          class={symbol === undefined ? 'emoji-choice emoji-words' : 'emoji-choice'}
          aria-label={code}
          title={code}
          tabIndex={index === at.value ? 0 : -1}
          onClick={() => onChoose(code)}
        >
          {symbol ?? code.replace(/^\[|[RH]?\]$/g, '')}
        </button>
      ))}
      <p class="tiny faint emoji-hint">{t('replies.emoji-hint')}</p>
    </div>
  );
}
