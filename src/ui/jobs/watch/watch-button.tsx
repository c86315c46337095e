import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { Button } from '../../controls/button';
import { IconButton } from '../../controls/icon-button';
import { useTexts } from '../../text-context';
import type { WatchDialogProps, WatchedNote } from './watch-dialog';

/** Opens the choices of a watch, which are loaded then. `look`: with words, or among other signs. */
export function WatchButton(props: {
  readonly note: WatchedNote;
  readonly look: 'words' | 'sign';
  /** The choices came up, or were put away. */
  readonly onChoosing?: (isChoosing: boolean) => void;
}) {
  const { note, look, onChoosing } = props;
  const { t } = useTexts();
  const dialog = useSignal<ComponentType<WatchDialogProps> | undefined>(undefined);
  const Choices = dialog.value;
  const open = async () => {
    const { WatchDialog } = await import('./watch-dialog');
    dialog.value = WatchDialog;
    onChoosing?.(true);
  };
  const close = () => {
    dialog.value = undefined;
    onChoosing?.(false);
  };
  return (
    <>
      {look === 'words' ? (
        <Button size="small" kind="ghost" icon="clock" onClick={() => void open()}>
          {t('watching.watch')}
        </Button>
      ) : (
        <IconButton
          icon="clock"
          size={16}
          label={t('watching.watch-one', { name: note.name })}
          onClick={() => void open()}
        />
      )}
      {Choices && <Choices note={note} onClose={close} />}
    </>
  );
}
