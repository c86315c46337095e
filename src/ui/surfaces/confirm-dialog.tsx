import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { Button } from '../controls/button';
import { TextField } from '../controls/text-field';
import { useTexts } from '../text-context';
import { Dialog } from './dialog';

export interface ConfirmDialogProps {
  readonly title: string;
  readonly children: ComponentChildren;
  readonly confirmLabel: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly danger?: boolean;
  /** A word to be typed first, for what can never be taken back. */
  readonly typedWord?: string;
}

/** Asks once, clearly, before something happens. *Cancel* comes first, so that Enter alone never deletes. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, children, confirmLabel, onConfirm, onClose, danger, typedWord } = props;
  const { t } = useTexts();
  const typed = useSignal('');
  const allowed = typedWord === undefined || typed.value.trim().toLowerCase() === typedWord.toLowerCase();
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('words.cancel')}</Button>
          <Button kind={danger ? 'danger' : 'primary'} disabled={!allowed} onClick={onConfirm}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      {children}
      {typedWord !== undefined && (
        <TextField
          label={t('words.type-to-confirm', { word: typedWord })}
          placeholder={t('words.type-to-confirm', { word: typedWord })}
          value={typed.value}
          onInput={(value) => (typed.value = value)}
          onSubmit={() => allowed && onConfirm()}
        />
      )}
    </Dialog>
  );
}
