import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { Button } from '../../controls/button';
import { useTexts } from '../../text-context';
import type { CollectDialogProps } from './collect-dialog';
import type { CollectSubject } from './collect-subject';

/** Opens the choices of a collection; they are loaded when somebody wants to choose. */
export function CollectButton({
  subject,
  kind = 'plain',
}: {
  subject: CollectSubject;
  kind?: 'plain' | 'ghost';
}) {
  const { t } = useTexts();
  const dialog = useSignal<ComponentType<CollectDialogProps> | undefined>(undefined);
  const Choices = dialog.value;
  const open = async () => {
    const { CollectDialog } = await import('./collect-dialog');
    dialog.value = CollectDialog;
  };
  return (
    <>
      <Button size="small" kind={kind} icon="sparkle" onClick={() => void open()}>
        {t(subject.kind === 'listed' ? 'collecting.listed' : 'collecting.all')}
        {subject.kind !== 'listed' && <span class="unseen"> {subject.name}</span>}
      </Button>
      {Choices && <Choices subject={subject} onClose={() => (dialog.value = undefined)} />}
    </>
  );
}
