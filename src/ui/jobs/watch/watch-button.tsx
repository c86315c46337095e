import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { Button } from '../../controls/button';
import { IconButton } from '../../controls/icon-button';
import { useSave } from '../../shell/use-save';
import { useTexts } from '../../text-context';
import type { WatchDialogProps, WatchedNote } from './watch-dialog';

/** One note, or several that are looked up when somebody wants to watch them. */
export type WatchedNotes = WatchedNote | (() => Promise<readonly WatchedNote[]>);

/** Opens the choices of a watch, which are loaded then. `look`: with words, in passing or beside others, or among other signs. */
export function WatchButton(props: {
  readonly of: WatchedNotes;
  readonly look: 'words' | 'sign' | 'plain';
  /** The choices came up, or were put away. */
  readonly onChoosing?: (isChoosing: boolean) => void;
}) {
  const { of, look, onChoosing } = props;
  const { t } = useTexts();
  const save = useSave();
  const dialog = useSignal<ComponentType<WatchDialogProps> | undefined>(undefined);
  const notes = useSignal<readonly WatchedNote[]>([]);
  const Choices = dialog.value;
  const open = async () => {
    const { WatchDialog } = await import('./watch-dialog');
    notes.value = typeof of === 'function' ? await of() : [of];
    if (notes.value.length === 0) return;
    dialog.value = WatchDialog;
    onChoosing?.(true);
  };
  const close = () => {
    dialog.value = undefined;
    onChoosing?.(false);
  };
  return (
    <>
      {look !== 'sign' || typeof of === 'function' ? (
        <Button
          size="small"
          kind={look === 'plain' ? 'plain' : 'ghost'}
          icon="clock"
          onClick={() => void save(open())}
        >
          {t('watching.watch')}
        </Button>
      ) : (
        <IconButton
          icon="clock"
          size={16}
          label={t('watching.watch-one', { name: of.name })}
          onClick={() => void save(open())}
        />
      )}
      {Choices && <Choices notes={notes.value} onClose={close} />}
    </>
  );
}
