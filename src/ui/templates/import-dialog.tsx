import { useSignal } from '@preact/signals';
import { findFreeName, toImported } from '../../model/templates/plan-import';
import type { ClashChoice, ImportPlan } from '../../model/templates/plan-import';
import { toNameKey } from '../../model/templates/template';
import type { Template } from '../../model/templates/template';
import { Button } from '../controls/button';
import { Segmented } from '../controls/segmented';
import { useSave } from '../shell/use-save';
import { useUi } from '../shell/ui-context';
import { Dialog } from '../surfaces/dialog';
import { useTexts } from '../text-context';

const CHOICES = ['mine', 'file', 'both'] as const satisfies readonly ClashChoice[];

export interface ImportDialogProps {
  readonly plan: ImportPlan;
  readonly stored: readonly Template[];
  readonly onClose: () => void;
}

/** What a file would bring, before it does: what is new, what is there already, and which names are taken by other words. */
export function ImportDialog({ plan, stored, onClose }: ImportDialogProps) {
  const { ports, toasts } = useUi();
  const { t } = useTexts();
  const save = useSave();
  const choice = useSignal<ClashChoice>('mine');
  const busy = useSignal(false);
  const { added, same, clashes } = plan;
  const changes = toImported(plan, stored, choice.value);
  const go = async () => {
    busy.value = true;
    const isDone = await save(ports.client('templates.save', { templates: [...changes] }));
    busy.value = false;
    if (!isDone) return;
    toasts.show(t('templates.imported', { count: changes.length }));
    onClose();
  };
  const names = new Set(stored.map(({ name }) => toNameKey(name)));
  return (
    <Dialog
      title={t('templates.import-title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('words.cancel')}</Button>
          <Button kind="primary" busy={busy.value} disabled={changes.length === 0} onClick={() => void go()}>
            {changes.length === 0
              ? t('templates.import-nothing')
              : t('templates.import-go', { count: changes.length })}
          </Button>
        </>
      }
    >
      <ul class="template-import">
        {added.length > 0 && <li>{t('templates.import-added', { count: added.length })}</li>}
        {same > 0 && <li>{t('templates.import-same', { count: same })}</li>}
        {clashes.length > 0 && <li>{t('templates.import-clashes', { count: clashes.length })}</li>}
        {added.length + same + clashes.length === 0 && <li>{t('templates.import-nothing')}</li>}
      </ul>
      {clashes.length > 0 && (
        <>
          <ul class="template-clashes">
            {clashes.map(({ own, other }) => (
              <li key={own.templateId}>
                <p class="strong small">{own.name}</p>
                <p class="small break">
                  <span class="faint">{t('templates.import-mine')}</span> {own.text}
                </p>
                <p class="small break">
                  <span class="faint">{t('templates.import-theirs')}</span> {other.text}
                </p>
              </li>
            ))}
          </ul>
          <Segmented
            label={t('templates.clash-choice')}
            value={choice.value}
            options={CHOICES.map((value) => ({ value, label: t(`templates.clash-${value}`) }))}
            onChange={(value) => (choice.value = value)}
          />
          <p class="tiny faint" role="status">
            {choice.value === 'both'
              ? t('templates.clash-both-hint', { name: findFreeName(clashes[0]?.other.name ?? '', names) })
              : t(`templates.clash-${choice.value}-hint`)}
          </p>
        </>
      )}
    </Dialog>
  );
}
