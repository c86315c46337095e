import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { Button } from '../../../../controls/button';
import { useTexts } from '../../../../text-context';

/** Takes a file: dragged here, or chosen. */
export function FileDrop({ name, onFile }: { name: string | undefined; onFile: (file: File) => void }) {
  const { t } = useTexts();
  const input = useRef<HTMLInputElement>(null);
  const isOver = useSignal(false);
  const take = (files: FileList | null | undefined) => {
    const file = files?.[0];
    if (file) onFile(file);
  };
  return (
    <div
      class={isOver.value ? 'file-drop file-drop-over' : 'file-drop'}
      onDragOver={(event) => {
        event.preventDefault();
        isOver.value = true;
      }}
      onDragLeave={() => (isOver.value = false)}
      onDrop={(event) => {
        event.preventDefault();
        isOver.value = false;
        take(event.dataTransfer?.files);
      }}
    >
      <Button size="small" icon="table" onClick={() => input.current?.click()}>
        {t('starting.people-file')}
      </Button>
      <span class="small soft grow" role="status">
        {name ?? t('starting.people-drop')}
      </span>
      <input
        ref={input}
        type="file"
        class="unseen"
        tabIndex={-1}
        aria-label={t('starting.people-file')}
        accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
        onChange={(event) => {
          take(event.currentTarget.files);
          // The same file may be chosen again after it was changed.
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}
