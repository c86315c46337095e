import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { Button } from '../controls/button';
import { useTexts } from '../text-context';
import type { MediaStore } from './create-media-store';
import type { MediaDialogProps } from './media-dialog';

/** Opens the choice of what to save; it is loaded when somebody wants to choose. */
export function SaveMedia({ media, noteIds }: Pick<MediaDialogProps, 'noteIds'> & { media: MediaStore }) {
  const { t } = useTexts();
  const dialog = useSignal<ComponentType<MediaDialogProps> | undefined>(undefined);
  const Choices = dialog.value;
  const open = async () => {
    const { MediaDialog } = await import('./media-dialog');
    dialog.value = MediaDialog;
  };
  return (
    <>
      <Button size="small" icon="image" busy={media.isBusy.value} onClick={() => void open()}>
        {t('media.save')}
      </Button>
      {Choices && <Choices media={media} noteIds={noteIds} onClose={() => (dialog.value = undefined)} />}
    </>
  );
}
