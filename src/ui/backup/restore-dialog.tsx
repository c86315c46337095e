import { useSignal } from '@preact/signals';
import type { RestoreMode } from '../../model/backup/backup-file';
import type { CheckedBackup } from '../../workers/library/backup/types';
import { Button } from '../controls/button';
import { formatMoment } from '../format/format-time';
import { useUi } from '../shell/ui-context';
import { Dialog } from '../surfaces/dialog';
import { useTexts } from '../text-context';
import type { RestoreStore } from './state/create-restore-store';

const MODES = ['merge', 'replace'] as const;

/** What is in the backup, and what is to be done with what is stored now. */
export function RestoreDialog({ store, backup }: { store: RestoreStore; backup: CheckedBackup }) {
  const { settings } = useUi();
  const { t, language } = useTexts();
  const mode = useSignal<RestoreMode>('merge');
  const { header, stores, skipped } = backup;
  const days = settings.settings.value?.retentionDays.notes;
  return (
    <Dialog
      title={t('restore.ask')}
      onClose={() => void store.cancel()}
      actions={
        <>
          <Button onClick={() => void store.cancel()}>{t('words.cancel')}</Button>
          <Button
            kind={mode.value === 'replace' ? 'danger' : 'primary'}
            onClick={() => void store.start(mode.value)}
          >
            {t(`restore.${mode.value}-button`)}
          </Button>
        </>
      }
    >
      <p>
        {t('restore.what', {
          at: formatMoment(header.createdAt, language),
          version: header.extensionVersion,
          notes: stores['notes'] ?? 0,
          comments: stores['comments'] ?? 0,
          authors: stores['authors'] ?? 0,
        })}
      </p>
      {skipped > 0 && <p class="small">{t('restore.skipped', { count: skipped })}</p>}
      <fieldset class="restore-modes">
        <legend class="unseen">{t('restore.ask')}</legend>
        {MODES.map((name) => (
          <label key={name} class="restore-mode">
            <input
              type="radio"
              name="restore-mode"
              checked={mode.value === name}
              onChange={() => (mode.value = name)}
            />
            <span>
              <span class="strong">{t(`restore.${name}`)}</span>
              <span class="small soft">{t(`restore.${name}-hint`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {days !== undefined && days !== null && <p class="small soft">{t('restore.retention', { days })}</p>}
    </Dialog>
  );
}
